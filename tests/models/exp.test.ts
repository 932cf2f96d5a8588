import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { exp } from '../../src/models/exp.ts';
import { between } from './support/arbitraries.ts';

const bits = (x: number) => new BigInt64Array(Float64Array.of(x).buffer)[0]!;
const unitsApart = (a: number, b: number) => Math.abs(Number(bits(a) - bits(b)));

describe('exp', () => {
  test('is within one unit in the last place of the true value', () => {
    // Multiples of 2⁻⁴⁰, so that the true value can be had from whole numbers alone.
    fc.assert(
      fc.property(fc.bigInt({ min: -30n << 40n, max: 30n << 40n }), (x) => {
        const value = exp(Number(x) / 2 ** 40);
        const unit = Math.abs(
          new Float64Array(BigInt64Array.of(bits(value) + 1n).buffer)[0]! - value,
        );
        expect(Math.abs(differenceFromTrueExp(x, value)) / unit).toBeLessThan(1);
      }),
      { numRuns: 2000 },
    );
  });

  test('agrees with the engine’s own over the whole range', () => {
    fc.assert(
      fc.property(between(-745, 709.7), (x) => {
        expect(unitsApart(exp(x), Math.exp(x))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 5000 },
    );
  });

  test('is 1 at 0, and ends where doubles end', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(exp(709.78)).toBeGreaterThan(1.79e308);
    expect(exp(710)).toBe(Infinity);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-745.13)).toBe(Number.MIN_VALUE);
    expect(exp(-746)).toBe(0);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(NaN)).toBeNaN();
  });

  // Seeded runs depend on the last bit, so a change in one of these is a change in every run.
  test.each([
    [-0.1, 0.9048374180359595],
    [-0.5, 0.6065306597126334],
    [-1, 0.36787944117144233],
    [-10, 0.00004539992976248485],
    [2, 7.38905609893065],
  ])('of %d keeps its bits', (x, value) => {
    expect(exp(x)).toBe(value);
  });
});

/** value − e^(x / 2⁴⁰), from a series in whole numbers with 256 bits behind the point. */
function differenceFromTrueExp(x: bigint, value: number): number {
  const one = 1n << 256n;
  let sum = one;
  let term = one;
  for (let n = 1n; n < 200n; n++) {
    term = (term * x) / (n << 40n);
    sum += term;
  }
  const mantissaBits = bits(value);
  const exponent = Number((mantissaBits >> 52n) & 0x7ffn) - 1075;
  const mantissa = (mantissaBits & ((1n << 52n) - 1n)) | (1n << 52n);
  return Number((mantissa << BigInt(256 + exponent)) - sum) / 2 ** 256;
}
