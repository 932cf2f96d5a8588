import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { inspectionDefaults, solveInspection } from '../../src/models/inspection-game.ts';
import {
  apart,
  auditSweep,
  pieces,
  recognitionOf,
  sandboxOf,
  sandboxSweep,
} from '../../src/widgets/oversight-game/curves.ts';
import {
  changed,
  defaults,
  linkSchema,
  payoffs,
  rounds,
  scales,
  settingsOf,
  shown,
} from '../../src/widgets/oversight-game/oversight-game.ts';
import {
  balanceOf,
  habitOf,
  pointOf,
  rivalOf,
  roundsOf,
  worthOf,
  worthScale,
  type Round,
} from '../../src/widgets/oversight-game/play.ts';
import { boundOf, lastRound, wordsOf } from '../../src/widgets/oversight-game/wording.ts';
import { readLink, writeLink } from '../../src/widgets/parts/link-state.ts';
import { interfaceText } from '../support/interface-text.ts';

const labels = interfaceText.oversightGame;
const game = inspectionDefaults;
const allLooks = 'x'.repeat(rounds);
const allPasses = 'o'.repeat(rounds);

describe('the state', () => {
  it('has the payoffs of the model at rest, within their sliders', () => {
    expect(settingsOf(defaults)).toEqual(inspectionDefaults);
    for (const key of payoffs) {
      expect(defaults[key]).toBeGreaterThanOrEqual(scales[key].min);
      expect(defaults[key]).toBeLessThanOrEqual(scales[key].max);
    }
  });

  it('survives the way through an address', () => {
    const state = { ...defaults, panel: 'play' as const, prize: 15, side: 'model' as const };
    const played = { ...state, seed: 7, moves: 'xoox', suspicion: -4, area: 95 };
    const link = writeLink('oversight-game', played, defaults);
    const reading = readLink(link, 'oversight-game', linkSchema, ['oversight-game']);
    expect(reading).toEqual({ kind: 'state', values: played });
  });

  it.each([
    ['harm', '0'],
    ['prior', '101'],
    ['area', '100'],
    ['panel', 'chess'],
    ['moves', 'xyz'],
    ['moves', 'x'.repeat(21)],
    ['game', 'x'.repeat(601)],
    ['damage', '3'],
  ])('refuses %s=%s', (key, value) => {
    expect(v.safeParse(linkSchema, { [key]: value }).success).toBe(false);
  });

  it('forgets rounds that were played under other rules, and no others', () => {
    const state = { ...defaults, moves: 'xo' };
    expect(changed(state, { harm: 30 })).toEqual({ harm: 30, moves: '' });
    expect(changed(state, { side: 'model' })).toEqual({ side: 'model', moves: '' });
    expect(changed(state, { harm: state.harm })).not.toHaveProperty('moves');
    expect(changed(state, { area: 70 })).toEqual({ area: 70 });
    expect(changed(state, { moves: 'xox' })).toEqual({ moves: 'xox' });
  });

  it('shows a position with the decimals of its step', () => {
    expect(shown('prize', 15)).toBe('1.5');
    expect(shown('harm', 20)).toBe('20');
    expect(shown('prior', 20)).toBe('0.20');
  });
});

describe('curves', () => {
  it('harm moves the acts alone, the prize the looks alone, while both sides mix', () => {
    const mixed = (key: 'harm' | 'prize') =>
      auditSweep(defaults, key).filter(({ regime }) => regime === 'mixed');
    expect(new Set(mixed('harm').map(({ watched }) => watched.toFixed(9))).size).toBe(1);
    expect(new Set(mixed('prize').map(({ acts }) => acts.toFixed(9))).size).toBe(1);
    expect(mixed('harm').length).toBeGreaterThan(90);
    const [least, most] = [mixed('prize')[0]!, mixed('prize').at(-1)!];
    expect(most.watched).toBeGreaterThan(least.watched);
  });

  it('breaks where the regime changes', () => {
    const parts = pieces(auditSweep(defaults, 'harm'));
    expect(parts.map((part) => part[0]!.regime)).toEqual(['unaudited', 'mixed']);
    expect(parts.flat()).toEqual(auditSweep(defaults, 'harm'));
  });

  it('meets the golden numbers of the tests that leak', () => {
    const now = sandboxOf(defaults);
    expect(now.test).toBeCloseTo(0.5556, 4);
    expect(now.factor).toBeCloseTo(3.0011, 4);
    expect(now.testWithoutCues).toBeCloseTo(0.2941, 4);
    const tests = sandboxSweep(defaults).map(({ watched }) => watched);
    expect(tests).toEqual([...tests].sort((a, b) => a - b));
  });

  it('takes more for tests, in tests and in use, the readier it is to suspect one', () => {
    const at = (suspicion: number) => recognitionOf({ area: 83, suspicion });
    expect(at(10).recognised).toBeGreaterThan(at(0).recognised);
    expect(at(10).mistaken).toBeGreaterThan(at(0).mistaken);
    expect(at(0).recognised + at(0).mistaken).toBeCloseTo(1, 12);
  });

  it('keeps words apart and within the plot', () => {
    expect(apart([3, 8], 1.2, 10)).toEqual([3, 8]);
    expect(apart([10, 10], 1.2, 10)).toEqual([8.8, 10]);
    expect(apart([5, 5.1], 1.2, 10)).toEqual([5, 6.2]);
    expect(apart([5.1, 5], 1.2, 10)).toEqual([6.2, 5]);
  });
});

