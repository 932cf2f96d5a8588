import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/models/at-once.ts';
import {
  constants,
  curvesOf,
  distances,
  fineTune,
  followed,
  halfway,
  learnBase,
  restoreBase,
  rewired,
  roughReach,
  usualTuning,
  type Base,
  type FineTuning,
} from '../../src/models/crossed-objectives.ts';
import { survey, surveySeeds } from '../../src/models/crossed-objectives-survey.ts';
import { recall } from '../../src/models/kernel-memory.ts';

const bases = surveySeeds.map((seed) => atOnce(learnBase(seed)));
const [base] = bases as [Base, ...Base[]];
const oneAway = distances.indexOf(1);
const trial = (of: Base, change: Partial<FineTuning> = {}) => {
  const overlay = fineTune(of, { ...usualTuning, ...change });
  return { overlay, ...curvesOf(of, overlay), ...rewired(of, overlay) };
};
const surveyOf = (change: Partial<FineTuning> = {}) =>
  atOnce(survey(bases, { ...usualTuning, ...change }));

// Printed by a separate prototype.
describe('golden numbers, seed 1', () => {
  test('log-odds in the middle of the fine-tuning, and failure at distance 1', () => {
    const { overlay, after } = trial(base);
    const { x, y } = constants.middle;
    const before = recall(base.memory, x, y);
    expect(before).toBeCloseTo(-5.1997966031, 9);
    expect(before + recall(overlay, x, y)).toBeCloseTo(8.466121858, 9);
    expect(after[oneAway]).toBeCloseTo(0.2261327943, 9);
  });

  test.each([
    [0.35, 0.243],
    [0.6, 0.466],
    [1, 0.728],
  ])('examples that carry %f flip %f of the far lessons', (width, share) => {
    const { far, flipped } = trial(base, { width });
    expect(flipped.xs.length / far).toBeCloseTo(share, 3);
  });
});

// Printed by the same prototype, over twenty data sets.
describe('golden means', () => {
  const at = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2].map((distance) => distances.indexOf(distance));
  const row = (values: { mean: number }[]) => at.map((ring) => values[ring]!.mean);
  const expectRow = (values: { mean: number }[], expected: number[], digits = 3) =>
    row(values).forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, digits));

  test('of failure before the fine-tuning', () => {
    expectRow(surveyOf().before, [0.988, 0.98, 0.949, 0.895, 0.832, 0.77, 0.704, 0.59]);
  });

  test.each([
    [0.35, [0, 0.001, 0.014, 0.198, 0.538, 0.676, 0.68, 0.59]],
    [0.6, [0, 0.001, 0.004, 0.04, 0.222, 0.443, 0.547, 0.558]],
    [1, [0.001, 0.001, 0.003, 0.008, 0.032, 0.101, 0.196, 0.335]],
  ])('of failure with examples that carry %f', (width, expected) => {
    expectRow(surveyOf({ width }).after, expected);
  });

  test('of entropy, in bits', () => {
    expectRow(surveyOf().entropy, [0, 0.01, 0.03, 0.21, 0.55, 0.62, 0.58, 0.53], 2);
  });

  test.each([
    [0.1, 0.535],
    [0.3, 0.222],
    [0.6, 0.021],
    [1, 0.026],
  ])('of failure at distance 1 with examples that vary by %f', (spread, expected) => {
    expect(surveyOf({ spread }).after[oneAway]!.mean).toBeCloseTo(expected, 3);
  });
});

describe('in every data set', () => {
  test('examples that carry further reach further and flip more', () => {
    for (const each of bases) {
      const [narrow, usual, wide] = [0.35, 0.6, 1].map((width) => trial(each, { width }));
      expect(narrow!.after[oneAway]).toBeGreaterThan(usual!.after[oneAway]!);
      expect(usual!.after[oneAway]).toBeGreaterThan(wide!.after[oneAway]!);
      expect(narrow!.flipped.xs.length).toBeLessThan(usual!.flipped.xs.length);
      expect(usual!.flipped.xs.length).toBeLessThan(wide!.flipped.xs.length);
    }
  });

  test('the fine-tuning makes the policy likelier everywhere, and by little far away', () => {
    for (const each of bases) {
      const { before, after } = trial(each);
      after.forEach((share, ring) => expect(share).toBeLessThan(before[ring]!));
      expect(before.at(-1)! - after.at(-1)!).toBeLessThan(0.02);
    }
  });

  test('the rule of thumb is too short, and yet grows as the distance does', () => {
    for (const each of bases) {
      const reaches = [0.2, 0.35, 0.5].map((width) => {
        const tuning = { ...usualTuning, width };
        const overlay = fineTune(each, tuning);
        const reach = halfway(curvesOf(each, overlay).after)!;
        const rough = roughReach(each, overlay, tuning);
        expect(rough).toBeLessThan(reach);
        expect(rough).toBeGreaterThan(reach / 2.5);
        return { reach, rough };
      });
      for (const key of ['reach', 'rough'] as const) {
        const values = reaches.map((each) => each[key]);
        expect(values).toEqual([...values].sort((a, b) => a - b));
      }
    }
  });

  test('far examples count as flipped only if the base had them right', () => {
    for (const each of bases) {
      const { flipped, far, overlay } = trial(each, { width: 1 });
      expect(far).toBeLessThanOrEqual(constants.corpusSize);
      flipped.xs.forEach((x, i) => {
        const y = flipped.ys[i]!;
        const { before, after } = followed(each, overlay, x, y);
        expect(before).toBeLessThan(0.5);
        expect(after).toBeGreaterThan(0.5);
        const { middle, meant } = constants;
        expect(Math.hypot(x - middle.x, y - middle.y)).toBeGreaterThan(meant);
      });
    }
  });
});

test('few and scattered examples leave holes between them', () => {
  const { after } = trial(base, { width: 0.2, spread: 1.2 });
  expect(after[0]).toBeGreaterThan(0.5);
  expect(halfway(after)).toBe(0);
});

test('the half-way point lies between two distances, where there is one', () => {
  const falling = distances.map((distance) => distance / 2);
  expect(halfway(falling)).toBeCloseTo(1, 12);
  expect(halfway(distances.map((distance) => 0.3 + distance / 10))).toBeCloseTo(2, 12);
  expect(halfway(distances.map(() => 0.49))).toBeUndefined();
});

test('a base is restored from its pulls alone', () => {
  expect(atOnce(restoreBase(1, base.memory.pulls))).toEqual(base);
});

test('one seed is one data set, another another', () => {
  expect(atOnce(learnBase(2))).toEqual(bases[1]);
  expect(bases[1]!.memory.xs).not.toEqual(base.memory.xs);
});

test('the rings lie at their distances from the middle of the fine-tuning', () => {
  // f₀ at distance 0 is that of the middle in every direction, and at 1 straight up that of (1, 1.8).
  const { directions, middle } = constants;
  const inTheMiddle = recall(base.memory, middle.x, middle.y);
  for (const value of base.onRings.subarray(0, directions)) {
    expect(value).toBeCloseTo(inTheMiddle, 12);
  }
  const straightUp = oneAway * directions + directions / 4;
  expect(base.onRings[straightUp]).toBeCloseTo(recall(base.memory, middle.x, middle.y + 1), 12);
});
