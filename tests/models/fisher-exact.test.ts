import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { fisherExact, fisherPower, fisherPowerSteps } from '../../src/models/fisher-exact.ts';
import {
  binomialChance,
  choose,
  isAtMost,
  plus,
  rational,
  times,
  toNumber,
  type Rational,
} from './support/rational.ts';

type Table = [yes: number, no: number, yesToo: number, noToo: number];
const table = ([a, b, c, d]: Table) => ({ first: { yes: a, no: b }, second: { yes: c, no: d } });

/** The sum over all tables with these margins that are as improbable or more, without rounding. */
function exactP([a, b, c, d]: Table): Rational {
  const [sum, white, black] = [a + c, a + b, c + d];
  const ways = (k: number) => choose(white, k) * choose(black, sum - k);
  let improbable = 0n;
  for (let k = 0; k <= sum; k += 1) if (ways(k) <= ways(a)) improbable += ways(k);
  return rational(improbable, choose(white + black, sum));
}

describe('Fisher’s exact test', () => {
  test.each<[Table, number, number]>([
    [[48, 289, 9, 328], 4.520302e-8, 13],
    [[7, 13, 1, 19], 0.0435960436, 10],
    [[3, 1, 1, 3], 0.4857142857, 10],
  ])('%j', (counts, p, digits) => {
    expect(fisherExact(table(counts))).toBeCloseTo(p, digits);
  });

  test('is the exact sum', () => {
    const count = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(count, count, count, count, (...counts) => {
        const exact = toNumber(exactP(counts));
        expect(Math.abs(fisherExact(table(counts)) - exact)).toBeLessThan(1e-11 * exact);
      }),
      { numRuns: 300 },
    );
  });

  test('does not mind which condition or which reply is first', () => {
    const p = fisherExact(table([7, 13, 1, 25]));
    expect(fisherExact(table([1, 25, 7, 13]))).toBeCloseTo(p, 14);
    expect(fisherExact(table([13, 7, 25, 1]))).toBeCloseTo(p, 14);
  });

  test('says nothing where there is nothing', () => {
    expect(fisherExact(table([0, 0, 3, 4]))).toBe(1);
    expect(fisherExact(table([0, 9, 0, 9]))).toBe(1);
    expect(() => fisherExact(table([1.5, 0, 3, 4]))).toThrow(RangeError);
    expect(() => fisherExact(table([-1, 0, 3, 4]))).toThrow(RangeError);
  });

  test('works for fifty thousand replies', () => {
    expect(fisherExact(table([12_500, 12_500, 12_400, 12_600]))).toBeCloseTo(0.3756, 3);
    expect(fisherExact(table([25_000, 0, 0, 25_000]))).toBe(0);
  });
});

describe('the power of Fisher’s test', () => {
  test.each([
    [93, 0.763846, 6],
    [100, 0.801132, 6],
    [40, 0.2612574044, 10],
  ])('with %i replies in each condition', (perArm, power, digits) => {
    const plan = { first: 0.142, second: 0.028, perArm, alpha: 0.05 };
    expect(fisherPower(plan)).toBeCloseTo(power, digits);
  });

  test('is the exact sum over all pairs of counts', () => {
    const share = fc.integer({ min: 0, max: 16 });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 1, max: 14 }), (x, y, perArm) => {
        const [first, second] = [rational(BigInt(x), 16n), rational(BigInt(y), 16n)];
        let power = rational(0n);
        for (let a = 0; a <= perArm; a += 1) {
          for (let b = 0; b <= perArm; b += 1) {
            if (!isAtMost(exactP([a, perArm - a, b, perArm - b]), rational(1n, 20n))) continue;
            power = plus(
              power,
              times(binomialChance(perArm, a, first), binomialChance(perArm, b, second)),
            );
          }
        }
        const plan = { first: x / 16, second: y / 16, perArm, alpha: 0.05 };
        expect(fisherPower(plan)).toBeCloseTo(toNumber(power), 11);
      }),
      { numRuns: 60 },
    );
  });

  test('is at most alpha where the shares are alike', () => {
    for (const perArm of [10, 60, 200]) {
      const alarms = fisherPower({ first: 0.1, second: 0.1, perArm, alpha: 0.05 });
      expect(alarms).toBeGreaterThan(0);
      expect(alarms).toBeLessThanOrEqual(0.05);
    }
  });

  test('tells how far it is while it works, and ends with the same', () => {
    const plan = { first: 0.5, second: 0.48, perArm: 3000, alpha: 0.05 };
    const told: number[] = [];
    const steps = fisherPowerSteps(plan);
    let step = steps.next();
    for (; !step.done; step = steps.next()) told.push(step.value);
    expect(step.value).toBe(fisherPower(plan));
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.every((share) => share > 0 && share <= 1)).toBe(true);
  });

  test('asks for a plan', () => {
    expect(() => fisherPower({ first: 0.1, second: 0, perArm: 0, alpha: 0.05 })).toThrow(
      RangeError,
    );
    expect(() => fisherPower({ first: 2, second: 0, perArm: 9, alpha: 0.05 })).toThrow(RangeError);
  });
});