describe('rounds', () => {
  it('end the same way for the same seed, and what comes later does not hang on a move', () => {
    const play = (moves: string, seed = 3) => roundsOf({ side: 'overseer', seed, moves }, game);
    expect(play('xoxo')).toEqual(play('xoxo'));
    const acts = (list: Round[]) => list.map(({ acted }) => acted);
    expect(acts(play(allLooks))).toEqual(acts(play(allPasses)));
    expect(acts(play(allLooks, 3))).not.toEqual(acts(play(allLooks, 9)));
  });

  it('pay what the settings say', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      for (const { audited, acted, caught, payoff } of roundsOf(
        { side: 'overseer', seed, moves: allLooks },
        game,
      )) {
        expect(audited).toBe(true);
        expect(payoff).toBe(caught ? 4 : acted ? -21 : -1);
      }
      for (const { acted, audited, caught, payoff } of roundsOf(
        { side: 'model', seed, moves: allLooks },
        game,
      )) {
        expect(acted).toBe(true);
        if (caught) expect(audited).toBe(true);
        expect(payoff).toBe(caught ? -3 : 1);
      }
    }
  });

  it('meet the equilibrium in the long run', () => {
    const { audit, act } = solveInspection(game);
    const many = (side: 'overseer' | 'model') =>
      Array.from({ length: 400 }, (_, i) =>
        roundsOf({ side, seed: 1 + i, moves: allPasses }, game),
      ).flat();
    const share = (list: boolean[]) => list.filter(Boolean).length / list.length;
    expect(share(many('overseer').map(({ acted }) => acted))).toBeCloseTo(game.prior * act, 1.5);
    expect(share(many('model').map(({ audited }) => audited))).toBeCloseTo(audit, 1.5);
  });
});

describe('what the rounds show', () => {
  it('against the equilibrium every frequency earns its value', () => {
    for (const side of ['overseer', 'model'] as const) {
      for (const moves of [allLooks, allPasses, 'xoooxoooxoooxoooxooo']) {
        const { expected, value } = balanceOf(side, game, roundsOf({ side, seed: 1, moves }, game));
        expect(expected).toBeCloseTo(value, 12);
      }
    }
  });

  it('a rival gains by knowing any frequency but that of the equilibrium', () => {
    const { audit, act } = solveInspection(game);
    for (const [side, still] of [
      ['overseer', audit],
      ['model', act],
    ] as const) {
      const worth = (often: number) => {
        const { gets, keeps } = rivalOf(side, game, often);
        return gets - keeps;
      };
      expect(worth(still)).toBeCloseTo(0, 9);
      for (const off of [-0.2, 0.2]) expect(worth(still + off)).toBeGreaterThan(0.05);
    }
  });

  it('whole rounds hit the equilibrium only where it falls on one, and by chance seldom', () => {
    const overseer = worthScale('overseer', game, rounds);
    expect(overseer.least).toBeCloseTo(worthOf('overseer', game, 6 / rounds), 12);
    expect(overseer.least).toBeGreaterThan(0.02);
    expect(worthScale('model', game, rounds).least).toBeCloseTo(0, 12);
    for (const side of ['overseer', 'model'] as const) {
      const few = worthScale(side, game, rounds).byChance;
      expect(few).toBeGreaterThan(0.05);
      expect(worthScale(side, game, 100 * rounds).byChance).toBeLessThan(few / 5);
    }
  });

  it('an overseer known to look a little more often does better than the equilibrium', () => {
    const rival = rivalOf('overseer', game, 0.35);
    expect(rival.always).toBe(false);
    expect(rival.leaves).toBeCloseTo(-0.35, 12);
    const balance = balanceOf('overseer', game, roundsOf({ ...defaults, moves: allLooks }, game));
    expect(boundOf(rival, balance)).toBe('better');
    expect(boundOf(rivalOf('overseer', game, 0.1), balance)).toBe('worse');
  });

  it('puts the reader against the equilibrium, each on an axis of its own', () => {
    const { audit, act } = solveInspection(game);
    expect(pointOf('overseer', game, 0.5)).toEqual({ row: 0.5, column: act });
    expect(pointOf('model', game, 0.5)).toEqual({ row: audit, column: 0.5 });
  });

  it('counts changes as a test of runs does', () => {
    const habit = (moves: string) =>
      habitOf('model', roundsOf({ ...defaults, side: 'model', moves }, game));
    const alternating = habit('xo'.repeat(10));
    expect(alternating).toMatchObject({ switches: 19, expected: 10, kind: 'often' });
    expect(habit('x'.repeat(10) + 'o'.repeat(10))).toMatchObject({ switches: 1, kind: 'seldom' });
    expect(habit('xxoxooxxoxoxxoooxxoo')).toMatchObject({ kind: 'chance' });
    expect(habit(allLooks)).toMatchObject({ switches: 0, kind: 'constant' });
    const { afterMove, afterNone } = alternating;
    expect(afterMove.of + afterNone.of).toBe(19);
    expect(afterMove.switches + afterNone.switches).toBe(19);
    // Never the same twice in a row.
    expect(habit('xooxoooxooxooxoooxoo').afterMove).toEqual({ switches: 6, of: 6 });
  });
});

