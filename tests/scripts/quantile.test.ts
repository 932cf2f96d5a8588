import fc from '../support/fast-check.ts';
import { expect, test } from 'vitest';
import { medianOf, quantileOf } from '../../scripts/quantile.mjs';

test('the median is the middle value, or lies between the two middle ones', () => {
  expect(medianOf([30, 10, 20])).toBe(20);
  expect(medianOf([4, 1, 3, 2])).toBe(2.5);
  expect(medianOf([7])).toBe(7);
});

test('a quantile goes from the least value to the greatest, in straight lines', () => {
  const values = [50, 10, 30, 20, 40];
  expect([0, 0.25, 0.98, 1].map((share) => quantileOf(values, share))).toEqual([
    10,
    20,
    expect.closeTo(49.2, 12),
    50,
  ]);
  expect(values).toEqual([50, 10, 30, 20, 40]);
});

test('about the share asked for lies below a quantile', () => {
  const anyValues = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 });
  fc.assert(
    fc.property(anyValues, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const quantile = quantileOf(values, share);
      const place = share * (values.length - 1);
      expect(values.filter((value) => value < quantile).length).toBeLessThanOrEqual(
        Math.ceil(place),
      );
      expect(values.filter((value) => value <= quantile).length).toBeGreaterThan(Math.floor(place));
    }),
  );
});
