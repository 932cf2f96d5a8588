import { describe, expect, it } from 'vitest';
import { deviationGain, isZeroSum } from '../../src/models/bimatrix.ts';
import {
  createRegretMatcher,
  randomGame,
  randomZeroSum,
} from '../../src/models/regret-matching.ts';
import { equilibria } from '../../src/models/support-enumeration.ts';
import { textbookGames } from '../../src/models/textbook-games.ts';

const after = (game: Parameters<typeof createRegretMatcher>[0], rounds: number) => {
  const matcher = createRegretMatcher(game);
  matcher.play(rounds);
  return matcher.progress();
};

describe('in a zero-sum game', () => {
  it('the averages of weighted rock, paper, scissors are the equilibrium', () => {
    const { row, column, gap } = after(textbookGames.weightedRockPaperScissors.game, 20_000);
    expect(gap).toBeLessThan(5e-4);
    [1 / 4, 5 / 12, 1 / 3].forEach((p, i) => {
      expect(Math.abs(row[i]! - p)).toBeLessThan(1e-4);
      expect(Math.abs(column[i]! - p)).toBeLessThan(1e-4);
    });
  });

  it('the gap is what both could gain by leaving, and falls as rounds go on', () => {
    const game = randomZeroSum(8, 1);
    const gaps = [100, 1000, 10_000, 100_000].map((rounds) => after(game, rounds).gap);
    for (let i = 1; i < gaps.length; i += 1) expect(gaps[i]).toBeLessThan(gaps[i - 1]! / 3);
    expect(gaps.at(-1)).toBeLessThan(1e-4);
    const { row, column, gap } = after(game, 500);
    const gain = deviationGain(game, row, column);
    expect(gap).toBeCloseTo(gain.row + gain.column, 14);
  });

  it('comes to the worth that the solver finds', () => {
    const game = randomZeroSum(5, 3);
    const [exact] = equilibria(game).found;
    const { row, column } = after(game, 50_000);
    const worth = row.reduce(
      (sum, p, i) => sum + p * column.reduce((s, q, j) => s + q * game.row[i]![j]!, 0),
      0,
    );
    expect(worth).toBeCloseTo(exact!.payoffs.row, 4);
  });

  it('mixtures stay mixtures', () => {
    const { row, column } = after(randomZeroSum(30, 2), 300);
    for (const mixture of [row, column]) {
      expect(Math.min(...mixture)).toBeGreaterThanOrEqual(0);
      expect(mixture.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
    }
  });
});

describe('in any other game', () => {
  /** Shapley’s game: each pursues the other in a circle, and neither comes to rest. */
  const circle = {
    row: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    column: [
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ],
  };

  it('promises a coarse correlated equilibrium and no Nash equilibrium', () => {
    expect(createRegretMatcher(circle).limit).toBe('coarse correlated');
    expect(createRegretMatcher(randomZeroSum(4, 1)).limit).toBe('nash');
  });

  it('nobody regrets much in the long run', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const game = randomGame(6, seed);
      expect(isZeroSum(game)).toBe(false);
      expect(after(game, 20_000).regret).toBeLessThan(after(game, 200).regret);
      expect(after(game, 20_000).regret).toBeLessThan(0.02);
    }
  });

  it.each([5, 10, 35])(
    'but the averages may stay away from every Nash equilibrium (%i)',
    (seed) => {
      const { gap, regret } = after(randomGame(8, seed), 20_000);
      expect(regret).toBeLessThan(0.01);
      expect(gap).toBeGreaterThan(0.1);
    },
  );
});

it('can be stopped and taken up again without a difference', () => {
  const game = randomZeroSum(6, 4);
  const matcher = createRegretMatcher(game);
  expect(() => matcher.progress()).toThrow('Nothing has been played yet.');
  matcher.play(30);
  matcher.play(70);
  expect(matcher.rounds).toBe(100);
  expect(matcher.progress()).toEqual(after(game, 100));
});

it('draws the same game for the same seed, between −1 and 1', () => {
  expect(randomZeroSum(8, 7)).toEqual(randomZeroSum(8, 7));
  expect(randomZeroSum(8, 7)).not.toEqual(randomZeroSum(8, 8));
  const payoffs = randomZeroSum(30, 1).row.flat();
  expect(payoffs).toHaveLength(900);
  expect(Math.max(...payoffs.map(Math.abs))).toBeLessThanOrEqual(1);
});
