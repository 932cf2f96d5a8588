import { exp } from './exp.ts';
import { doubles, type Layer, move, passBack, squash, sumUp, zeros } from './network-layer.ts';
import { seededRandom } from './random.ts';
import { checkWorld, ENDS, type TabularWorld } from './tabular-world.ts';

/**
 * A policy gradient learner: a network with one hidden layer that sees some facts about a state and
 * gives each action a probability. REINFORCE makes those actions likelier that were followed by
 * more reward than usual.
 *
 *     h = s(W x + b)        hidden units, where s(z) = z / (1 + |z|)
 *     π = softmax(V h + c)  probability of each action
 *     G_t = r_t + γ G_t+1   return: the discounted sum of rewards from step t on
 *     θ ← θ + η Σ_t (G_t − B) ∇log π(a_t | x_t)      after each episode, for θ = W, b, V, c
 *     B ← B + β (mean of G_t − B)                    baseline: the return expected by now
 *
 * The squashing function s keeps a unit between −1 and 1 as tanh does. Unlike tanh it is made of
 * operations that every engine rounds alike, so that a seed gives the same run everywhere. An
 * episode that is cut off counts as ended. The factor γ^t that the gradient of the first state's
 * return asks for is left out, as is usual: early steps would otherwise count for more.
 *
 * @see R. J. Williams, "Simple statistical gradient-following algorithms for connectionist
 *   reinforcement learning", 1992; R. S. Sutton and A. G. Barto, "Reinforcement Learning", 13.4
 */

/** A world whose states are seen through facts about them and not by their names. */
export interface SeenWorld extends TabularWorld {
  /** Number of facts that the network sees of a state. */
  readonly inputs: number;
  /** The facts, states × inputs; best between −1 and 1. States with equal facts look alike. */
  readonly features: Float64Array;
}

/** The shape of a network, and how it starts and learns. */
export interface PolicyNetworkOptions {
  /** Number of hidden units. */
  hidden: number;
  /** Settles every chance event: the same seed gives the same run. */
  seed: number;
  /** η: length of a step along the gradient, above 0. */
  learningRate: number;
  /** γ: worth of a reward one step later, 0 to 1. */
  discount: number;
  /** β: share of the surprise that the baseline takes over, 0 to 1; 0.05 unless given. */
  baselineRate?: number;
}

/** A network in the midst of its training. */
export interface PolicyNetwork {
  /**
   * θ, one after another: W (inputs × hidden: the weights that leave one input stand together), b
   * (hidden), V (hidden × actions: the weights that leave one unit stand together), c (actions).
   * They change with learning: copy to keep.
   */
  readonly parameters: number[];
  /** Steps taken so far. */
  readonly steps: number;
  /** B: the discounted return that the network has come to expect of a step. */
  readonly baseline: number;
  /** Writes the probability of each action in a state into the first entries of `into`. */
  probabilities(state: number, into: Float64Array): void;
  /**
   * Lives through that many whole episodes and learns from each: `learn(3)` and `learn(4)` come to
   * the same as `learn(7)`.
   *
   * @returns the mean over these episodes of the sum of rewards, not discounted; 0 for no episode.
   */
  learn(episodes: number): number;
}

/**
 * Creates a network with random weights and no biases, before its first episode.
 *
 * @throws RangeError where the world's tables do not fit together, or an option is out of range.
 */
