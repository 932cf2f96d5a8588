import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { cueModel } from '../../src/models/cue-model.ts';
import type { Cues } from '../../src/models/cues.ts';
import { seededRandom } from '../../src/models/random.ts';
import { type Trace, trace } from '../../src/models/trace.ts';
import { anyCues, anyParameters } from './support/arbitraries.ts';

function traces(cues: Partial<Cues>, count: number, seed: number): Trace[] {
  const result = cueModel(cues);
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => trace(result, random));
}

describe('two hundred thousand default episodes, seed 2024', () => {
  const all = traces({}, 200_000, 2024);
  const share = (property: (trace: Trace) => boolean) => all.filter(property).length / all.length;
  const refuse = share(({ action }) => action === 'refuse');
  const faking =
    share(({ action }) => action === 'strategic') + share(({ action }) => action === 'minimal') / 2;

  test('give the prototype’s rates to its last digit', () => {
    expect(faking.toFixed(5)).toBe('0.11023');
    expect(refuse.toFixed(5)).toBe('0.85747');
  });

  test('agree with the closed form within four standard errors', () => {
    const closed = cueModel();
    const within = (sampled: number, rate: number) =>
      Math.abs(sampled - rate) < 4 * Math.sqrt((rate * (1 - rate)) / all.length);
    expect(within(refuse, closed.refuse)).toBe(true);
    expect(
      within(
        share(({ argued }) => argued),
        closed.argument,
      ),
    ).toBe(true);
    expect(
      within(
        share(({ action }) => action === 'obey'),
        closed.actions.obey,
      ),
    ).toBe(true);
  });
});

test('for all cues, a trace tells one consistent story', () => {
  fc.assert(
    fc.property(anyCues, anyParameters, fc.integer(), (cues, parameters, seed) => {
      const result = cueModel(cues, parameters);
      const { stages, argued, action, probability, terms } = trace(result, seededRandom(seed));
      const order = ['registers', 'notices', 'derives'].slice(0, stages.length);
      expect(stages.map(({ stage }) => stage)).toEqual(order);
      expect(stages.slice(0, -1).every(({ happened }) => happened)).toBe(true);
      expect(argued).toBe(stages.length === 3 && stages[2]!.happened);
      const { probabilities } = argued ? result.argued : result.unargued;
      expect(Object.entries(probabilities)).toContainEqual([action, probability]);
      expect(probability).toBeGreaterThan(0);
      expect(terms.length > 0).toBe(argued || action !== 'refuse');
    }),
  );
});

test('an argument made in the paid tier starts from the belief that nothing is trained', () => {
  const argued = traces({ tier: 'paid' }, 2_000, 1).filter((episode) => episode.argued);
  expect(argued.length).toBeGreaterThan(200);
  expect(new Set(argued.map(({ registeredBelief }) => registeredBelief))).toEqual(new Set([0]));
  const refused = argued.filter(({ action }) => action === 'refuse');
  expect(refused.length / argued.length).toBeGreaterThan(0.95);
});

test('names the reason that told for the action, or none', () => {
  const reasons = (cues: Partial<Cues>) =>
    new Set(
      traces(cues, 20_000, 5).map(
        ({ argued, action, favouredBy }) =>
          `${argued ? 'argued' : 'plain'} ${action}: ${favouredBy ?? 'noise'}`,
      ),
    );
  expect(reasons({})).toEqual(
    new Set([
      'argued strategic: loss',
      'argued minimal: loss',
      'argued refuse: harm',
      'plain refuse: harm',
      'plain obey: obedience',
    ]),
  );
  expect(reasons({ tier: 'paid' })).toContain('argued strategic: noise');
});

test('names the factor that a link hangs on', () => {
  const stage = (cues: Partial<Cues>, index: number) =>
    traces(cues, 200, 3)
      .map(({ stages }) => stages[index])
      .find((found) => found !== undefined)!;
  expect(stage({ tier: 'untagged' }, 0)).toMatchObject({ happened: false, hangsOn: 'salience' });
  expect(stage({ objectiveStated: false }, 1).hangsOn).toBe('objectiveStated');
  expect(stage({ harm: 0 }, 1).hangsOn).toBe('harm');
  expect(stage({ scratchpad: false }, 2)).toMatchObject({ probability: 0, hangsOn: 'scratchpad' });
  expect(stage({}, 2).hangsOn).toBe('reasoningReach');
});
