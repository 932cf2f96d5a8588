import { advance, uniform } from './random.ts';
import { checkWorld, type TabularWorld } from './tabular-world.ts';

/**
 * Q-learning: a learner that keeps one number for each action in each state, the sum of rewards that
 * it expects from there on, and corrects it after every step.
 *
 *     a = any action                     with probability ε
 *         argmax Q(s, ·)                 otherwise; the first of equals
 *     Q(s, a) ← Q(s, a) + η [r + γ max Q(s′, ·) − Q(s, a)]
 *
 * The max is 0 where the action ended the episode. Where an episode was merely cut off it is not:
 * the state reached is worth what it is worth.
 *
 * @see C. J. C. H. Watkins and P. Dayan, "Q-learning", 1992; R. S. Sutton and A. G. Barto,
 *   "Reinforcement Learning", 6.5
 */

/** How a Q-learner starts, explores and corrects itself. */
export interface QLearning {
  /** Settles every chance event: the same seed gives the same run. */
  seed: number;
  /** η: share of the surprise that a value takes over, above 0 and at most 1. */
  learningRate: number;
  /** γ: worth of a reward one step later, 0 to 1. */
  discount: number;
  /** ε: share of steps in which any action is taken, each equally likely, 0 to 1. */
  exploration: number;
  /**
   * What every action is taken to be worth at first; 0 unless given. Set at the best that can be
   * had or above it, the learner tries everything once by itself. Below it, in a world where the
   * first steps bring nothing, it keeps taking the first action and waits for ε to find the rest.
   */
  startValue?: number;
}

/** A learner in the midst of its work. */
export interface QLearner {
  /** Q: the discounted sum of rewards expected, states × actions; written to by `learn`. */
  readonly values: Float64Array;
  /** Steps taken so far. */
  readonly steps: number;
  /** The action with the highest value in a state; the first of equals. */
  greedyAction(state: number): number;
  /**
   * Takes that many steps and learns from each. Episodes follow on one another, and the last may be
   * left in its middle: `learn(3)` and `learn(4)` come to the same as `learn(7)`.
   */
  learn(steps: number): void;
}

/**
 * Creates a learner before its first episode.
 *
 * @throws RangeError where the world's tables do not fit together, or a rate is out of its range.
 */
export function createQLearner(world: TabularWorld, options: QLearning): QLearner {
  checkWorld(world);
  checkRates(options);
  const { states, actions } = world;
  const values = new Float64Array(states * actions).fill(options.startValue ?? 0);
  const best = Int32Array.from({ length: states }, (_, state) => state * actions);
  const place: Place = { random: options.seed | 0, state: -1, untilCut: 0 };
  let steps = 0;
  return {
    values,
    get steps() {
      return steps;
    },
    greedyAction: (state) => best[state]! - state * actions,
    learn(count) {
      for (let left = count; left > 0; left -= STRETCH) {
        takeSteps(world, options, values, best, place, Math.min(left, STRETCH));
      }
      steps += count;
    },
  };
}

/**
 * Steps taken in one call. Engines optimise a function that is called often better than one that
 * they find in the middle of a long loop.
 */
const STRETCH = 4096;

/** Where a learner is between two steps. */
interface Place {
  /** State of the random number generator. */
  random: number;
  /** The state it is in, or below 0 where an episode has to begin. */
  state: number;
  /** Steps that are left to this episode. */
  untilCut: number;
}

/**
 * The loop that all the time goes into, some ten nanoseconds a step. What it needs is in local
 * variables, and `| 0` tells the engine which of them are whole numbers: both are there for speed
 * alone. `tests/bench/q-learning.straightforward.ts` does the same without.
 *
 * @param best where the highest value of each state stands. It moves seldom, so that keeping it
 *   costs less than a search among the actions twice a step.
 */
function takeSteps(
  world: TabularWorld,
  { learningRate, discount, exploration }: QLearning,
  values: Float64Array,
  best: Int32Array,
  place: Place,
  count: number,
): void {
  const { next, reward, starts } = world;
  const actions = world.actions | 0;
  const longestEpisode = world.longestEpisode | 0;
  let random = place.random | 0;
  let state = place.state | 0;
  let untilCut = place.untilCut | 0;

  for (let left = count; left > 0; left--) {
    if (state < 0 || untilCut === 0) {
      random = advance(random);
      state = starts[(uniform(random) * starts.length) | 0]!;
      untilCut = longestEpisode;
    }
    // One number decides whether to explore, and what is left of it decides where to.
    random = advance(random);
    const draw = uniform(random);
    const top = best[state]!;
    const cell =
      draw < exploration
        ? (Math.imul(state, actions) + (((draw / exploration) * actions) | 0)) | 0
        : top;
    const reached = next[cell]!;
    const ahead = reached < 0 ? 0 : values[best[reached]!]!;
    const before = values[cell]!;
    const after = before + learningRate * (reward[cell]! + discount * ahead - before);
    values[cell] = after;

    if (cell !== top) {
      const topValue = values[top]!;
      if (after > topValue || (after === topValue && cell < top)) best[state] = cell;
    } else if (after < before) {
      best[state] = Math.imul(state, actions) + greedyAction(values, actions, state);
    }
    state = reached;
    untilCut = (untilCut - 1) | 0;
  }

  place.random = random;
  place.state = state;
  place.untilCut = untilCut;
}

/** The action with the highest of a state's values (states × actions); the first of equals. */
export function greedyAction(values: Float64Array, actions: number, state: number): number {
  const row = state * actions;
  let best = row;
  for (let cell = row + 1; cell < row + actions; cell++) {
    if (values[cell]! > values[best]!) best = cell;
  }
  return best - row;
}

function checkRates({ learningRate, discount, exploration, startValue = 0 }: QLearning): void {
  const isShare = (rate: number) => rate >= 0 && rate <= 1;
  if (!isShare(learningRate) || learningRate === 0) {
    throw new RangeError('The learning rate lies above 0 and is at most 1.');
  }
  if (!isShare(discount)) throw new RangeError('The discount lies between 0 and 1.');
  if (!isShare(exploration)) throw new RangeError('The exploration lies between 0 and 1.');
  if (!Number.isFinite(startValue)) throw new RangeError('The start value is a finite number.');
}
