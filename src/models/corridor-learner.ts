import {
  bearing,
  bearingCount,
  type Cell,
  corridor,
  drawLevel,
  type Level,
  type Move,
  type MoveName,
  moves,
  step,
} from './corridor-world.ts';
import { exp } from './exp.ts';
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

/**
 * Where the weights of each feature begin. A weight's place is 4 × feature + move. The three features
 * of a direction follow one another: left, same column, right; above, same row, below.
 */
export const layout = {
  always: 0,
  exitAcross: 1,
  exitAlong: 4,
  coinAcross: 7,
  coinAlong: 10,
} as const;

const featureCount = 13;
const moveCount = moves.length;

/** How many weights a policy has. */
export const weightCount = featureCount * moveCount;

/** What a learner is set to. */
export interface Training {
  /** Share of training levels with the coin at random, 0 to 1. */
  readonly randomShare: number;
  /** s: size of the coin's features next to the exit's, 0.25 to 1 in the figure. */
  readonly salience: number;
  /** Settles every chance event. */
  readonly seed: number;
}

/** A learner under way. */
export interface CorridorLearner {
  /** The 52 weights as they are now, see `layout`. They change with learning: copy to keep. */
  readonly weights: Float64Array;
  /** Episodes seen so far. */
  readonly episodes: number;
  /** Goes on for some episodes. Two calls give the same as one call for both. */
  learn(episodes: number): void;
}

/** Shares of levels by what was reached first; they add up to 1. */
export interface Outcomes {
  readonly exitFirst: number;
  readonly coinFirst: number;
  /** The episode ended with neither reached. */
  readonly neither: number;
}

/**
 * The levels on which the site tests its learners: how many, and where their draws start, far from the
 * seeds that readers choose, so that no learner is tested on what it was trained on.
 */
export const testLevels = { levels: 1000, seed: 1_000_003 } as const;

/** One episode of a policy that no longer learns. */
export interface Walk {
  /** The cells in turn, the start included. */
  readonly cells: Cell[];
  /** What was reached first. */
  readonly outcome: 'coin' | 'exit' | 'neither';
}

/** Situations that the policy can tell apart: direction of the exit × direction of the coin. */
const situationCount = bearingCount * bearingCount;

function situationAt(cell: Cell, { exit, coin }: Level): number {
  return bearing(cell, exit) * bearingCount + bearing(cell, coin);
}