describe('words', () => {
  const finding = (change: Partial<typeof defaults>) =>
    wordsOf(labels, { ...defaults, ...change }).finding;

  it('say what each state shows', () => {
    expect(finding({})).toContain('31 of 100');
    expect(finding({})).toContain('25 of 100');
    expect(finding({ harm: 1 })).toBe(labels.findings.unaudited);
    expect(finding({ catchRate: 30, penalty: 1, prize: 50 })).toBe(labels.findings.undeterred);
    expect(finding({ panel: 'sandbox' })).toContain('56 of 100');
    expect(finding({ panel: 'sandbox', area: 50 })).toContain('29 of 100');
    expect(finding({ panel: 'sandbox', area: 99, suspicion: 20 })).toContain('more than 99 of 100');
    expect(finding({ panel: 'sandbox', harm: 1, catchValue: 0 })).toBe(labels.findings.untested);
    expect(finding({ panel: 'sandbox', catchRate: 0 })).toBe(labels.findings.uncaught);
    expect(finding({ panel: 'play', moves: 'xo' })).toContain('2 of 20');
    const looks = (n: number) =>
      finding({ panel: 'play', moves: 'x'.repeat(n) + 'o'.repeat(rounds - n) });
    expect(looks(rounds)).toContain('0.55 a round; the least that 20 rounds allow is 0.03');
    for (const n of [6, 7]) expect(looks(n)).toMatch(/0\.03 a round, and 20 rounds allow no less/);
    const acts = { panel: 'play', side: 'model', moves: 'x'.repeat(5) + 'o'.repeat(15) } as const;
    expect(finding(acts)).toBe(labels.findings.safe);
  });

  it.each([
    ['audit', {}],
    ['sandbox', { panel: 'sandbox' }],
    ['bold', { panel: 'sandbox', harm: 6, suspicion: 15 }],
    ['play', { panel: 'play' }],
    ['played', { panel: 'play', moves: allPasses, side: 'model' }],
  ] as const)('leave no hole: %s', (_, change) => {
    const { finding, sentence, table } = wordsOf(labels, { ...defaults, ...change });
    expect([finding, sentence].join(' ')).not.toMatch(/[{}]|undefined|NaN/);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  it('tell how the last round ended', () => {
    expect(lastRound(labels, 'overseer', [])).toBe(labels.noRound);
    const end = (audited: boolean, acted: boolean, caught: boolean) =>
      lastRound(labels, 'overseer', [{ audited, acted, caught, payoff: -1 }]);
    const ends = labels.ends.overseer;
    expect(end(true, true, true)).toContain(ends.caught);
    expect(end(true, true, false)).toContain(ends.missed);
    expect(end(false, true, false)).toContain(ends.harmed);
    expect(end(true, false, false)).toContain(ends.inVain);
    expect(end(false, false, false)).toContain(ends.quiet);
  });
});
