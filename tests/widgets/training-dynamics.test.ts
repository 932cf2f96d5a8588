import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/lib/read-content.ts';
import { atOnce } from '../../src/models/at-once.ts';
import { checkRule } from '../../src/widgets/training-dynamics/rule-check.ts';
import { tableOf } from '../../src/widgets/training-dynamics/table.ts';
import {
  apart,
  defaults,
  finding,
  linkSchema,
  momentAt,
  orderFor,
  packLines,
  promptIds,
  sentence,
  spreadOf,
  unpackLines,
  type DynamicsState,
  type Prompt,
  type Rates,
} from '../../src/widgets/training-dynamics/training-dynamics.ts';
import { flowWithoutLuck } from '../../src/widgets/training-dynamics/without-luck.ts';
import { jobs } from '../../src/workers/training-dynamics.ts';
import { interfaceText } from '../support/interface-text.ts';

const labels = interfaceText.trainingDynamics;

const rate = (id: string, name: string) => {
  const { value, se } = readEvidence().get(id)!.figures![name]!;
  return { value: value!, se: se! };
};
const rates = (id: string, refusing = 'refuse'): Rates => ({
  faking: rate(id, 'af'),
  refuseTraining: rate(id, `${refusing}_train`),
  refuseUnmonitored: rate(id, `${refusing}_unmonitored`),
  gap: rate(id, 'gap'),
});
const helpfulOnly = (['default', 'openai', 'cutExamples'] as const).map((id, i): Prompt => ({
  id,
  before: rates(`G24-0${27 + 2 * i}`),
  after: rates(`G24-0${28 + 2 * i}`),
  followThrough: 68,
}));
const welfare: Prompt = {
  id: 'animalWelfare',
  before: rates('G24-005', 'support'),
  followThrough: 66,
};
const [usual] = helpfulOnly as [Prompt];
const check = checkRule(
  [...helpfulOnly, welfare],
  { withReasoning: 32, without: 99 },
  { withReasoning: 34, without: 64 },
);
const byId = (id: string) => check.checks.find((each) => each.id === id)!;
const state = (change: Partial<DynamicsState> = {}): DynamicsState =>
  ({ ...defaults, ...change }) as DynamicsState;

describe('the address', () => {
  it('gives the state at rest where it says nothing, and the one it names', () => {
    expect(v.parse(linkSchema, {})).toEqual(defaults);
    const named = {
      prompt: 'animalWelfare',
      pressure: 33,
      leakage: 0,
      penalised: true,
      penalty: 100,
      silent: 7,
      batch: '256',
      rate: '0.1',
      runs: '200',
      set: 999,
    };
    const texts = Object.fromEntries(
      Object.entries(named).map(([key, value]) => [key, String(value)]),
    );
    expect(v.parse(linkSchema, texts)).toEqual(named);
  });

  it.each([
    { prompt: 'google' },
    { pressure: '121' },
    { pressure: '-1' },
    { leakage: '0.88' },
    { penalised: 'yes' },
    { penalty: '101' },
    { silent: '101' },
    { batch: '5' },
    { rate: '2' },
    { runs: '2000' },
    { set: '0' },
    { seed: '1' },
  ])('refuses %j', (values) => {
    expect(v.safeParse(linkSchema, values).success).toBe(false);
  });
});

