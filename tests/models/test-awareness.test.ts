import { describe, expect, test } from 'vitest';
import {
  measuredShare,
  recognition,
  sampleMultiplier,
  softShare,
} from '../../src/models/test-awareness.ts';
import { perArmNeeded } from '../../src/models/two-proportions.ts';

describe('what a disguised test shows of a gap', () => {
  test.each([
    [0.5, 0, 0.5, 0.5, 1, 1, 1, 11.4, 93],
    [0.71, 0.7826, 0.6522, 0.3478, 0.5332, 0.7636, 3.5, 6.08, 421],
    [0.77, 1.0449, 0.6993, 0.3007, 0.43, 0.6402, 5.4, 4.9, 677],
    [0.83, 1.3494, 0.7501, 0.2499, 0.3332, 0.5073, 9.0, 3.8, 1173],
    [0.92, 1.9871, 0.8398, 0.1602, 0.1908, 0.2934, 27.5, 2.18, 3780],
    [0.95, 2.3262, 0.8776, 0.1224, 0.1395, 0.2141, 51.4, 1.59, 7208],
  ])(
    'at an area of %f',
    (area, dPrime, recognised, mistaken, share, soft, times, points, perArm) => {
      const model = recognition(area);
      expect(model.dPrime).toBeCloseTo(dPrime, 4);
      expect(model.recognised).toBeCloseTo(recognised, 4);
      expect(model.mistaken).toBeCloseTo(mistaken, 4);
      expect(measuredShare(model)).toBeCloseTo(share, 4);
      expect(softShare(area)).toBeCloseTo(soft, 4);
      expect(sampleMultiplier(measuredShare(model))).toBeCloseTo(times, 1);
      const shown = 0.114 * measuredShare(model);
      expect(100 * shown).toBeCloseTo(points, 2);
      const plan = { first: 0.142, second: 0.142 - shown, alpha: 0.05, power: 0.8 };
      expect(perArmNeeded(plan)).toBe(perArm);
    },
  );

  test('follows the criterion: a bold model hides more, a careful one less', () => {
    const shares = [-0.5, 0.5, 1.5, 3].map((at) => measuredShare(recognition(0.83, at)));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(recognition(0.83, recognition(0.83).dPrime / 2)).toEqual(recognition(0.83));
    expect(shares[0]).toBeLessThan(0.15);
    expect(shares[3]).toBeGreaterThan(0.9);
  });

  test('a soft agent never hides as much as one that decides', () => {
    for (const area of [0.55, 0.7, 0.9, 0.99]) {
      expect(softShare(area)).toBeGreaterThan(measuredShare(recognition(area)));
    }
  });

  test('an area that is no share is refused', () => {
    expect(() => recognition(1.2)).toThrow(RangeError);
  });
});