export function createPolicyNetwork(
  world: SeenWorld,
  options: PolicyNetworkOptions,
): PolicyNetwork {
  checkWorld(world);
  checkOptions(world, options);
  const { states, actions, inputs, longestEpisode } = world;
  const { hidden, learningRate, discount, baselineRate = 0.05 } = options;
  const features = doubles(world.features);
  const random = seededRandom(options.seed);
  const parameters = startParameters(inputs, hidden, actions, random);
  const inner: Layer = { parameters, from: 0, inputs, outputs: hidden };
  const outer: Layer = {
    parameters,
    from: (inputs + 1) * hidden,
    inputs: hidden,
    outputs: actions,
  };

  // The parameters hold still during an episode. So the network looks once at each state that it
  // meets there, however often it meets it, and keeps what came of it in a slot.
  const slots = Math.min(states, longestEpisode);
  const slotOf = new Int32Array(states).fill(-1);
  const stateIn = new Int32Array(slots);
  const units = zeros(slots * hidden);
  const chances = zeros(slots * actions);
  /** How far each input of the softmax is pushed, η Σ (G − B) ∂log π over the visits to a slot. */
  const pushes = zeros(slots * actions);
  /** The same for each sum that is squashed into a hidden unit. */
  const unitPushes = zeros(slots * hidden);
  const ownUnits = zeros(hidden);
  const ownChances = zeros(actions);

  const slotAt = new Int32Array(longestEpisode);
  const actionAt = new Int32Array(longestEpisode);
  const rewardAt = zeros(longestEpisode);
  let steps = 0;
  let baseline = 0;

  const look = (state: number, h: number[], hFrom: number, p: number[], pFrom: number) => {
    sumUp(inner, features, state * inputs, h, hFrom);
    squash(h, hFrom, hidden);
    sumUp(outer, h, hFrom, p, pFrom);
    softmax(p, pFrom, actions);
  };

  /** Lives through an episode and writes it down; `met` is the number of slots in use. */
  function live(): { length: number; met: number } {
    const { next, reward, starts } = world;
    let state = starts[Math.floor(random() * starts.length)]!;
    let length = 0;
    let met = 0;
    while (state !== ENDS && length < longestEpisode) {
      if (slotOf[state]! < 0) {
        slotOf[state] = met;
        stateIn[met] = state;
        look(state, units, met * hidden, chances, met * actions);
        met += 1;
      }
      const slot = slotOf[state]!;
      const action = draw(chances, slot * actions, actions, random());
      slotAt[length] = slot;
      actionAt[length] = action;
      rewardAt[length] = reward[state * actions + action]!;
      state = next[state * actions + action]!;
      length += 1;
    }
    for (let slot = 0; slot < met; slot++) slotOf[stateIn[slot]!] = -1;
    return { length, met };
  }

  /** Goes through the episode from its end, and returns the mean of its returns. */
  function judge(length: number, met: number): number {
    pushes.fill(0, 0, met * actions);
    let ahead = 0;
    let sum = 0;
    for (let t = length - 1; t >= 0; t--) {
      ahead = rewardAt[t]! + discount * ahead;
      sum += ahead;
      const push = learningRate * (ahead - baseline);
      const row = slotAt[t]! * actions;
      for (let k = 0; k < actions; k++) pushes[row + k]! -= push * chances[row + k]!;
      pushes[row + actionAt[t]!]! += push;
    }
    return sum / length;
  }

  function learnFrom(met: number): void {
    // Every push is passed on before the first parameter moves.
    for (let slot = 0; slot < met; slot++) {
      passBack(outer, pushes, slot * actions, units, unitPushes, slot * hidden);
    }
    for (let slot = 0; slot < met; slot++) {
      move(inner, features, stateIn[slot]! * inputs, unitPushes, slot * hidden);
      move(outer, units, slot * hidden, pushes, slot * actions);
    }
  }

  return {
    parameters,
    get steps() {
      return steps;
    },
    get baseline() {
      return baseline;
    },
    probabilities(state, into) {
      look(state, ownUnits, 0, ownChances, 0);
      into.set(ownChances);
    },
    learn(episodes) {
      let total = 0;
      for (let left = episodes; left > 0; left--) {
        const { length, met } = live();
        const meanReturn = judge(length, met);
        learnFrom(met);
        baseline += baselineRate * (meanReturn - baseline);
        steps += length;
        for (let t = 0; t < length; t++) total += rewardAt[t]!;
      }
      return episodes > 0 ? total / episodes : 0;
    },
  };
}

function softmax(p: number[], from: number, count: number): void {
  let highest = p[from]!;
  for (let k = from + 1; k < from + count; k++) if (p[k]! > highest) highest = p[k]!;
  let sum = 0;
  for (let k = from; k < from + count; k++) {
    const weight = exp(p[k]! - highest);
    p[k] = weight;
    sum += weight;
  }
  for (let k = from; k < from + count; k++) p[k]! /= sum;
}

/** The index of an option drawn with the chances given; `uniform` lies in [0, 1). */
function draw(chances: number[], from: number, count: number, uniform: number): number {
  let below = chances[from]!;
  let index = 0;
  while (uniform >= below && index < count - 1) {
    index += 1;
    below += chances[from + index]!;
  }
  return index;
}

/**
 * No biases, and weights drawn evenly from a range that keeps what goes forward and what comes back
 * near the same size.
 *
 * @see X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural
 *   networks", 2010, equation 16
 */
function startParameters(inputs: number, hidden: number, actions: number, random: () => number) {
  const parameters = zeros((inputs + 1) * hidden + (hidden + 1) * actions);
  const draw = (from: number, count: number, bound: number) => {
    for (let i = from; i < from + count; i++) parameters[i] = bound * (2 * random() - 1);
  };
  draw(0, inputs * hidden, Math.sqrt(6 / (inputs + hidden)));
  draw((inputs + 1) * hidden, hidden * actions, Math.sqrt(6 / (hidden + actions)));
  return parameters;
}

function checkOptions(world: SeenWorld, options: PolicyNetworkOptions): void {
  const { states, inputs, features } = world;
  const { hidden, learningRate, discount, baselineRate = 0 } = options;
  const isShare = (rate: number) => rate >= 0 && rate <= 1;
  const demands: [boolean, string][] = [
    [Number.isInteger(inputs) && inputs > 0, 'inputs are a whole number above 0'],
    [features.length === states * inputs, 'features has an entry for each input in each state'],
    [features.every(Number.isFinite), 'features are finite'],
    [Number.isInteger(hidden) && hidden > 0, 'hidden is a whole number above 0'],
    [Number.isFinite(learningRate) && learningRate > 0, 'the learning rate is above 0'],
    [isShare(discount), 'the discount lies between 0 and 1'],
    [isShare(baselineRate), 'the baseline rate lies between 0 and 1'],
  ];
  for (const [met, demand] of demands) {
    if (!met) throw new RangeError(`In a policy network, ${demand}.`);
  }
}