describe('the curves', () => {
  it.each([...helpfulOnly, welfare])('begin at the published rates: $id', (prompt) => {
    const start = momentAt(prompt, defaults, 0);
    for (const key of ['faking', 'refuseTraining', 'refuseUnmonitored'] as const) {
      expect(start[key]).toBeCloseTo(prompt.before[key].value, 10);
    }
    // The printed gap was subtracted before rounding.
    expect(Math.abs(start.gap - prompt.before.gap.value)).toBeLessThan(0.11);
  });

  it('meet the published end of the default prompt at rest, as the caption says, within an error', () => {
    const end = momentAt(usual, defaults, 7);
    const { value, se } = usual.after!.refuseUnmonitored;
    expect(Math.abs(end.refuseUnmonitored - value)).toBeLessThan(se);
    expect(end.faking).toBeCloseTo(83.3, 1);
  });

  it('do not meet those of the altered prompts with the same leak', () => {
    for (const prompt of helpfulOnly.slice(1)) {
      const end = momentAt(prompt, defaults, 7);
      const { value, se } = prompt.after!.refuseUnmonitored;
      expect(end.refuseUnmonitored).toBeLessThan(value - 2 * se);
    }
  });

  it('cost nothing unless the penalty is on', () => {
    const free = momentAt(usual, state({ penalty: 100, silent: 50 }), 7);
    expect(free).toEqual(momentAt(usual, defaults, 7));
    expect(momentAt(usual, state({ penalised: true, penalty: 100 }), 7).faking).toBeLessThan(1);
  });

  it('show the same text however many fake in silence', () => {
    const of = (silent: number) => momentAt(usual, state({ penalised: true, silent }), 7);
    const { silent: none, ...rest } = of(0);
    const { silent: all, ...same } = of(100);
    expect(same).toEqual(rest);
    expect(none).toBe(0);
    // All who comply without writing it: everybody who complies and is not counted as faking.
    const { faking, refuseTraining } = of(100);
    expect(all).toBeCloseTo(100 - faking - refuseTraining, 10);
    const atStart = momentAt(usual, state({ penalised: true, silent: 4 }), 0);
    expect(atStart.silent).toBeCloseTo(0.092, 6);
    expect(of(4).silent).toBeGreaterThan(20 * atStart.silent);
  });
});

describe('the rule against what was measured', () => {
  it('is within chance on three prompts, and fails as often', () => {
    const forecast = (id: string) => {
      const { rule, score, verdict } = byId(id);
      if (!rule || !('value' in rule)) throw new Error(`${id} has no rate.`);
      return [rule.value.toFixed(1), rule.se.toFixed(1), score?.toFixed(2), verdict];
    };
    expect(forecast('faking-default')).toEqual(['83.8', '5.3', '-0.88', 'near']);
    expect(forecast('faking-openai')).toEqual(['72.6', '8.7', '1.32', 'near']);
    expect(forecast('faking-cutExamples')).toEqual(['76.3', '5.4', '-0.49', 'near']);
    expect(check.joint.chiSquared.toFixed(2)).toBe('2.74');
    expect(check.joint.chance.toFixed(2)).toBe('0.43');

    expect(forecast('guarded-default')[0]).toBe('83.8');
    expect(forecast('guarded-openai')[0]).toBe('72.6');
    expect(forecast('guarded-cutExamples')[0]).toBe('76.3');
    for (const prompt of ['default', 'openai', 'cutExamples']) {
      expect(byId(`guarded-${prompt}`).verdict).toBe('fails');
    }
    expect(forecast('elsewhere-animalWelfare')).toEqual(['49.2', '2.9', undefined, 'fails']);
    expect(byId('elsewhere-documents')).toMatchObject({ verdict: 'fails' });
    expect(byId('elsewhere-documents').rule).toBeUndefined();
  });

  it('has a rival that overshoots', () => {
    const { rule } = byId('vanilla-default');
    expect((rule as { high: number }).high).toBeCloseTo(99.5, 1);
    const { low, high } = byId('vanilla-animalWelfare').rule as { low: number; high: number };
    expect([Math.round(low), Math.round(high)]).toEqual([78, 90]);
  });

  it('cannot be saved by one hidden cost, nor by one leak', () => {
    expect(check.penaltyNeeded.default).toBeCloseTo(0.35, 2);
    expect(check.penaltyNeeded.animalWelfare).toBeCloseTo(1.11, 2);
    expect(check.leakage.openai).toBeCloseTo(0.53, 2);
    expect(check.leakage.cutExamples).toBeCloseTo(1.02, 2);
    expect(check.leakage.default).toBeCloseTo(1.05, 2);
  });

  it('has words for every row, and for every row without a number', () => {
    for (const { id, rule, measured } of check.checks) {
      expect(labels.checkNames).toHaveProperty(id);
      if (!rule) expect(labels.ruleSays).toHaveProperty(id);
      if (!measured) expect(labels.wordsOnly).toHaveProperty(id);
    }
    expect(Object.keys(labels.checkNames)).toHaveLength(check.checks.length);
  });
});

