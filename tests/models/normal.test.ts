import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { normalCdf, normalDensity, normalQuantile } from '../../src/models/normal.ts';
import { between } from './support/arbitraries.ts';

/** How far a number is off, as a share of what it should be. */
const off = (value: number, wanted: number) => Math.abs(value / wanted - 1);

describe('Φ', () => {
  // Middle and tail, on both sides of where one method hands over to the other; from Python's erfc.
  test.each([
    [0, 0.5],
    [1.96, 0.9750021048517796],
    [-1.96, 0.024997895148220435],
    [-2.49, 0.0063871547649431746],
    [-2.5, 0.006209665325776139],
    [-2.51, 0.0060365580804126834],
    [-8, 6.220960574271819e-16],
    [-20, 2.7536241186061556e-89],
    [8, 0.9999999999999993],
  ])('Φ(%f) = %f', (z, chance) => {
    expect(off(normalCdf(z), chance)).toBeLessThan(1e-13);
  });

  test('of either infinity is a certainty, and of no number no number', () => {
    expect([-Infinity, Infinity].map(normalCdf)).toEqual([0, 1]);
    expect(normalCdf(NaN)).toBeNaN();
  });

  test('of opposite values adds up to one', () => {
    fc.assert(
      fc.property(between(-8, 8), (z) => {
        expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14);
      }),
    );
  });

  test('has the density as its slope', () => {
    fc.assert(
      fc.property(between(-5, 5), (z) => {
        const h = 1e-5;
        const slope = (normalCdf(z + h) - normalCdf(z - h)) / (2 * h);
        expect(slope).toBeCloseTo(normalDensity(z), 9);
      }),
    );
  });
});

describe('Φ⁻¹', () => {
  test.each([
    [0.5, 0],
    [0.83, 0.954165253146194],
    [0.92, 1.405071560309633],
    [0.975, 1.959963984540054],
    [1e-9, -5.9978070150076865],
    [1e-20, -9.262340089798408],
  ])('Φ⁻¹(%f) = %f', (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(1e-13);
  });

  test('undoes Φ', () => {
    fc.assert(
      fc.property(between(-20, 5), (z) => {
        expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 9);
      }),
    );
  });

  test('of a certainty is infinite, and of what is no probability refused', () => {
    expect([0, 1].map(normalQuantile)).toEqual([-Infinity, Infinity]);
    for (const p of [-0.1, 1.1, NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
