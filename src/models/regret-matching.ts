import { deviationGain, isZeroSum, transpose, zeroSum, type Bimatrix } from './bimatrix.ts';
import { seededRandom } from './random.ts';

/**
 * Two learners who play a game over and over, each by its regrets: how much better each move would
 * have done so far than what was played. A move is played in proportion to its regret, and regrets
 * never fall below 0 (RM⁺):
 *
 *     R ← max(0, R + u − p·u)      u: what each move would have brought in this round
 *     p = R / ΣR                   all moves alike where there is no regret
 *     average = Σ t p_t / Σ t      later rounds weigh more
 *
 * In a zero-sum game the averages approach a Nash equilibrium; the column player then answers the row
 * player's newest mixture, which is faster. In any other game they need not. There both move at the
 * same time, and what approaches an equilibrium is their *joint* play: a coarse correlated one, in
 * which nobody would gain by having played one single move throughout.
 *
 * @see S. Hart and A. Mas-Colell, "A Simple Adaptive Procedure Leading to Correlated Equilibrium", 2000
 * @see O. Tammelin et al., "Solving Heads-up Limit Texas Hold'em", 2015, for RM⁺ with its averages
 */

/** What the averages of the play approach. */
export type RegretLimit = 'nash' | 'coarse correlated';

/** How far the learners have come. */
export interface RegretProgress {
  rounds: number;
  /** Average mixture of either player. */
  row: number[];
  column: number[];
  /**
   * What both together could gain by leaving their averages, each while the other stays, in the unit
   * of the payoffs; 0 in a Nash equilibrium.
   */
  gap: number;
  /**
   * The most that a player would have gained per round by one single move throughout, rounds weighed
   * as in the averages. Distance of the joint play from a coarse correlated equilibrium, where that is
   * the limit.
   */
  regret: number;
}

/** Two learners in the midst of their play. */
export interface RegretMatcher {
  readonly limit: RegretLimit;
  readonly rounds: number;
  /** Plays so many rounds on; `play(3)` and `play(4)` come to the same as `play(7)`. */
  play(rounds: number): void;
  /** @throws Error before the first round: there is nothing to average. */
  progress(): RegretProgress;
}

interface Player {
  /** `payoffs[i][j]`: what the own move i brings against the other's move j. */
  payoffs: readonly (readonly number[])[];
  mixture: number[];
  regrets: number[];
  /** Sums over rounds, each weighed by its number. */
  weighed: number[];
  regretted: number[];
}

/** Two learners before their first round. They play every move alike at first. */
export function createRegretMatcher(game: Bimatrix): RegretMatcher {
  const limit = isZeroSum(game) ? 'nash' : 'coarse correlated';
  const row = player(game.row);
  const column = player(transpose(game.column));
  let rounds = 0;
  let weight = 0;

  function playOne() {
    rounds += 1;
    weight += rounds;
    average(row, rounds);
    average(column, rounds);
    const before = limit === 'nash' ? undefined : [...row.mixture];
    learn(row, column.mixture, rounds);
    learn(column, before ?? row.mixture, rounds);
  }

  return {
    limit,
    get rounds() {
      return rounds;
    },
    play(more) {
      for (let round = 0; round < more; round += 1) playOne();
    },
    progress() {
      if (rounds === 0) throw new Error('Nothing has been played yet.');
      const mean = (sums: number[]) => sums.map((sum) => sum / weight);
      const averages = { row: mean(row.weighed), column: mean(column.weighed) };
      const gain = deviationGain(game, averages.row, averages.column);
      return {
        rounds,
        ...averages,
        gap: gain.row + gain.column,
        regret: Math.max(...row.regretted, ...column.regretted) / weight,
      };
    },
  };
}

/**
 * A zero-sum game of `size` by `size` moves, every payoff of the row player drawn evenly between −1
 * and 1.
 *
 * @param seed the same seed gives the same game on every machine
 */
export function randomZeroSum(size: number, seed: number): Bimatrix {
  return zeroSum(randomTable(size, seededRandom(seed)));
}

/** The same with the payoffs of both players drawn each by itself. */
export function randomGame(size: number, seed: number): Bimatrix {
  const random = seededRandom(seed);
  return { row: randomTable(size, random), column: randomTable(size, random) };
}

function randomTable(size: number, random: () => number): number[][] {
  return Array.from({ length: size }, () => Array.from({ length: size }, () => 2 * random() - 1));
}

function player(payoffs: Player['payoffs']): Player {
  const moves = payoffs.length;
  const zeros = () => Array.from({ length: moves }, () => 0);
  const mixture = Array.from({ length: moves }, () => 1 / moves);
  return { payoffs, mixture, regrets: zeros(), weighed: zeros(), regretted: zeros() };
}

function average({ mixture, weighed }: Player, weight: number) {
  for (let i = 0; i < mixture.length; i += 1) weighed[i]! += weight * mixture[i]!;
}

/** Takes in what each move would have brought against `other`, and mixes anew. */
function learn(self: Player, other: readonly number[], weight: number) {
  const { payoffs, mixture, regrets, regretted } = self;
  const moves = mixture.length;
  let got = 0;
  const would = payoffs.map((line) => {
    let sum = 0;
    for (let j = 0; j < other.length; j += 1) sum += line[j]! * other[j]!;
    return sum;
  });
  for (let i = 0; i < moves; i += 1) got += mixture[i]! * would[i]!;
  let total = 0;
  for (let i = 0; i < moves; i += 1) {
    const regret = would[i]! - got;
    regretted[i]! += weight * regret;
    regrets[i] = Math.max(0, regrets[i]! + regret);
    total += regrets[i]!;
  }
  for (let i = 0; i < moves; i += 1) mixture[i] = total > 0 ? regrets[i]! / total : 1 / moves;
}
