import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { atMost, binomial, hypergeometric } from '../../src/models/count-distributions.ts';
import { binomialChance, choose, rational, toNumber } from './support/rational.ts';

const count = (max: number) => fc.integer({ min: 0, max });

describe('the binomial distribution', () => {
  test('has the exact chances', () => {
    fc.assert(
      fc.property(count(80), fc.integer({ min: 0, max: 64 }), (trials, share) => {
        const { low, chances } = binomial(trials, share / 64);
        expect([low, chances.length]).toEqual([0, trials + 1]);
        chances.forEach((chance, k) => {
          const exact = toNumber(binomialChance(trials, k, rational(BigInt(share), 64n)));
          expect(Math.abs(chance - exact)).toBeLessThanOrEqual(1e-12 * exact);
        });
      }),
    );
  });

  test('keeps its sum, also for many trials', () => {
    for (const rate of [1e-9, 0.028, 0.5, 1 - 1e-9]) {
      expect(atMost(binomial(50_000, rate), 50_000)).toBeCloseTo(1, 12);
    }
  });

  test('refuses what is no plan', () => {
    expect(() => binomial(-1, 0.5)).toThrow(RangeError);
    expect(() => binomial(2.5, 0.5)).toThrow(RangeError);
    expect(() => binomial(3, 1.1)).toThrow(RangeError);
    expect(() => binomial(3, NaN)).toThrow(RangeError);
  });
});

describe('the urn', () => {
  test('has the exact chances', () => {
    fc.assert(
      fc.property(count(50), count(50), fc.nat(), (white, black, any) => {
        const draws = any % (white + black + 1);
        const { low, chances } = hypergeometric(white, black, draws);
        const ways = choose(white + black, draws);
        chances.forEach((chance, at) => {
          const k = low + at;
          const exact = toNumber(rational(choose(white, k) * choose(black, draws - k), ways));
          expect(Math.abs(chance - exact)).toBeLessThanOrEqual(1e-12 * exact);
        });
        expect(atMost({ low, chances }, low - 1)).toBe(0);
        expect(atMost({ low, chances }, white + 5)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('gives no more than it holds', () => {
    expect(() => hypergeometric(2, 3, 6)).toThrow(RangeError);
    expect(() => hypergeometric(2, 3, -1)).toThrow(RangeError);
  });
});
