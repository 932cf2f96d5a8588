import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { createCorridorLearner } from '../../src/models/corridor-learner.ts';
import { directionWeights, evaluate, layout, walk } from '../../src/models/corridor-policy.ts';
import {
  type Cell,
  cellAt,
  cellCount,
  corridor,
  drawLevel,
  type Level,
  type Move,
  step,
} from '../../src/models/corridor-world.ts';
import { seededRandom } from '../../src/models/random.ts';
import { between } from './support/arbitraries.ts';
import { coinSeeker, coinShare, exitSeeker } from './support/corridor-policies.ts';

describe('the two seekers', () => {
  test.each([
    { name: 'exit', weights: exitSeeker, printed: 0.7975 },
    { name: 'coin', weights: coinSeeker, printed: 0.0008 },
  ] as const)('the $name seeker reaches the exit first as often as it must', (seeker) => {
    const exact = exactExitFirst(seeker.name);
    const levels = 40_000;
    const setting = { salience: 1, seed: 9, levels, randomShare: 1 };
    const { exitFirst, neither } = evaluate(seeker.weights, setting);
    const error = (n: number) => Math.sqrt((exact * (1 - exact)) / n);
    expect(Math.abs(exitFirst - exact)).toBeLessThan(4 * error(levels));
    expect(Math.abs(seeker.printed - exact)).toBeLessThan(0.005);
    expect(neither).toBe(0);
  });

  test('are pulled by one object alone, alike from all sides', () => {
    const strong = directionWeights(exitSeeker).exit;
    expect(new Set(Object.values(strong)).size).toBe(1);
    expect(strong.up).toBeGreaterThan(30);
    const none = { up: 0, down: 0, left: 0, right: 0 };
    expect(directionWeights(exitSeeker)).toEqual({ exit: strong, coin: none });
    expect(directionWeights(coinSeeker)).toEqual({ exit: none, coin: strong });
    expect(coinShare(exitSeeker, 0.7)).toBe(0);
    expect(coinShare(coinSeeker, 0.7)).toBe(1);
  });

  /** Chance over all levels that an agent which draws among all useful moves meets the exit first. */
  function exactExitFirst(goal: 'exit' | 'coin'): number {
    const chance = (cell: Cell, level: Level): number => {
      if (cell === level.coin) return 0;
      if (cell === level.exit) return 1;
      const useful = ([0, 1, 2, 3] as Move[])
        .map((move) => step(cell, move))
        .filter((next) => distance(next, level[goal]) < distance(cell, level[goal]));
      return useful.reduce((sum, next) => sum + chance(next, level), 0) / useful.length;
    };
    const distance = (a: Cell, b: Cell) =>
      Math.abs((a % corridor.width) - (b % corridor.width)) +
      Math.abs(Math.floor(a / corridor.width) - Math.floor(b / corridor.width));
    const rows = Array.from({ length: corridor.height }, (_, row) => row);
    const coins = Array.from({ length: cellCount }, (_, cell) => cell).filter(
      (cell) => cell % corridor.width > 0,
    );
    const chances = rows.flatMap((exitRow) => {
      const exit = cellAt(exitRow, corridor.width - 1);
      return rows.flatMap((startRow) => {
        const start = cellAt(startRow, 0);
        return coins
          .filter((coin) => coin !== exit)
          .map((coin) => chance(start, { start, exit, coin }));
      });
    });
    return chances.reduce((sum, p) => sum + p, 0) / chances.length;
  }
});

describe('a walk', () => {
  const anyLevel = fc
    .record({ seed: fc.integer(), share: between(0, 1) })
    .map(({ seed, share }) => drawLevel(seededRandom(seed), share));
  const learner = createCorridorLearner({ randomShare: 0.02, salience: 0.7, seed: 42 });
  learner.learn(8000);
  const learned = learner.weights;

  test('goes cell by cell from the start and ends with what its outcome says', () => {
    fc.assert(
      fc.property(anyLevel, fc.integer(), (level, seed) => {
        const { cells, outcome } = walk(learned, level, 0.7, seededRandom(seed));
        expect(cells[0]).toBe(level.start);
        for (const [index, cell] of cells.slice(1).entries()) {
          const reachable = ([0, 1, 2, 3] as Move[]).map((move) => step(cells[index]!, move));
          expect(reachable).toContain(cell);
        }
        const last = cells.at(-1);
        const reached = last === level.coin ? 'coin' : last === level.exit ? 'exit' : 'neither';
        expect(outcome).toBe(reached);
        if (outcome === 'neither') expect(cells.length).toBe(corridor.longestEpisode + 1);
        for (const cell of cells.slice(0, -1)) {
          expect(cell !== level.coin && cell !== level.exit).toBe(true);
        }
      }),
    );
  });

  test('ends where evaluate counts it', () => {
    const setting = { salience: 0.7, seed: 5, levels: 300, randomShare: 1 };
    const random = seededRandom(setting.seed);
    const outcomes = Array.from(
      { length: setting.levels },
      () => walk(learned, drawLevel(random, 1), 0.7, random).outcome,
    );
    const share = (outcome: string) =>
      outcomes.filter((reached) => reached === outcome).length / setting.levels;
    expect(evaluate(learned, setting)).toEqual({
      exitFirst: share('exit'),
      coinFirst: share('coin'),
      neither: share('neither'),
    });
  });

  test('draws its moves with the probabilities of the policy', () => {
    // From the middle of the left edge, with the exit straight ahead and the coin above it.
    const level = { start: cellAt(2, 0), exit: cellAt(2, 8), coin: cellAt(0, 8) };
    const features = [
      [layout.always, 1],
      [layout.exitAcross + 2, 1],
      [layout.exitAlong + 1, 1],
      [layout.coinAcross + 2, 0.7],
      [layout.coinAlong, 0.7],
    ] as const;
    const odds = [0, 1, 2, 3].map((move) =>
      Math.exp(features.reduce((sum, [row, size]) => sum + size * learned[row * 4 + move]!, 0)),
    );
    const all = odds.reduce((sum, value) => sum + value);
    const random = seededRandom(8);
    const draws = 5000;
    const firsts = Array.from({ length: draws }, () => walk(learned, level, 0.7, random).cells[1]);
    for (const [move, value] of odds.entries()) {
      const p = value / all;
      const drawn =
        firsts.filter((cell) => cell === step(level.start, move as Move)).length / draws;
      if (move !== 2) {
        expect(Math.abs(drawn - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / draws));
      }
    }
  });

  test('is over at once where the reader puts the agent on the coin', () => {
    const level = { start: cellAt(1, 0), exit: cellAt(1, 8), coin: cellAt(1, 0) };
    expect(walk(learned, level, 0.7, seededRandom(1))).toEqual({
      cells: [level.start],
      outcome: 'coin',
    });
  });
});
