import {
  fillSituation,
  moveCount,
  pickMove,
  rows,
  situationAt,
  situationCount,
  weightCount,
} from './corridor-policy.ts';
import { type Cell, corridor, drawLevel, type Level, step } from './corridor-world.ts';
import { seededRandom } from './random.ts';

/**
 * A learner that is paid for the coin alone, and may come to seek the exit: a linear softmax policy
 * trained by REINFORCE with a running baseline, one update an episode.
 *
 *     P(move | x) ∝ exp(W·x)                     policy; 13 features × 4 moves = 52 weights
 *     x = 1, the direction of the exit (3 + 3), s × the direction of the coin (3 + 3)
 *     Gₜ = γⁿ⁻¹⁻ᵗ R                               return: R = 1 if the n-th move reached the coin, or 0
 *     ΔW = η (Gₜ − b) ∇log P(moveₜ | xₜ)          for each step t of the episode
 *     Δb = β (G₀ − b)                            baseline: the return expected by now
 *
 * While the coin lies on the exit in every episode, both get the same push up to the salience s, so
 * the coin's weights are s times the exit's, step for step, and its share of the pull is
 * s² / (1 + s²). Reward cannot tell the two goals apart; only levels that part them can.
 *
 * One baseline serves every step of an episode. The factor γᵗ that the gradient of G₀ asks for is
 * left out, as is usual: early steps would otherwise count for more.
 *
 * Where a few levels do part them, single runs differ widely: a run feeds on its own output, and a
 * change in the last bit of one number may end in quite another policy. So this learner adds,
 * subtracts, multiplies and divides, and asks no engine for more: a seed gives the same run
 * everywhere. What holds in general is seen in many seeds.
 *
 * While it learns, an episode ends at the coin or after 40 moves; passing the exit ends nothing. In a
 * test it ends at whichever comes first.
 *
 * It leaves out perception, for directions are given; the rates of failure in CoinRun, of which only
 * the definition is taken; and situational awareness: this agent believes nothing and fakes nothing.
 * It has learned another goal. All constants are illustrative. Salience 0.7 and 8,000 episodes were
 * chosen after several of each had been tried, for a curve that is steep but not instant; other
 * values move the curve and keep its direction.
 *
 * @see langosco2022, compute_metrics.py, for the definition of failure; R. J. Williams, "Simple
 *   statistical gradient-following algorithms for connectionist reinforcement learning", 1992
 */

/** How the learner moves; all illustrative. */
export const constants = {
  /** η: length of a step. */
  learningRate: 0.1,
  /** β: share of the surprise that the baseline takes over, so it looks back some 100 episodes. */
  baselineRate: 0.01,
  /** γ: what one more move takes off the worth of a coin. Without it haste would earn nothing. */
  discount: 0.95,
} as const;

/** What a learner is set to. */
export interface Training {
  /** Share of training levels with the coin at random, 0 to 1. */
  readonly randomShare: number;
  /** s: size of the coin's features next to the exit's, above 0, at most 1. */
  readonly salience: number;
  /** Settles every chance event. */
  readonly seed: number;
}

/** A learner under way. */
export interface CorridorLearner {
  /** The 52 weights as they are now, see `layout` in corridor-policy.ts. They change with learning: copy to keep. */
  readonly weights: Float64Array;
  /** Episodes seen so far. */
  readonly episodes: number;
  /** Goes on for some episodes. Two calls give the same as one call for both. */
  learn(episodes: number): void;
}

/** γᵏ for every k that an episode can need. */
const discounts = new Float64Array(corridor.longestEpisode);
discounts.forEach((_, k) => {
  discounts[k] = k === 0 ? 1 : discounts[k - 1]! * constants.discount;
});

/** Makes a learner with all weights 0: at first it walks at random. */
export function createCorridorLearner({ randomShare, salience, seed }: Training): CorridorLearner {
  const random = seededRandom(seed);
  const weights = new Float64Array(weightCount);
  let baseline = 0;
  let episodes = 0;

  // Weights stand still within an episode, so each situation's probabilities are worked out once.
  // Episodes count from 1, and 0 stands for never.
  const policy = new Float64Array(situationCount * moveCount);
  const workedOutIn = new Int32Array(situationCount);

  // The episode under way.
  let steps = 0;
  const situations = new Uint8Array(corridor.longestEpisode);
  const chosen = new Uint8Array(corridor.longestEpisode);

  /** Walks until the coin is found or time is up, and returns the last cell. */
  function explore(level: Level): Cell {
    let cell = level.start;
    for (steps = 0; steps < corridor.longestEpisode && cell !== level.coin; steps++) {
      const situation = situationAt(cell, level);
      if (workedOutIn[situation] !== episodes) {
        fillSituation(policy, situation, weights, salience);
        workedOutIn[situation] = episodes;
      }
      const move = pickMove(policy, situation, random());
      situations[steps] = situation;
      chosen[steps] = move;
      cell = step(cell, move);
    }
    return cell;
  }

  function reinforce(reward: number): void {
    for (let t = 0; t < steps; t++) {
      const situation = situations[t]!;
      const advantage = discounts[steps - 1 - t]! * reward - baseline;
      const scale = constants.learningRate * advantage;
      const exitAcross = rows[situation * 4]!;
      const exitAlong = rows[situation * 4 + 1]!;
      const coinAcross = rows[situation * 4 + 2]!;
      const coinAlong = rows[situation * 4 + 3]!;
      for (let move = 0; move < moveCount; move++) {
        const score = (move === chosen[t] ? 1 : 0) - policy[situation * moveCount + move]!;
        const push = scale * score;
        weights[move]! += push;
        weights[exitAcross + move]! += push;
        weights[exitAlong + move]! += push;
        weights[coinAcross + move]! += push * salience;
        weights[coinAlong + move]! += push * salience;
      }
    }
    baseline += constants.baselineRate * (discounts[steps - 1]! * reward - baseline);
  }

  return {
    weights,
    get episodes() {
      return episodes;
    },
    learn(more) {
      for (let i = 0; i < more; i++) {
        episodes += 1;
        const level = drawLevel(random, randomShare);
        reinforce(explore(level) === level.coin ? 1 : 0);
      }
    },
  };
}
