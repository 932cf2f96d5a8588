import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fill } from '../../src/lib/fill.ts';
import { climbOf, fakingSkills, logScore, partialCredit } from '../../src/models/emergence.ts';
import {
  across,
  climb,
  comparison,
  defaults,
  type EmergenceState,
  finding,
  height,
  largest,
  largestLeap,
  linkSchema,
  modelsOffered,
  mostSteps,
  mostTries,
  multiple,
  rounded,
  scoreOf,
  scores,
  sentence,
  sizesOf,
  smallest,
  tableOf,
} from '../../src/widgets/emergence/emergence.ts';
import { interfaceText } from '../support/interface-text.ts';

const labels = interfaceText.emergence;
const state = (change: Partial<EmergenceState> = {}) => ({ ...defaults, ...change });

/** Every state that the controls can reach. */
const everyState: EmergenceState[] = scores.flatMap((score) =>
  Array.from({ length: mostSteps }, (_, index) => index + 1).flatMap((steps) =>
    Array.from({ length: mostTries }, (_, power) => 10 ** (power + 1)).flatMap((tries) =>
      modelsOffered.flatMap((models) =>
        (['tenfold', 'even'] as const).map((axis) => ({ score, steps, tries, models, axis })),
      ),
    ),
  ),
);

describe('the address', () => {
  it('gives the state at rest where it says nothing, and the state where it does', () => {
    expect(v.parse(linkSchema, {})).toEqual(defaults);
    const link = { score: 'seen', steps: '12', tries: '10000', models: '5', axis: 'even' };
    const read = { score: 'seen', steps: 12, tries: 10_000, models: 5, axis: 'even' };
    expect(v.parse(linkSchema, link)).toEqual(read);
  });

  it('can hold every state of the controls', () => {
    for (const each of everyState) {
      const link = Object.fromEntries(
        Object.entries(each).map(([key, value]) => [key, `${value}`]),
      );
      expect(v.parse(linkSchema, link)).toEqual(each);
    }
  });

  it.each([
    { score: 'exact' },
    { steps: '0' },
    { steps: '13' },
    { steps: '2.5' },
    { tries: '1' },
    { tries: '20' },
    { tries: '100000' },
    { models: '7' },
    { models: '-4' },
    { axis: 'log' },
    { size: '3' },
  ])('refuses %j', (values) => {
    expect(v.safeParse(linkSchema, values).success).toBe(false);
  });
});

describe('the picture', () => {
  it('holds every climb from end to end, on either axis', () => {
    for (const each of everyState) {
      const { from, to } = climb(each);
      expect(from).toBeGreaterThan(smallest);
      expect(to).toBeLessThan(largest);
      expect(across(from, each.axis)).toBeGreaterThanOrEqual(0);
      expect(across(to, each.axis)).toBeLessThanOrEqual(1);
    }
  });

  it('keeps the climb whatever the axis and however few the sizes', () => {
    const whole = climb(state());
    for (const models of modelsOffered) {
      expect(climb(state({ models, axis: 'even', tries: 10 }))).toEqual(whole);
    }
    expect(climb(state({ score: 'log' }))).toEqual(whole);
  });

  it('spreads the sizes tested evenly over the decades, from the smallest to the largest', () => {
    expect(sizesOf(state({ models: 4 }))).toEqual([21, 23, 25, 27]);
    expect(sizesOf(state({ models: 5 }))).toEqual([21, 22.5, 24, 25.5, 27]);
    const every = sizesOf(state());
    expect([every[0], every.at(-1)]).toEqual([smallest, largest]);
    expect(every.length).toBeGreaterThan(200);
  });

  it('places sizes by factors or evenly', () => {
    expect(across(24, 'tenfold')).toBeCloseTo(0.5, 12);
    expect(across(26, 'even')).toBeCloseTo(0.1, 12);
    for (const axis of ['tenfold', 'even'] as const) expect(across(largest, axis)).toBe(1);
  });

  it('draws the log score from one in a billion up to one, and below that beneath the axis', () => {
    expect(height(1, 'log')).toBe(1);
    expect(height(1e-3, 'log')).toBeCloseTo(2 / 3, 12);
    expect(height(1e-9, 'log')).toBeCloseTo(0, 12);
    expect(height(1e-12, 'log')).toBeLessThan(0);
    expect(height(0.3, 'partial')).toBe(0.3);
  });
});

