import { describe, expect, test } from 'vitest';
import { logGamma } from '../../src/models/log-gamma.ts';
import { factorial } from './support/rational.ts';

describe('ln Γ', () => {
  test('at a place known to fifteen digits', () => {
    expect(logGamma(10.5)).toBeCloseTo(13.940625219403763, 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
  });

  test('is the logarithm of a factorial', () => {
    for (let n = 1; n <= 170; n += 1) {
      const truth = Math.log(Number(factorial(n - 1)));
      expect(Math.abs(logGamma(n) - truth), `Γ(${n})`).toBeLessThan(1e-14 * Math.max(1, truth) * 2);
    }
  });

  test('of neighbours differs by the logarithm of the smaller one', () => {
    for (const x of [1e-6, 0.3, 11.9999, 12, 50_000.5, 1e7]) {
      const step = logGamma(x + 1) - logGamma(x);
      expect(Math.abs(step - Math.log(x)), String(x)).toBeLessThan(1e-15 * logGamma(x + 1) + 1e-13);
    }
  });

  test('is refused at zero, below and at no number', () => {
    for (const x of [0, -1.5, NaN]) expect(() => logGamma(x)).toThrow(RangeError);
  });
});