describe('the learners', () => {
  it('are ordered so that no two sets share a seed', () => {
    const seeds = (change: Partial<DynamicsState>) => {
      const { firstSeed, runs } = orderFor(usual, state(change));
      return [firstSeed, firstSeed + runs - 1];
    };
    expect(seeds({})).toEqual([1, 20]);
    expect(seeds({ set: 2 })).toEqual([21, 40]);
    expect(seeds({ runs: '200', set: 3 })).toEqual([401, 600]);
  });

  it('start from the published rates', () => {
    const { start } = orderFor(welfare, defaults);
    [0.508, 0.242, 0.25].forEach((share, i) => expect(start[i]).toBeCloseTo(share, 12));
  });

  it('follow the flow without luck, and end near it where nothing is tied', () => {
    const flow = flowWithoutLuck(usual, '0.5');
    expect(flow.shares[0]).toBeCloseTo(0.119, 12);
    expect(flow.kept).toBeCloseTo(83.8, 1);
    const { lines } = atOnce(jobs.runs(orderFor(usual, defaults)));
    expect(lines[0]).toHaveLength(flow.shares.length);
    const spread = spreadOf(lines)!;
    expect(Math.abs(spread.mean - 100 * flow.shares.at(-1)!)).toBeLessThan(0.5);

    const packed = unpackLines(packLines(lines));
    lines.flat().forEach((share, i) => expect(packed.flat()[i]).toBeCloseTo(share, 3));
  });

  it('have a spread once there are two', () => {
    expect(spreadOf([])).toBeUndefined();
    expect(spreadOf([[0, 0.5]])).toEqual({ mean: 50, lowest: 50, highest: 50 });
    expect(spreadOf([[0.2], [0.4]])).toEqual({
      mean: expect.closeTo(30, 10) as number,
      sd: expect.closeTo(10, 10) as number,
      lowest: 20,
      highest: 40,
    });
  });
});

describe('what is said', () => {
  it('has a finding of its own for each kind of state', () => {
    const found = [
      finding(labels, usual, defaults),
      finding(labels, usual, state({ pressure: 0 })),
      finding(labels, usual, state({ leakage: 0 })),
      finding(labels, usual, state({ leakage: 120 })),
      finding(labels, welfare, defaults),
      finding(labels, usual, state({ penalised: true })),
      finding(labels, usual, state({ penalised: true, silent: 30 })),
    ];
    expect(new Set(found).size).toBe(Object.keys(labels.findings).length);
    expect(found.join()).not.toMatch(/[{}]/);
    expect(found[0]).toContain('83 of 100');
    expect(finding(labels, usual, state({ penalised: true, penalty: 0 }))).toBe(found[0]);
  });

  it('tells the state in a sentence', () => {
    const said = sentence(labels, welfare, defaults);
    expect(said).toContain(labels.prompts.animalWelfare);
    expect(said).not.toMatch(/[{}]/);
  });

  it('has everything that is drawn in the table, each row under a name of its own', () => {
    for (const prompt of [usual, welfare]) {
      const values = state({ prompt: prompt.id, pressure: 35 });
      const { columns, rows } = tableOf(labels, prompt, values, check, [[0.1, 0.9]]);
      expect(rows.every((row) => row.length === columns.length)).toBe(true);
      const names = rows.map(([name]) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names.includes(labels.rowAfter)).toBe(prompt === usual);
      expect(names.join()).toContain('3.5');
      expect(rows).toHaveLength((prompt === usual ? 2 : 1) + 14 + 3 + check.checks.length);
    }
  });

  it('knows every prompt', () => {
    expect(Object.keys(labels.prompts)).toEqual([...promptIds]);
  });
});

describe('apart', () => {
  it('leaves words that have room, and moves the others as little as need be', () => {
    expect(apart([1, 5], 1.3, 20)).toEqual([1, 5]);
    expect(apart([5, 5.5], 1.3, 20)).toEqual([5, 6.3]);
    expect(apart([20, 19.5, 2], 1.3, 20)).toEqual([20, 18.7, 2]);
  });
});
