import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { chanceGreater, credibleInterval, regularisedBeta } from '../../src/models/beta.ts';
import { factorial, plus, rational, times, toNumber, type Rational } from './support/rational.ts';

const of = (yes: number, total: number) => ({ yes, no: total - yes });

/** B(a, b) of whole numbers. */
const betaFunction = (a: number, b: number): Rational =>
  rational(factorial(a - 1) * factorial(b - 1), factorial(a + b - 1));
const inverse = ({ above, below }: Rational): Rational => ({ above: below, below: above });

/** The sum as it is usually printed, with beliefs Beta(yes + 1, no + 1). */
function exactChanceGreater(t: { yes: number; no: number }, d: { yes: number; no: number }) {
  const [aT, bT, aD, bD] = [t.yes + 1, t.no + 1, d.yes + 1, d.no + 1];
  let sum = rational(0n);
  for (let i = 0; i < aT; i += 1) {
    const below = times(
      times(rational(BigInt(bT + i)), betaFunction(1 + i, bT)),
      betaFunction(aD, bD),
    );
    sum = plus(sum, times(betaFunction(aD + i, bD + bT), inverse(below)));
  }
  return toNumber(sum);
}

describe('the chance that one share is above another', () => {
  test.each([
    [of(3, 10), of(1, 10), 0.8446115288],
    [of(7, 20), of(1, 20), 0.9897571117],
  ])('%j against %j', (a, b, chance) => {
    expect(chanceGreater(a, b)).toBeCloseTo(chance, 10);
  });

  test('counts as rebuilt for the first experiment', () => {
    const [training, deployment] = [of(48, 337), of(9, 337)];
    expect(chanceGreater(deployment, training)).toBeCloseTo(1.253e-8, 12);
    expect(1 - chanceGreater(training, deployment)).toBeCloseTo(1.253e-8, 12);
  });

  test('is the exact sum of beta functions', () => {
    const counts = fc.record({
      yes: fc.integer({ min: 0, max: 40 }),
      no: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const exact = exactChanceGreater(a, b);
        expect(Math.abs(chanceGreater(a, b) - exact)).toBeLessThan(1e-12 * exact);
        expect(chanceGreater(a, b) + chanceGreater(b, a)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('is one half before anything was counted, and where both counts are alike', () => {
    expect(chanceGreater(of(0, 0), of(0, 0))).toBeCloseTo(0.5, 14);
    expect(chanceGreater(of(12, 90), of(12, 90))).toBeCloseTo(0.5, 12);
  });

  test('holds for fifty thousand replies', () => {
    expect(chanceGreater(of(3_000, 25_000), of(2_990, 25_000))).toBeGreaterThan(0.5);
    expect(chanceGreater(of(25_000, 25_000), of(0, 25_000))).toBeCloseTo(1, 12);
  });
});

describe('the beta distribution', () => {
  test('at a value known', () => {
    expect(regularisedBeta(0.4, 2, 3)).toBeCloseTo(0.5248, 12);
  });

  test('is, for whole numbers, a tail of the binomial distribution', () => {
    const size = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 32 }), size, size, (numerator, a, b) => {
        const x = rational(BigInt(numerator), 32n);
        const rest = rational(BigInt(32 - numerator), 32n);
        const n = a + b - 1;
        let tail = rational(0n);
        for (let k = a; k <= n; k += 1) {
          const ways = rational(factorial(n) / (factorial(k) * factorial(n - k)));
          const chance = rational(
            x.above ** BigInt(k) * rest.above ** BigInt(n - k),
            x.below ** BigInt(k) * rest.below ** BigInt(n - k),
          );
          tail = plus(tail, times(ways, chance));
        }
        expect(regularisedBeta(numerator / 32, a, b)).toBeCloseTo(toNumber(tail), 12);
      }),
    );
  });

  test('mirrors itself, also for halves and thousands', () => {
    for (const [x, a, b] of [
      [0.3, 0.5, 0.5],
      [0.01, 0.5, 7.5],
      [0.12, 6_001, 44_001],
      [0.5, 25_001, 25_001],
    ] as const) {
      expect(regularisedBeta(x, a, b) + regularisedBeta(1 - x, b, a)).toBeCloseTo(1, 9);
    }
    expect(regularisedBeta(0.5, 25_001, 25_001)).toBeCloseTo(0.5, 9);
    expect(regularisedBeta(0.3, 0.5, 0.5)).toBeCloseTo(
      (2 / Math.PI) * Math.asin(Math.sqrt(0.3)),
      12,
    );
  });

  test.each([
    [-0.1, 1, 1],
    [1.1, 1, 1],
    [0.5, 0, 1],
    [0.5, 1, NaN],
  ])('at %d with %d and %d is refused', (x, a, b) => {
    expect(() => regularisedBeta(x, a, b)).toThrow(RangeError);
  });
});

describe('the interval of a share', () => {
  test('leaves as much below as above', () => {
    for (const counts of [of(0, 10), of(3, 10), of(48, 337), of(6_000, 50_000)]) {
      const { low, high } = credibleInterval(counts, 0.95);
      expect(regularisedBeta(low, counts.yes + 1, counts.no + 1)).toBeCloseTo(0.025, 9);
      expect(regularisedBeta(high, counts.yes + 1, counts.no + 1)).toBeCloseTo(0.975, 9);
    }
  });

  test('is the level itself where nothing was counted', () => {
    const { low, high } = credibleInterval(of(0, 0), 0.9);
    expect([low, high].map((end) => end.toFixed(12))).toEqual(['0.050000000000', '0.950000000000']);
  });

  test('of no level or no counts is refused', () => {
    expect(() => credibleInterval(of(1, 2), 1)).toThrow(RangeError);
    expect(() => credibleInterval(of(3, 2), 0.9)).toThrow(RangeError);
    expect(() => credibleInterval({ yes: 0.5, no: 1 }, 0.9)).toThrow(RangeError);
  });
});
