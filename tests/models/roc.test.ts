import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { discriminability } from '../../src/models/binormal.ts';
import { normalCdf, normalQuantile } from '../../src/models/normal.ts';
import { seededRandom } from '../../src/models/random.ts';
import {
  areaError,
  areaInterval,
  areaUnderCurve,
  rocCurve,
  type Rated,
} from '../../src/models/roc.ts';

const rate = (wanted: number[], other: number[]): Rated[] => [
  ...wanted.map((rating) => ({ rating, wanted: true })),
  ...other.map((rating) => ({ rating, wanted: false })),
];
const someRatings = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 });

describe('the curve', () => {
  test('has a point for each rating given, worked out by hand', () => {
    expect(rocCurve(rate([3, 2, 2], [2, 1]))).toEqual([
      { threshold: Infinity, falseAlarms: 0, caught: 0 },
      { threshold: 3, falseAlarms: 0, caught: 1 / 3 },
      { threshold: 2, falseAlarms: 1 / 2, caught: 1 },
      { threshold: 1, falseAlarms: 1, caught: 1 },
    ]);
  });

  test('has the Mann–Whitney share below it, with straight lines where ratings tie', () => {
    fc.assert(
      fc.property(someRatings, someRatings, (wanted, other) => {
        const points = rocCurve(rate(wanted, other))!;
        const trapezia = points.slice(1).map((to, index) => {
          const from = points[index]!;
          return ((to.falseAlarms - from.falseAlarms) * (to.caught + from.caught)) / 2;
        });
        const area = trapezia.reduce((sum, part) => sum + part, 0);
        expect(area).toBeCloseTo(areaUnderCurve(rate(wanted, other))!, 12);
      }),
    );
  });

  test('needs both kinds', () => {
    expect([rocCurve(rate([1], [])), rocCurve(rate([], [1]))]).toEqual([undefined, undefined]);
    expect(areaUnderCurve(rate([1, 2], []))).toBeUndefined();
  });
});

describe('the area', () => {
  test.each([
    [[2, 2], [1, 1], 1],
    [[1], [2], 0],
    [[1, 1], [1, 1, 1], 1 / 2],
    // Pairs 6–4, 6–1, 4–4, 4–1: three wins and a tie.
    [[6, 4], [4, 1], 3.5 / 4],
    [[5, 3, 1], [4, 2], 3 / 6],
  ])('of %j against %j is %f', (wanted, other, area) => {
    expect(areaUnderCurve(rate(wanted, other))).toBe(area);
  });

  test('turns into its complement when the kinds are swapped, and hangs on order alone', () => {
    fc.assert(
      fc.property(someRatings, someRatings, (wanted, other) => {
        const area = areaUnderCurve(rate(wanted, other))!;
        expect(areaUnderCurve(rate(other, wanted))).toBeCloseTo(1 - area, 12);
        const stretched = (ratings: number[]) => ratings.map((rating) => rating ** 3 - 7);
        expect(areaUnderCurve(rate(stretched(wanted), stretched(other)))).toBe(area);
      }),
    );
  });
});

describe('the interval', () => {
  const z = normalQuantile(0.975);

  test('for one pair is the score interval of a proportion, known in closed form', () => {
    // With one of each kind, the error is that of a coin tossed once.
    expect(areaInterval(1, 1, 1).low).toBeCloseTo(1 / (1 + z * z), 12);
    const middle = (0.5 + (z * z) / 2) / (1 + z * z);
    const half = (z * Math.sqrt(0.25 + (z * z) / 4)) / (1 + z * z);
    const { low, high } = areaInterval(0.5, 1, 1);
    expect(low).toBeCloseTo(middle - half, 12);
    expect(high).toBeCloseTo(middle + half, 12);
  });

  // From a search over a million values in another language.
  test.each([
    [0.8, 14, 14, 0.586268, 0.913179],
    [0.83, 500, 500, 0.80274, 0.853768],
    [0.6, 3, 7, 0.251851, 0.865913],
    [1, 4, 4, 0.582285, 1],
  ])('of %f from %i and %i', (area, wanted, other, low, high) => {
    const interval = areaInterval(area, wanted, other);
    expect(Math.abs(interval.low - low)).toBeLessThan(2e-6);
    expect(Math.abs(interval.high - high)).toBeLessThan(2e-6);
  });

  test('ends where the measured area is z standard errors away', () => {
    expect(areaError(0.5, 2, 2)).toBeCloseTo(Math.sqrt((0.25 * (1 + 2 / 3)) / 4), 12);
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (area, wanted, other) => {
          const { low, high } = areaInterval(area, wanted, other);
          for (const end of [low, high]) {
            expect(Math.abs(area - end)).toBeCloseTo(z * areaError(end, wanted, other), 9);
          }
          expect(0 < low && low < area && area < high && high < 1).toBe(true);
        },
      ),
    );
  });

  test('is mirrored when the kinds are swapped', () => {
    const [a, b] = [areaInterval(0.7, 5, 9), areaInterval(1 - 0.7, 9, 5)];
    expect(a.low).toBeCloseTo(1 - b.high, 12);
  });

  test('has a width where the ratings were perfect, and reaches the end', () => {
    const { low, high } = areaInterval(1, 14, 14);
    expect(high).toBe(1);
    expect(low).toBeGreaterThan(0.8);
    expect(low).toBeLessThan(0.9);
    expect(areaInterval(0, 4, 4).low).toBe(0);
  });

  test.each([
    [1.2, 4, 4],
    [NaN, 4, 4],
    [0.5, 0, 4],
  ])('refuses %f from %i and %i', (area, wanted, other) => {
    expect(() => areaInterval(area, wanted, other)).toThrow(RangeError);
  });

  // Six steps of confidence cut out of normal evidence, as few items as a reader may rate and as many
  // as there are. 2,000 runs give a coverage to within one in a hundred.
  describe.each([
    [4, 4],
    [14, 14],
    [3, 7],
  ])('from %i and %i ratings', (wanted, other) => {
    test.each([0.5, 0.7, 0.83, 0.92])('holds a true area near %f about 95 times of 100', (area) => {
      const dPrime = discriminability(area);
      const cuts = [-1.3, -0.6, 0, 0.7, 1.5].map((cut) => cut + dPrime / 2);
      const shares = (mean: number) => {
        const below = [0, ...cuts.map((cut) => normalCdf(cut - mean)), 1];
        return below.slice(1).map((upper, index) => upper - below[index]!);
      };
      // The true area of the six steps, ties counted half; they blur the evidence a little.
      const [ofWanted, ofOther] = [shares(dPrime), shares(0)];
      let truth = 0;
      ofWanted.forEach((p, i) =>
        ofOther.forEach((q, j) => (truth += p * q * (i > j ? 1 : i === j ? 0.5 : 0))),
      );

      const random = seededRandom(5);
      const draw = (count: number, mean: number) =>
        Array.from({ length: count }, () => {
          const evidence = normalQuantile(random()) + mean;
          return cuts.filter((cut) => evidence >= cut).length;
        });
      const runs = 2000;
      let held = 0;
      for (let run = 0; run < runs; run += 1) {
        const measured = areaUnderCurve(rate(draw(wanted, dPrime), draw(other, 0)))!;
        const { low, high } = areaInterval(measured, wanted, other);
        if (low <= truth && truth <= high) held += 1;
      }
      expect(held / runs).toBeGreaterThan(0.935);
      expect(held / runs).toBeLessThan(0.99);
    });
  });
});