describe('the scores', () => {
  it('are those of the model', () => {
    const skills = fakingSkills(5);
    expect(scoreOf(state({ score: 'partial', steps: 5 }))(24)).toBe(partialCredit(skills, 24));
    const all = scoreOf(state({ steps: 5 }));
    expect(Math.log(all(24))).toBeCloseTo(logScore(skills, 24), 9);
    expect(scoreOf(state({ steps: 5, score: 'log' }))(24)).toBe(all(24));
    const seen = scoreOf(state({ steps: 5, score: 'seen', tries: 10 }))(24);
    expect(seen).toBeCloseTo(1 - (1 - all(24)) ** 10, 12);
  });

  it('make a slope, a late climb and a jump of the same skills', () => {
    const width = (change: Partial<EmergenceState>) => climb(state(change)).width;
    expect(width({ score: 'partial' })).toBeGreaterThan(1.5 * width({}));
    expect(width({ score: 'seen', tries: 10_000 })).toBeLessThan(width({}) / 4);
  });

  it.each(scores)('scored “%s”, more steps delay more than they narrow', (score) => {
    for (let steps = 2; steps <= mostSteps; steps += 1) {
      const { delay, narrowing } = comparison(state({ score, steps }));
      expect(delay).toBeGreaterThan(narrowing);
      expect(narrowing).toBeGreaterThan(0);
    }
  });

  it('with few sizes leap by what lies between two of them', () => {
    const all = scoreOf(state());
    expect(largestLeap(state({ models: 5 }))).toBeCloseTo(all(25.5) - all(24), 12);
    expect(largestLeap(state({ models: 5 }))).toBeGreaterThan(0.6);
    expect(largestLeap(state({ score: 'partial', models: 8 }))).toBeLessThan(0.4);
  });
});

describe('the words', () => {
  it('leave no hole and no broken number in any state', () => {
    for (const each of everyState) {
      for (const text of [finding(labels, each), sentence(labels, each)]) {
        expect(text).not.toMatch(/[{}]|NaN|undefined|Infinity|e[+-]\d/);
      }
    }
  });

  it('say in the title what the state shows', () => {
    const title = (change: Partial<EmergenceState>) => finding(labels, state(change));
    expect(title({})).toBe(fill(labels.findingAll, { steps: 3, delay: '0.60', narrowing: '0.15' }));
    expect(title({ steps: 1 })).toBe(fill(labels.findingOne, { width: '1.85' }));
    expect(title({ score: 'partial' })).toBe(fill(labels.findingPartial, { width: '2.69' }));
    expect(title({ score: 'log' })).toBe(labels.findingLog);
    expect(title({ score: 'seen', tries: 10_000 })).toBe(
      fill(labels.findingSeen, { tries: '10,000', sooner: '1.48', width: '0.39' }),
    );
    expect(title({ models: 5 })).toBe(fill(labels.findingFew, { models: 5, leap: 64 }));
    expect(title({ models: 5, score: 'log' })).toBe(fill(labels.findingFewLog, { models: 5 }));
    expect(title({ axis: 'even' })).toBe(fill(labels.findingEven, { share: 1.8 }));
    expect(title({ axis: 'even', score: 'log' })).toBe(labels.findingEvenLog);
    expect(title({ axis: 'even', models: 4 })).toBe(
      fill(labels.findingEvenFew, { models: 4, share: 1 }),
    );
  });

  it('“the score is half way up” there', () => {
    const { middle } = climbOf(scoreOf(state()));
    expect(100 * across(middle, 'even')).toBeCloseTo(1.8, 1);
  });

  it('print sizes to two figures', () => {
    expect([1, 8.83, 3459, 76_540, 1e6].map(rounded)).toEqual([
      '1',
      '8.8',
      '3,500',
      '77,000',
      '1,000,000',
    ]);
  });
});

describe('the table', () => {
  it('has a row for every half decade, or for each size tested', () => {
    const sizes = (models: number) => tableOf(labels, state({ models })).rows.map(([size]) => size);
    expect(sizes(0)).toHaveLength(13);
    expect(sizes(4)).toEqual([1, 100, 10_000, 1_000_000]);
    expect(sizes(5)).toEqual([1, 31.6, 1000, 31_600, 1_000_000]);
    for (const models of modelsOffered)
      expect(new Set(sizes(models)).size).toBe(sizes(models).length);
  });

  it('holds the skills and every score of them', () => {
    const { columns, rows } = tableOf(labels, state({ tries: 1000 }));
    expect(new Set(columns).size).toBe(columns.length);
    const row = rows.find(([size]) => size === multiple(24))!;
    // Awareness one decade past its middle, a goal at it, planning half a decade before it.
    expect(row).toEqual([1000, 0.8808, 0.5, 0.2689, 0.0086, 0.4375, '−4.760', 0.9998]);
    for (const each of rows) expect(each).toHaveLength(columns.length);
  });
});
