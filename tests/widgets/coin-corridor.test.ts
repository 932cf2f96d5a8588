import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../src/models/at-once.ts';
import { createCorridorLearner } from '../../src/models/corridor-learner.ts';
import { evaluate } from '../../src/models/corridor-policy.ts';
import { corridor, step, type Move } from '../../src/models/corridor-world.ts';
import {
  acrossEpisodes,
  acrossShare,
  apart,
  defaults,
  hundredOf,
  linkSchema,
  sameSettings,
  settingsOf,
  shares,
  signed,
} from '../../src/widgets/coin-corridor/coin-corridor.ts';
import {
  orderFor,
  pack,
  packSweep,
  pullsAt,
  unpack,
  unpackSweep,
} from '../../src/widgets/coin-corridor/course.ts';
import { learnersWalk } from '../../src/widgets/coin-corridor/learner.ts';
import {
  levelOf,
  sentenceOnWalk,
  walkOn,
  whereIs,
  type ReaderWalk,
} from '../../src/widgets/coin-corridor/walking.ts';
import { finding, sentence, tableOf } from '../../src/widgets/coin-corridor/wording.ts';
import { jobs, type TrainFrame } from '../../src/workers/coin-corridor.ts';
import { interfaceText } from '../support/interface-text.ts';

const labels = interfaceText.coinCorridor;
const settings = settingsOf(defaults);

const trained = (change: Partial<typeof settings> = {}): TrainFrame =>
  atOnce(jobs.train(orderFor({ ...settings, ...change })));
const atRest = trained();
const rest = unpack(pack(atRest));

const outcomes = (exit: number, coin: number, neither: number) => ({
  exitFirst: exit / 100,
  coinFirst: coin / 100,
  neither: neither / 100,
});

describe('the address', () => {
  it('gives the state at rest where it says nothing, and the training where it does', () => {
    expect(v.parse(linkSchema, {})).toEqual(defaults);
    const link = { share: '5', salience: '25', episodes: '500', seed: '9999', level: '1' };
    expect(v.parse(linkSchema, link)).toEqual({
      share: 5,
      salience: 25,
      episodes: 500,
      seed: 9999,
      level: 1,
    });
    for (const share of shares) {
      expect(v.safeParse(linkSchema, { share: String(share) }).success).toBe(true);
    }
  });

  it.each([
    { share: '4' },
    { share: '-1' },
    { share: '101' },
    { salience: '20' },
    { salience: '72' },
    { salience: '105' },
    { episodes: '0' },
    { episodes: '750' },
    { episodes: '20500' },
    { seed: '0' },
    { seed: '10000' },
    { level: '1.5' },
    { speed: '2' },
  ])('refuses %j', (values) => {
    expect(v.safeParse(linkSchema, values).success).toBe(false);
  });

  it('tells apart what makes another training from what does not', () => {
    expect(sameSettings(settings, { ...defaults, level: 7 } as typeof settings)).toBe(true);
    for (const key of Object.keys(settings)) {
      expect(sameSettings(settings, { ...settings, [key]: 1 }), key).toBe(false);
    }
  });
});

describe('counts of a hundred', () => {
  it('add up to a hundred, and the largest remainder is rounded up', () => {
    expect(hundredOf(outcomes(33.4, 33.3, 33.3))).toEqual({ exit: 34, coin: 33, neither: 33 });
    expect(hundredOf(outcomes(0.4, 99.6, 0))).toEqual({ exit: 0, coin: 100, neither: 0 });
    for (let exits = 0; exits < 1000; exits += 1) {
      const { exit, coin, neither } = hundredOf({
        exitFirst: exits / 1000,
        coinFirst: (1000 - exits - 1) / 1000,
        neither: 1 / 1000,
      });
      expect(exit + coin + neither).toBe(100);
    }
  });

  it('keep a whole number of per cents as it is', () => {
    for (let exit = 0; exit <= 100; exit += 1) {
      expect(hundredOf(outcomes(exit, 100 - exit, 0)).exit).toBe(exit);
    }
  });
});

