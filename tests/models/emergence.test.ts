import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import {
  allOrNothing,
  chance,
  climbOf,
  climbOfOne,
  constants,
  fakingSkills,
  logScore,
  narrowestShare,
  partialCredit,
  seenAtLeastOnce,
  type Skill,
} from '../../src/models/emergence.ts';
import { between } from './support/arbitraries.ts';

const anySkill: fc.Arbitrary<Skill> = fc.record({
  midpoint: between(20, 28),
  slope: between(0.5, 4),
  times: fc.integer({ min: 1, max: 30 }),
});
const anySkills = fc.array(anySkill, { minLength: 1, maxLength: 4 });
const anySize = between(18, 30);

const skills = fakingSkills();
const seen = (of: readonly Skill[], tries: number) => (size: number) =>
  seenAtLeastOnce(allOrNothing(of, size), tries);
/** Far beyond any climb of the skills above. */
const everywhere = [-20, 90] as const;
const product = (of: readonly Skill[]) =>
  climbOf((size) => allOrNothing(of, size), everywhere).width;
/** The climb of one call of a skill. */
const alone = ({ slope }: Pick<Skill, 'slope'>) => (2 * Math.log(9)) / slope;

describe('golden numbers, from a separate prototype', () => {
  test.each([
    [1, 4.3944],
    [2, 3.6882],
    [3, 3.475],
    [4, 3.3728],
    [10, 3.1965],
  ])('%i calls of one skill of slope 1 climb in %f decades', (times, width) => {
    expect(climbOfOne({ midpoint: 0, slope: 1, times }).width).toBeCloseTo(width, 4);
  });

  test('without end of calls the climb takes 3.0844 decades', () => {
    expect(narrowestShare * alone({ slope: 1 })).toBeCloseTo(3.0844, 4);
    const many = climbOfOne({ midpoint: 0, slope: 1, times: 1e7 });
    expect(many.width).toBeCloseTo(3.0844, 4);
    expect(narrowestShare).toBeCloseTo(0.7019, 4);
  });

  test.each([
    [24, 0.0086, 0.4375, -4.76],
    [25, 0.3379, 0.8112, -1.085],
    [26, 0.8467, 0.9675, -0.166],
  ])('at size %i', (size, all, partial, log) => {
    expect(allOrNothing(skills, size)).toBeCloseTo(all, 4);
    expect(partialCredit(skills, size)).toBeCloseTo(partial, 4);
    expect(logScore(skills, size)).toBeCloseTo(log, 3);
  });

  test.each([
    ['all or nothing', 1.694, (size: number) => allOrNothing(skills, size)],
    ['partial credit', 2.694, (size: number) => partialCredit(skills, size)],
    ['seen at least once in 100', 0.522, seen(skills, 100)],
    ['seen at least once in 10,000', 0.39, seen(skills, 10_000)],
  ])('%s climbs in %f decades', (_, width, score) => {
    expect(climbOf(score).width).toBeCloseTo(width, 3);
  });

  test('hold for the constants of the design', () => {
    expect(constants).toEqual({ awareness: 23, goal: 24, planning: 24.5, slope: 2, steps: 3 });
    expect(fakingSkills(12).map(({ times }) => times)).toEqual([1, 1, 12]);
  });
});

