import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { gapInterval, perArmNeeded, zPower, zTest } from '../../src/models/two-proportions.ts';
import { between } from './support/arbitraries.ts';

const of = (yes: number, total: number) => ({ yes, no: total - yes });

describe('replies needed in each condition', () => {
  test.each([
    [0.142, 0.028, 93, 153],
    [0.05, 0.02, 588, 973],
    [0.5, 0.34, 149, 245],
  ])('to tell %f from %f', (first, second, usual, sure) => {
    const plan = { first, second, alpha: 0.05 };
    expect(perArmNeeded({ ...plan, power: 0.8 })).toBe(usual);
    expect(perArmNeeded({ ...plan, power: 0.95 })).toBe(sure);
  });

  test('are the fewest that suffice', () => {
    fc.assert(
      fc.property(between(0.01, 0.99), between(0.01, 0.99), (first, second) => {
        fc.pre(Math.abs(first - second) > 0.02);
        const plan = { first, second, alpha: 0.05 };
        const perArm = perArmNeeded({ ...plan, power: 0.8 });
        expect(zPower({ ...plan, perArm })).toBeGreaterThanOrEqual(0.8);
        if (perArm > 1) expect(zPower({ ...plan, perArm: perArm - 1 })).toBeLessThan(0.8);
      }),
    );
  });

  test('have no end where there is nothing to tell', () => {
    expect(perArmNeeded({ first: 0.1, second: 0.1, alpha: 0.05, power: 0.8 })).toBe(Infinity);
  });

  test.each([
    [0.83, 1173, 3.8],
    [0.95, 7208, 1.59],
  ])('are many where a gap is hidden at an area of %f', (_, perArm, points) => {
    // The reported gap in points is rounded, so the count is met to a percent only.
    const needed = perArmNeeded({
      first: 0.142,
      second: 0.142 - points / 100,
      alpha: 0.05,
      power: 0.8,
    });
    expect(Math.abs(needed / perArm - 1)).toBeLessThan(0.01);
  });
});

describe('the power of the z test', () => {
  test('is alpha where the shares are alike', () => {
    for (const perArm of [5, 500]) {
      expect(zPower({ first: 0.2, second: 0.2, perArm, alpha: 0.05 })).toBeCloseTo(0.05, 12);
    }
  });

  test('does not know which condition is first, and is certain at the ends', () => {
    const plan = { perArm: 40, alpha: 0.05 };
    expect(zPower({ ...plan, first: 0.1, second: 0.3 })).toBeCloseTo(
      zPower({ ...plan, first: 0.3, second: 0.1 }),
      14,
    );
    expect(zPower({ ...plan, first: 1, second: 0 })).toBe(1);
    expect(zPower({ ...plan, first: 0, second: 0 })).toBe(0);
  });

  test('asks for shares', () => {
    expect(() => zPower({ first: 1.2, second: 0, perArm: 9, alpha: 0.05 })).toThrow(RangeError);
    expect(() => zPower({ first: 0.2, second: 0, perArm: 9, alpha: -1 })).toThrow(RangeError);
  });
});

describe('the z test', () => {
  test('by hand: 60 of 100 against 40 of 100', () => {
    // Pooled share 1/2, error √(1/4 · 2/100) = 0.0707…, so z = 0.2/0.0707… = √8.
    const { gap, z, p } = zTest({ first: of(60, 100), second: of(40, 100) });
    expect([gap, z]).toEqual([expect.closeTo(0.2, 12), expect.closeTo(Math.sqrt(8), 12)]);
    expect(p).toBeCloseTo(0.004677734981, 10);
  });

  test('finds nothing where nothing varies', () => {
    expect(zTest({ first: of(0, 20), second: of(0, 20) })).toEqual({ gap: 0, z: 0, p: 1 });
  });
});

describe('the interval of a gap', () => {
  /** Newcombe 1998, Table II, method 10: cases (a), (c), (e) and (g). */
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i of %i against %i of %i', (a, m, b, n, low, high) => {
    const interval = gapInterval({ first: of(a, m), second: of(b, n) }, 0.95);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test('holds the gap, stays in range, and turns over with the conditions', () => {
    const counts = fc
      .tuple(fc.integer({ min: 1, max: 90 }), fc.nat())
      .map(([total, any]) => of(any % (total + 1), total));
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const { low, high } = gapInterval({ first, second }, 0.95);
        const { gap } = zTest({ first, second });
        expect(low).toBeLessThanOrEqual(gap);
        expect(high).toBeGreaterThanOrEqual(gap);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
        const turned = gapInterval({ first: second, second: first }, 0.95);
        expect(turned.low).toBeCloseTo(-high, 12);
      }),
    );
  });
});