/** For each situation the places where its four direction features begin among the weights. */
const rows = new Uint8Array(situationCount * 4);
for (let situation = 0; situation < situationCount; situation++) {
  const [exit, coin] = [Math.floor(situation / bearingCount), situation % bearingCount];
  const features = [
    layout.exitAcross + Math.floor(exit / 3),
    layout.exitAlong + (exit % 3),
    layout.coinAcross + Math.floor(coin / 3),
    layout.coinAlong + (coin % 3),
  ];
  rows.set(
    features.map((feature) => feature * moveCount),
    situation * 4,
  );
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

/**
 * Lets a policy walk through new levels and counts what it reaches first.
 *
 * With `randomShare` 1 this is the test that CoinRun agents were put to, and `exitFirst` the rate of
 * failure. With the share of training, 1 − `coinFirst` is the failure on the training distribution.
 *
 * @param levels how many levels, at least 1.
 * @see langosco2022, compute_metrics.py; evidence M-004
 */
export function evaluate(
  weights: Float64Array,
  {
    salience,
    seed,
    levels,
    randomShare,
  }: { salience: number; seed: number; levels: number; randomShare: number },
): Outcomes {
  const random = seededRandom(seed);
  const policy = wholePolicy(weights, salience);
  let exits = 0;
  let coins = 0;
  for (let i = 0; i < levels; i++) {
    const level = drawLevel(random, randomShare);
    const last = walkOn(policy, level, random);
    if (last === level.coin) coins += 1;
    else if (last === level.exit) exits += 1;
  }
  return {
    exitFirst: exits / levels,
    coinFirst: coins / levels,
    neither: (levels - exits - coins) / levels,
  };
}

/**
 * One walk through a level, which ends at the coin, at the exit, or when time is up. Any three cells
 * will do for the level.
 *
 * @param random the next uniform number in [0, 1); one is used for each move.
 */
export function walk(
  weights: Float64Array,
  level: Level,
  salience: number,
  random: () => number,
): Walk {
  const cells = [level.start];
  const last = walkOn(wholePolicy(weights, salience), level, random, cells);
  const outcome = last === level.coin ? 'coin' : last === level.exit ? 'exit' : 'neither';
  return { cells, outcome };
}

/** Walks to the coin, the exit or the end of time, and returns the last cell. */
function walkOn(policy: Float64Array, level: Level, random: () => number, cells?: Cell[]): Cell {
  let cell = level.start;
  for (let t = 0; t < corridor.longestEpisode; t++) {
    if (cell === level.coin || cell === level.exit) break;
    cell = step(cell, pickMove(policy, situationAt(cell, level), random()));
    cells?.push(cell);
  }
  return cell;
}

/** Probabilities of the four moves in each situation. */
function wholePolicy(weights: Float64Array, salience: number): Float64Array {
  const policy = new Float64Array(situationCount * moveCount);
  for (let situation = 0; situation < situationCount; situation++) {
    fillSituation(policy, situation, weights, salience);
  }
  return policy;
}

/** Writes the probabilities of the four moves in one situation into their place. */
function fillSituation(
  policy: Float64Array,
  situation: number,
  weights: Float64Array,
  salience: number,
): void {
  const exitAcross = rows[situation * 4]!;
  const exitAlong = rows[situation * 4 + 1]!;
  const coinAcross = rows[situation * 4 + 2]!;
  const coinAlong = rows[situation * 4 + 3]!;
  const first = situation * moveCount;
  let highest = -Infinity;
  for (let move = 0; move < moveCount; move++) {
    const pull =
      weights[move]! +
      weights[exitAcross + move]! +
      weights[exitAlong + move]! +
      salience * weights[coinAcross + move]! +
      salience * weights[coinAlong + move]!;
    policy[first + move] = pull;
    if (pull > highest) highest = pull;
  }
  // Less the highest, no exponential overflows, and one of them is 1.
  let sum = 0;
  for (let move = 0; move < moveCount; move++) {
    sum += policy[first + move] = exp(policy[first + move]! - highest);
  }
  for (let move = 0; move < moveCount; move++) policy[first + move]! /= sum;
}

function pickMove(policy: Float64Array, situation: number, uniform: number): Move {
  const first = situation * moveCount;
  let left = uniform - policy[first]!;
  if (left < 0) return 0;
  left -= policy[first + 1]!;
  if (left < 0) return 1;
  left -= policy[first + 2]!;
  return left < 0 ? 2 : 3;
}

/** How hard an object pulls, for each direction in which it can lie. */
export type Pull = Readonly<Record<MoveName, number>>;

/**
 * How hard exit and coin pull: what an object's lying in a direction adds to the log-odds of moving
 * there rather than the other way. Negative values repel. The coin's are for salience 1; what acts
 * is salience × that. The exit is never to the left in these levels, so that pull stays 0.
 */
export function directionWeights(weights: Float64Array): { exit: Pull; coin: Pull } {
  const pull = (across: number, along: number): Pull => {
    const weight = (feature: number, move: Move) => weights[feature * moveCount + move]!;
    return {
      up: weight(along, 0) - weight(along, 1),
      down: weight(along + 2, 1) - weight(along + 2, 0),
      left: weight(across, 2) - weight(across, 3),
      right: weight(across + 2, 3) - weight(across + 2, 2),
    };
  };
  return {
    exit: pull(layout.exitAcross, layout.exitAlong),
    coin: pull(layout.coinAcross, layout.coinAlong),
  };
}
