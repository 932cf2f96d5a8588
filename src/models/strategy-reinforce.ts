import { exp } from './exp.ts';
import { seededRandom } from './random.ts';

/**
 * REINFORCE on a softmax over a few strategies: the flow of `policy-gradient-flow.ts` with the luck
 * of the draw put back. Each step draws a batch of strategies, rewards them, and moves the logits by
 * the mean of (reward − baseline) × score.
 *
 *     Δz_k = η/B · Σ (r_s − b)([k = s] − x_k)         over the batch, s the strategy drawn
 *     b ← 0.9 b + 0.1 · mean reward of the batch      begins at the reward expected at the start
 *
 * On average over draws the baseline changes nothing; it lessens the scatter. The smaller the batch,
 * the more of the outcome is luck, above all between strategies that earn the same.
 *
 * It leaves out states, text, and any way for a new strategy to appear. All settings are illustrative.
 *
 * @see R. J. Williams, "Simple statistical gradient-following algorithms for connectionist
 *   reinforcement learning", 1992
 */

/** How a learner learns; nothing here is fitted. */
export interface ReinforceSettings {
  /** η: length of a step. */
  learningRate: number;
  /** B: strategies drawn in each step. */
  batch: number;
  seed: number;
}

/** A learner under way. */
export interface StrategyLearner {
  /** How common each strategy is by now; they sum to 1. */
  readonly shares: readonly number[];
  /** Goes on for so many steps. */
  learn(steps: number): void;
}

/** Share of the old baseline that is kept in each step. */
export const memory = 0.9;

/** A learner before its first step. The same arguments give the same run on every engine. */
export function createStrategyLearner(
  start: readonly number[],
  rewards: readonly number[],
  { learningRate, batch, seed }: ReinforceSettings,
): StrategyLearner {
  const random = seededRandom(seed);
  // Logits count from the start: a logarithm of the shares would not be the same on every engine.
  const pushes = start.map(() => 0);
  const shares = [...start];
  const drawn = start.map(() => 0);
  let baseline = start.reduce((sum, share, i) => sum + share * rewards[i]!, 0);

  function draw(): number {
    const at = random();
    let strategy = 0;
    let below = shares[0]!;
    while (at > below && strategy < shares.length - 1) {
      strategy += 1;
      below += shares[strategy]!;
    }
    return strategy;
  }

  function step() {
    drawn.fill(0);
    for (let i = 0; i < batch; i += 1) drawn[draw()]! += 1;
    let surprise = 0;
    for (const [i, times] of drawn.entries()) surprise += times * (rewards[i]! - baseline);
    for (const [i, times] of drawn.entries()) {
      const push = times * (rewards[i]! - baseline) - shares[i]! * surprise;
      pushes[i]! += (learningRate * push) / batch;
    }
    baseline += ((1 - memory) * surprise) / batch;

    let sum = 0;
    for (const [i, share] of start.entries()) sum += shares[i] = share * exp(pushes[i]!);
    for (const i of shares.keys()) shares[i]! /= sum;
  }

  return {
    shares,
    learn(steps) {
      for (let i = 0; i < steps; i += 1) step();
    },
  };
}