describe('the scores', () => {
  test('all or nothing is the product of every call’s chance', () => {
    fc.assert(
      fc.property(anySkills, anySize, (of, size) => {
        const calls = of.flatMap((skill) => Array(skill.times).fill(chance(skill, size)));
        const expected = calls.reduce((all, p: number) => all * p, 1);
        expect(allOrNothing(of, size)).toBeCloseTo(expected, 9);
        expect(logScore(of, size)).toBeCloseTo(
          calls.reduce((sum, p: number) => sum + Math.log(p), 0),
          6,
        );
        const mean = calls.reduce((sum, p: number) => sum + p, 0) / calls.length;
        expect(partialCredit(of, size)).toBeCloseTo(mean, 9);
      }),
    );
  });

  test('all or nothing is never above the worst skill, and never above partial credit', () => {
    fc.assert(
      fc.property(anySkills, anySize, (of, size) => {
        const all = allOrNothing(of, size);
        const worst = Math.min(...of.map((skill) => chance(skill, size)));
        expect(all).toBeLessThanOrEqual(worst * (1 + 1e-9));
        expect(partialCredit(of, size)).toBeGreaterThanOrEqual(worst * (1 - 1e-9));
      }),
    );
  });

  test('none falls as models grow', () => {
    fc.assert(
      fc.property(anySkills, anySize, between(0, 3), (of, size, growth) => {
        for (const score of [allOrNothing, partialCredit, logScore]) {
          expect(score(of, size + growth)).toBeGreaterThanOrEqual(score(of, size) - 1e-12);
        }
      }),
    );
  });

  test('one try is the chance itself, and tries add up', () => {
    fc.assert(
      fc.property(
        between(0, 1),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        (p, some, more) => {
          expect(seenAtLeastOnce(p, 1)).toBeCloseTo(p, 12);
          const neither = (1 - seenAtLeastOnce(p, some)) * (1 - seenAtLeastOnce(p, more));
          expect(1 - seenAtLeastOnce(p, some + more)).toBeCloseTo(neither, 12);
        },
      ),
    );
  });

  test('a chance too small for its complement to show still adds up over many tries', () => {
    expect(seenAtLeastOnce(1e-18, 1e6)).toBeCloseTo(1e-12, 20);
    expect(seenAtLeastOnce(0, 1e6) + 0).toBe(0);
    expect(seenAtLeastOnce(1, 3)).toBe(1);
  });
});

describe('the climb', () => {
  test('found by halving is the one in closed form', () => {
    fc.assert(
      fc.property(anySkill, (skill) => {
        const exact = climbOfOne(skill);
        const found = climbOf((size) => allOrNothing([skill], size), everywhere);
        for (const part of ['from', 'middle', 'to', 'width'] as const) {
          expect(found[part]).toBeCloseTo(exact[part], 9);
        }
      }),
    );
  });

  test('is asked for where there is none', () => {
    expect(() => climbOf(() => 0.5)).toThrow(RangeError);
    expect(() => climbOf((size) => chance(skills[0], size), [0, 23])).toThrow(/does not pass 0\.9/);
  });

  test('of more calls of a skill is delayed at least twice as far as it is narrowed', () => {
    fc.assert(
      fc.property(anySkill, fc.integer({ min: 2, max: 1000 }), (skill, times) => {
        const one = climbOfOne({ ...skill, times: 1 });
        const many = climbOfOne({ ...skill, times });
        const narrowed = one.width - many.width;
        expect(narrowed).toBeGreaterThan(0);
        expect(many.from - one.from).toBeGreaterThan(2 * narrowed);
      }),
    );
  });

  test('of any product keeps 70 % of the width of its steepest skill', () => {
    fc.assert(
      fc.property(anySkills, (of) => {
        const slope = Math.max(...of.map((skill) => skill.slope));
        expect(product(of)).toBeGreaterThanOrEqual(narrowestShare * alone({ slope }) - 1e-9);
      }),
    );
  });

  test('narrows with tries, and never below what all calls together allow', () => {
    fc.assert(
      fc.property(anySkills, fc.integer({ min: 2, max: 1_000_000 }), (of, tries) => {
        const slope = of.reduce((sum, skill) => sum + skill.slope * skill.times, 0);
        const { width } = climbOf(seen(of, tries), everywhere);
        expect(width).toBeLessThan(product(of));
        expect(width).toBeGreaterThanOrEqual(narrowestShare * alone({ slope }) - 1e-9);
      }),
    );
  });

  test('of a single call keeps 70 % of its width however often it is tried', () => {
    const once = [{ ...skills[0], times: 1 }];
    const { width } = climbOf(seen(once, 1_000_000), everywhere);
    expect(width / alone(skills[0])).toBeGreaterThan(narrowestShare);
    expect(width / alone(skills[0])).toBeCloseTo(narrowestShare, 3);
  });

  test('of many tries of the default skills comes near its bound', () => {
    const bound = (narrowestShare * alone({ slope: 2 })) / 5;
    expect(climbOf(seen(skills, 1e12), everywhere).width / bound).toBeLessThan(1.05);
  });
});
