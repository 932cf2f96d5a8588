import fc from '../support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { resampleLines } from '../../src/models/bootstrap.ts';
import { seededRandom } from '../../src/models/random.ts';

const sd = (values: Float64Array) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

describe('lines through points drawn anew', () => {
  it('are the line itself where all points lie on one', () => {
    const xs = [0, 1, 3, 7, 12];
    const { slopes, intercepts } = resampleLines(
      xs,
      xs.map((x) => 2 - 0.5 * x),
      200,
      1,
    );
    for (let i = 0; i < 200; i += 1) {
      expect(slopes[i]).toBeCloseTo(-0.5, 10);
      expect(intercepts[i]).toBeCloseTo(2, 10);
    }
  });

  it('are the same for the same seed, and others for another', () => {
    const xs = [0, 1, 2, 3, 4, 5];
    const ys = [1, 0, 3, 2, 5, 3];
    expect(resampleLines(xs, ys, 50, 7)).toEqual(resampleLines(xs, ys, 50, 7));
    expect(resampleLines(xs, ys, 50, 7)).not.toEqual(resampleLines(xs, ys, 50, 8));
  });

  it('go through the mean of their draw: with two points there is one line, drawn again and again', () => {
    const { slopes, intercepts } = resampleLines([1, 3], [5, 9], 100, 1);
    expect(new Set(slopes)).toEqual(new Set([2]));
    expect(new Set(intercepts)).toEqual(new Set([3]));
  });

  it('spread about as widely as the textbook error of the slope says', () => {
    const random = seededRandom(5);
    const xs = Array.from({ length: 400 }, () => random());
    // Even errors of a variance of 1/12, whatever x is, are what the textbook assumes.
    const ys = xs.map((x) => 3 * x + random());
    const { slopes } = resampleLines(xs, ys, 2000, 1);
    const textbook = Math.sqrt(1 / 12) / (Math.sqrt(xs.length) * sd(Float64Array.from(xs)));
    expect(sd(slopes) / textbook).toBeGreaterThan(0.9);
    expect(sd(slopes) / textbook).toBeLessThan(1.1);
  });

  it('are always there, even where most draws are of points above each other', () => {
    const points = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: -9, max: 9 })),
      {
        minLength: 5,
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(points, (pairs) => {
        fc.pre(new Set(pairs.map(([x]) => x)).size === 2);
        const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        const { slopes, intercepts } = resampleLines(xs, ys, 30, 1);
        expect([...slopes, ...intercepts].every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it('do not exist where all points lie above each other', () => {
    expect(() => resampleLines([2, 2, 2], [1, 2, 3], 10, 1)).toThrow('These points have no line.');
  });
});
