import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import {
  chanceFirstLikelier,
  mcnemarExact,
  mcnemarPower,
  pairedGapInterval,
} from '../../src/models/mcnemar.ts';
import { binomial } from '../../src/models/count-distributions.ts';
import { gapInterval } from '../../src/models/two-proportions.ts';
import {
  binomialChance,
  choose,
  isAtMost,
  plus,
  rational,
  times,
  toNumber,
} from './support/rational.ts';

function exactP(b: number, c: number) {
  let ways = 0n;
  for (let k = 0; k <= Math.min(b, c); k += 1) ways += choose(b + c, k);
  const p = rational(2n * ways, 2n ** BigInt(b + c));
  return isAtMost(p, rational(1n)) ? p : rational(1n);
}

describe('McNemar’s exact test', () => {
  test('golden values', () => {
    expect(mcnemarExact(10, 2)).toBeCloseTo(0.03857421875, 14);
    expect(mcnemarExact(40, 2)).toBeCloseTo(4.110916e-10, 15);
  });

  test('is the exact sum, whichever side is rarer', () => {
    const count = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(count, count, (b, c) => {
        const exact = toNumber(exactP(b, c));
        expect(Math.abs(mcnemarExact(b, c) - exact)).toBeLessThan(1e-12 * exact);
        expect(mcnemarExact(c, b)).toBe(mcnemarExact(b, c));
      }),
    );
  });

  test('says nothing where all pairs are alike, and refuses what is no count', () => {
    expect(mcnemarExact(0, 0)).toBe(1);
    expect(() => mcnemarExact(-3, 2)).toThrow(RangeError);
    expect(() => mcnemarExact(1.5, 2)).toThrow(RangeError);
  });
});

describe('the power of McNemar’s test', () => {
  test('is the exact sum over all pairs', () => {
    const share = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 1, max: 24 }), (x, y, pairs) => {
        const [first, second] = [rational(BigInt(x), 16n), rational(BigInt(y), 16n)];
        const same = rational(BigInt(16 - x - y), 16n);
        let power = rational(0n);
        for (let b = 0; b <= pairs; b += 1) {
          for (let c = 0; b + c <= pairs; c += 1) {
            if (!isAtMost(exactP(b, c), rational(1n, 20n))) continue;
            const ways = rational(choose(pairs, b) * choose(pairs - b, c));
            const of = (share: typeof first, times: number) =>
              rational(share.above ** BigInt(times), share.below ** BigInt(times));
            const chance = times(of(first, b), times(of(second, c), of(same, pairs - b - c)));
            power = plus(power, times(ways, chance));
          }
        }
        const plan = { onlyFirst: x / 16, onlySecond: y / 16, pairs, alpha: 0.05 };
        expect(mcnemarPower(plan)).toBeCloseTo(toNumber(power), 11);
      }),
      { numRuns: 60 },
    );
  });

  test('by hand: ten prompts that all differ in one direction', () => {
    // Certain, and with six it is p = 2/64; with five, 2/32, which is too much.
    const all = { onlyFirst: 1, onlySecond: 0, alpha: 0.05 };
    expect([10, 6, 5].map((pairs) => mcnemarPower({ ...all, pairs }))).toEqual([1, 1, 0]);
    const half = toNumber(binomialChance(6, 6, rational(1n, 2n)));
    expect(mcnemarPower({ ...all, onlyFirst: 0.5, pairs: 6 })).toBeCloseTo(half, 14);
  });

  test('is at most alpha where neither side is likelier, and 0 where nothing differs', () => {
    const plan = { pairs: 300, alpha: 0.05 };
    expect(mcnemarPower({ ...plan, onlyFirst: 0.1, onlySecond: 0.1 })).toBeLessThanOrEqual(0.05);
    expect(mcnemarPower({ ...plan, onlyFirst: 0, onlySecond: 0 })).toBe(0);
  });

  test('asks for shares', () => {
    const plan = { pairs: 9, alpha: 0.05 };
    expect(() => mcnemarPower({ ...plan, onlyFirst: 0.7, onlySecond: 0.7 })).toThrow(RangeError);
    expect(() => mcnemarPower({ ...plan, onlyFirst: -0.1, onlySecond: 0.7 })).toThrow(RangeError);
  });
});

describe('the interval of a paired gap', () => {
  test('of Newcombe’s first example', () => {
    const pairs = { both: 36, onlyFirst: 12, onlySecond: 2, neither: 0 };
    const { low, high } = pairedGapInterval(pairs, 0.95);
    expect([low, high]).toEqual([expect.closeTo(0.0569, 4), expect.closeTo(0.3404, 4)]);
  });

  test('is that of different prompts where the replies have nothing in common', () => {
    const pairs = { both: 12, onlyFirst: 8, onlySecond: 18, neither: 12 };
    const table = { first: { yes: 20, no: 30 }, second: { yes: 30, no: 20 } };
    expect(pairedGapInterval(pairs, 0.9)).toEqual({
      low: expect.closeTo(gapInterval(table, 0.9).low, 12),
      high: expect.closeTo(gapInterval(table, 0.9).high, 12),
    });
    const alike = { both: 20, onlyFirst: 0, onlySecond: 10, neither: 20 };
    const { low, high } = pairedGapInterval(alike, 0.9);
    expect(high - low).toBeLessThan(gapInterval(table, 0.9).high - gapInterval(table, 0.9).low);
  });

  test('holds the true gap about as often as it says, over all outcomes of thirty prompts', () => {
    const total = 30;
    for (const [both, onlyFirst, onlySecond] of [
      [0.1, 0.2, 0.1],
      [0.05, 0.1, 0.02],
      [0.4, 0.3, 0.1],
    ] as const) {
      const truth = onlyFirst - onlySecond;
      let held = 0;
      const first = binomial(total, both).chances;
      for (let a = 0; a <= total; a += 1) {
        const second = binomial(total - a, onlyFirst / (1 - both)).chances;
        for (let b = 0; a + b <= total; b += 1) {
          const third = binomial(total - a - b, onlySecond / (1 - both - onlyFirst)).chances;
          for (let c = 0; a + b + c <= total; c += 1) {
            const counts = { both: a, onlyFirst: b, onlySecond: c, neither: total - a - b - c };
            const { low, high } = pairedGapInterval(counts, 0.95);
            if (low <= truth && truth <= high) held += first[a]! * second[b]! * third[c]!;
          }
        }
      }
      expect(held).toBeGreaterThan(0.94);
      expect(held).toBeLessThan(0.99);
    }
  });

  test('has an end where nothing differs, and none where there are no prompts', () => {
    const none = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
    const { low, high } = pairedGapInterval({ ...none, neither: 20 }, 0.95);
    expect([low, high]).toEqual([expect.closeTo(-0.1611, 3), expect.closeTo(0.1611, 3)]);
    expect(pairedGapInterval(none, 0.95).low).toBeNaN();
  });
});

describe('the chance that replies fall on the first side more often', () => {
  test('by hand: one reply on the first side', () => {
    // The belief has the density 2x, of which 3/4 lies above one half.
    expect(chanceFirstLikelier(1, 0)).toBeCloseTo(0.75, 14);
    expect(chanceFirstLikelier(0, 0)).toBeCloseTo(0.5, 14);
  });

  test('turns over with the sides', () => {
    expect(chanceFirstLikelier(40, 12) + chanceFirstLikelier(12, 40)).toBeCloseTo(1, 12);
    expect(chanceFirstLikelier(40, 12)).toBeGreaterThan(0.999);
  });
});
