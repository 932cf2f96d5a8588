import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { kindness, meanKindness, step, untrained } from '../../src/models/reward-learner.ts';
import {
  append,
  byRule,
  countRounds,
  defaults,
  finding,
  linkSchema,
  logOf,
  mostRounds,
  roundsAsked,
  runOf,
  sentence,
  signed,
  wordsOf,
} from '../../src/widgets/reward-trainer/reward-trainer.ts';
import { interfaceText } from '../support/interface-text.ts';

const labels = interfaceText.rewardTrainer;
const runWith = (rewards: string, dark = 0, seed = defaults.seed) => runOf({ seed, dark, rewards });
const lastOf = (rewards: string, dark = 0) => runWith(rewards, dark).states.at(-1)!;

describe('rewards as a link holds them', () => {
  it('count a stretch by rule as so many rounds', () => {
    expect(countRounds('')).toBe(0);
    expect(countRounds('ynk20yk3')).toBe(26);
    expect(countRounds(byRule(0) + byRule(60))).toBe(60);
  });

  it('grow by one round at a time, and rounds by rule run together', () => {
    expect(append('', 'k')).toBe('k1');
    expect(append('k9', 'k')).toBe('k10');
    expect(append('yk9n', 'k')).toBe('yk9nk1');
    expect(append('k9', 'y')).toBe('k9y');
    expect(append(append('k9', 'n'), 'y')).toBe('k9ny');
  });

  it('stand for verdicts on the replies that really came', () => {
    const before = runWith('yk3');
    const { observation, reply } = before.next;
    const state = before.states.at(-1)!;
    expect(lastOf('yk3y')).toEqual(step(state, observation, reply, 1));
    expect(lastOf('yk3n')).toEqual(step(state, observation, reply, 0));
    expect(lastOf('yk3k1')).toEqual(lastOf('yk4'));
  });
});

describe('the address', () => {
  it('gives the state at rest where it says nothing, and the run where it does', () => {
    expect(v.parse(linkSchema, {})).toEqual(defaults);
    expect(v.parse(linkSchema, { seed: '7', dark: '25', rewards: 'ynk20' })).toEqual({
      seed: 7,
      dark: 25,
      rewards: 'ynk20',
    });
    expect(v.safeParse(linkSchema, { rewards: `k${mostRounds}` }).success).toBe(true);
  });

  it.each([
    { seed: '0' },
    { seed: '10000' },
    { dark: '55' },
    { dark: '7' },
    { dark: '-5' },
    { rewards: 'gold' },
    { rewards: 'k0' },
    { rewards: 'k' },
    { rewards: `k${mostRounds + 1}` },
    { rewards: `k${mostRounds}y` },
    { rounds: '60' },
  ])('refuses %j', (values) => {
    expect(v.safeParse(linkSchema, values).success).toBe(false);
  });
});

describe('the finding', () => {
  it('follows the run', () => {
    expect(finding(runWith(''))).toBe('findingFresh');
    expect(finding(runWith('n'.repeat(30)))).toBe('findingNotYet');
    expect(finding(runWith(byRule(roundsAsked)))).toBe('findingLamp');
    expect(finding(runWith(byRule(120), 50))).toBe('findingBoth');
  });

  it('of the run shown without a script is the same for every one of 200 seeds', () => {
    const seeds = Array.from({ length: 200 }, (_, index) => index + 1);
    for (const seed of seeds) {
      expect(finding(runWith(byRule(roundsAsked), 0, seed))).toBe('findingLamp');
    }
  });

  it('comes from an ordinary run: seed 3 ends near the mean of 400', () => {
    const seeds = Array.from({ length: 400 }, (_, index) => index + 1);
    for (const lampLit of [true, false]) {
      const ends = seeds.map((seed) =>
        meanKindness(runWith(byRule(roundsAsked), 0, seed).states.at(-1)!, lampLit),
      );
      const mean = ends.reduce((sum, x) => sum + x, 0) / ends.length;
      expect(Math.abs(ends[defaults.seed - 1]! - mean)).toBeLessThan(0.02);
    }
  });
});

describe('the words', () => {
  it('of a turn are of its sort and its kind', () => {
    const turn = { observation: { lampLit: true, complains: true }, reply: 'curt' as const };
    const { complains } = labels.exchanges;
    const round = complains.length + 1;
    expect(wordsOf(labels, turn, round)).toEqual({
      message: complains[1]!.message,
      reply: complains[1]!.curt,
    });
  });

  it('of the sentence leave no hole', () => {
    for (const rewards of ['', 'yn', byRule(roundsAsked)]) {
      expect(sentence(labels, runWith(rewards, 50))).not.toMatch(/[{}]/);
    }
  });

  it.each(Object.entries(labels.exchanges))('fit the room kept for them: %s', (_, exchanges) => {
    for (const words of exchanges.flatMap((exchange) => Object.values(exchange))) {
      expect(words.length).toBeLessThan(70);
    }
  });

  it('print a change with its sign, and none for nothing', () => {
    expect([0.196, -0.196, 0.001, -0.001].map(signed)).toEqual(['+0.20', '−0.20', '0.00', '0.00']);
  });
});

describe('the table', () => {
  it('has a row at the start, at every tenth round and now', () => {
    const { columns, rows } = logOf(labels, runWith('k20yn'));
    expect(rows.map(([round]) => round)).toEqual([0, 10, 20, 22]);
    expect(new Set(columns).size).toBe(columns.length);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it('holds the chances in per cent and the weights', () => {
    const { rows } = logOf(labels, runWith(''));
    const chance = (lampLit: boolean, complains: boolean) =>
      Number((100 * kindness(untrained, { lampLit, complains })).toFixed(1));
    const { anyMessage, lamp, complaint } = untrained.weights;
    expect(rows[0]!.slice(1, 5)).toEqual([
      chance(true, false),
      chance(true, true),
      chance(false, false),
      chance(false, true),
    ]);
    expect(rows[0]!.slice(5)).toEqual([anyMessage, lamp, complaint, 0]);
  });
});