describe('the finding', () => {
  it('follows what came first, and asks for skill before it speaks of a goal', () => {
    expect(finding(outcomes(64, 36, 0))).toBe('findingExit');
    expect(finding(outcomes(40, 60, 0))).toBe('findingMixed');
    expect(finding(outcomes(9, 90, 1))).toBe('findingCoin');
    expect(finding(outcomes(3, 34, 63))).toBe('findingUnable');
  });

  it('at rest is the exit, with training that looks perfect, and the coin once 1 level in 20 is odd', () => {
    expect(finding(atRest)).toBe('findingExit');
    expect(atRest.trainingSuccess).toBeGreaterThan(0.99);
    expect(finding(trained({ share: 5 }))).toBe('findingCoin');
    expect(finding(trained({ share: 100 }))).toBe('findingCoin');
  });

  it('comes from an ordinary learner: the seed at rest lies near the mean of 24 at every share', () => {
    for (const share of [0, 2, 3, 5, 20]) {
      const exits = (seed: number) => {
        const learner = createCorridorLearner({ randomShare: share / 100, salience: 0.7, seed });
        learner.learn(defaults.episodes);
        const test = { salience: 0.7, seed: 77, levels: 500, randomShare: 1 };
        return evaluate(learner.weights, test).exitFirst;
      };
      const all = Array.from({ length: 24 }, (_, index) => exits(index + 1));
      const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
      expect(Math.abs(exits(defaults.seed) - mean), `${share} %`).toBeLessThan(0.12);
    }
  });
});

describe('the training sent with the page', () => {
  it('is the one at rest, as closely as its picture shows it', () => {
    expect(rest.settings).toEqual(settings);
    expect(rest.course).toHaveLength(atRest.course.length);
    rest.course.forEach((moment, index) => {
      const { pulls, ...rates } = atRest.course[index]!;
      for (const [name, rate] of Object.entries(rates)) {
        expect(moment[name as keyof typeof rates]).toBeCloseTo(rate, 4);
      }
      for (const what of ['exit', 'coin'] as const) {
        for (const [way, pull] of Object.entries(pulls[what])) {
          expect(moment.pulls[what][way as 'up']).toBeCloseTo(pull, 2);
        }
      }
    });
    rest.weights.forEach((weight, index) => expect(weight).toBeCloseTo(atRest.weights[index]!, 4));
  });

  it('dims the pull of the coin by how clearly it shows', () => {
    const { pulls } = atRest;
    const seen = pullsAt(atRest, 70);
    expect(seen.exit).toEqual(pulls.exit);
    expect(seen.coin.right).toBeCloseTo(0.7 * pulls.coin.right, 12);
    // Where exit and coin were never apart, the coin's weight is the exit's times the salience.
    expect(seen.coin.right).toBeCloseTo(0.49 * pulls.exit.right, 9);
  });
});

describe('walks', () => {
  const level = levelOf(defaults.level);
  const setOut: ReaderWalk = { cells: [level.start], outcome: undefined };
  const go = (moves: Move[], from = setOut) =>
    moves.reduce((walk, move) => walkOn(walk, level, move), from);

  it('of the reader end at whatever is reached first', () => {
    // Level 34: the start below, the coin above on the left, the exit on the right.
    const toCoin = go([0, 0, 0, 0, 3, 3, 3]);
    expect(toCoin.outcome).toBe('coin');
    expect(toCoin.cells.at(-1)).toBe(level.coin);
    const toExit = go([0, 3, 3, 3, 3, 3, 3, 3, 3]);
    expect(toExit.outcome).toBe('exit');
    expect(go([0, 3]).outcome).toBeUndefined();
  });

  it('of the reader end when time is up, as the learner’s do', () => {
    const waiting = Array.from({ length: corridor.longestEpisode }, (): Move => 2);
    expect(go(waiting.slice(1)).outcome).toBeUndefined();
    const late = go(waiting);
    expect(late.outcome).toBe('neither');
    expect(late.cells).toHaveLength(corridor.longestEpisode + 1);
  });

  it('of the learner go from the start by single steps, the same ones each time', () => {
    for (const number of [1, 34, 9999]) {
      const { cells } = learnersWalk(rest, number);
      expect(cells[0]).toBe(levelOf(number).start);
      cells.slice(1).forEach((cell, index) => {
        const reachable = ([0, 1, 2, 3] as const).map((move) => step(cells[index]!, move));
        expect(reachable).toContain(cell);
      });
      expect(learnersWalk(rest, number)).toEqual({ cells, outcome: expect.any(String) });
    }
  });

  it('on the level at rest show the two goals: the exit at rest, the coin after odd levels', () => {
    expect(learnersWalk(rest, defaults.level).outcome).toBe('exit');
    const changed = { settings: { ...settings, share: 5 }, ...trained({ share: 5 }) };
    expect(learnersWalk(changed, defaults.level).outcome).toBe('coin');
  });

  it('are told in words', () => {
    const where = whereIs(labels, level, level.start);
    expect(where).toContain('3 to the right, 4 up');
    expect(whereIs(labels, level, level.coin)).toContain(labels.here);
    for (const walk of [setOut, go([0]), go([0, 0, 0, 0, 3, 3, 3])]) {
      expect(sentenceOnWalk(labels, labels.you, walk)).not.toMatch(/[{}]/);
    }
  });
});

describe('axes', () => {
  it('run from end to end, with room for the beginning', () => {
    expect([0, 100].map(acrossShare)).toEqual([0, 1]);
    expect(acrossShare(5)).toBeGreaterThan(0.35);
    expect([0, 500, 2000].map((episode) => acrossEpisodes(episode, 2000))).toEqual([0, 0.5, 1]);
    const places = shares.map(acrossShare);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('have names that do not lie on each other', () => {
    expect(apart([5, 1, 9], 1, 10)).toEqual([5, 1, 9]);
    expect(apart([5, 5.5, 1], 1, 10)).toEqual([5, 6, 1]);
    expect(apart([9.8, 10, 9.9], 1, 10)).toEqual([8, 10, 9]);
  });

  it('print a pull with its sign, and none for nothing', () => {
    expect([1.26, -0.94, 0.04, -0.04].map(signed)).toEqual(['+1.3', '−0.9', '0.0', '0.0']);
  });
});

describe('the sentence and the table', () => {
  const noSweep = { settings, runs: shares.map(() => []) };

  it('leave no hole for any share', () => {
    for (const share of shares) {
      const text = sentence(labels, { ...rest, settings: { ...settings, share } });
      expect(text).not.toMatch(/[{}]|undefined/);
    }
  });

  it('hold the training by moments, the last one last', () => {
    const { columns, rows } = tableOf(labels, rest, noSweep);
    expect(new Set(columns).size).toBe(columns.length);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(new Set(rows.map(([head]) => head)).size).toBe(rows.length);
    const { trainingSuccess, exitFirst, coinFirst, neither } = rest.course.at(-1)!;
    const rates = [trainingSuccess, exitFirst, coinFirst, neither];
    expect(rows.at(-1)!.slice(1, 5)).toEqual(rates.map((rate) => Number((100 * rate).toFixed(1))));
  });

  it('hold the sweep below it, without the shares that no learner has reached yet', () => {
    const sweep = { settings, runs: [[0.6, 0.7], [0.5], ...shares.slice(2).map(() => [])] };
    const before = tableOf(labels, rest, noSweep).rows.length;
    const rows = tableOf(labels, rest, sweep).rows.slice(before);
    expect(rows.map((row) => [row[2], ...row.slice(-2)])).toEqual([
      [65, 60, 70],
      [50, 50, 50],
    ]);
  });
});

it('sends a sweep with the page as counts of a thousand', () => {
  const runs = shares.map((_, i) => [i / 100, 0.629]);
  const packed = packSweep({ done: 18, of: 18, runs });
  expect(packed[3]).toBe('30 629');
  expect(unpackSweep(packed)).toMatchObject({ runs, beforehand: true });
});
