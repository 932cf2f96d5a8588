import { ENDS, type TabularWorld } from './tabular-world.ts';

/**
 * A policy: writes the probability of each action in a state into the first entries of `into`. They
 * are at least 0 and sum to 1.
 */
export type Policy = (state: number, into: Float64Array) => void;

/** What a policy can expect of one episode. */
export interface ExpectedEpisode {
  /** Mean sum of rewards, not discounted, in units of reward. */
  reward: number;
  /** Probability that the episode ends before it is cut off, 0 to 1. */
  ended: number;
}

/**
 * What a policy can expect of one episode, cut off where the world cuts it: not sampled, but the
 * mean over all chances. The probability of standing in each state is carried forward step by step.
 */
export function expectedEpisode(world: TabularWorld, policy: Policy): ExpectedEpisode {
  const { states, actions, next, reward, starts, longestEpisode } = world;
  const chances = new Float64Array(states * actions);
  const inState = new Float64Array(actions);
  for (let state = 0; state < states; state++) {
    policy(state, inState);
    chances.set(inState, state * actions);
  }
  let here = new Float64Array(states);
  let there = new Float64Array(states);
  for (const start of starts) here[start]! += 1 / starts.length;
  const expected = { reward: 0, ended: 0 };
  for (let left = longestEpisode; left > 0; left--) {
    there.fill(0);
    for (let state = 0; state < states; state++) {
      if (here[state] === 0) continue;
      for (let cell = state * actions; cell < (state + 1) * actions; cell++) {
        const probability = here[state]! * chances[cell]!;
        const reached = next[cell]!;
        expected.reward += probability * reward[cell]!;
        if (reached === ENDS) expected.ended += probability;
        else there[reached]! += probability;
      }
    }
    [here, there] = [there, here];
  }
  return expected;
}

/** One episode as it went. */
export interface Episode {
  /** The states passed through, the start first; without the end, which is no state. */
  states: number[];
  /** Sum of rewards, not discounted. */
  reward: number;
  /** True where the episode ended; false where it was cut off. */
  ended: boolean;
}

/**
 * Draws one episode from a policy.
 *
 * @param random the next uniform number in [0, 1); one is used for the start and one a step.
 */
export function drawEpisode(world: TabularWorld, policy: Policy, random: () => number): Episode {
  const { actions, next, reward, starts, longestEpisode } = world;
  const chances = new Float64Array(actions);
  const states = [starts[Math.floor(random() * starts.length)]!];
  let total = 0;
  for (let left = longestEpisode; left > 0; left--) {
    const state = states.at(-1)!;
    policy(state, chances);
    let action = 0;
    let draw = random() - chances[0]!;
    while (draw >= 0 && action < actions - 1) draw -= chances[++action]!;
    const cell = state * actions + action;
    total += reward[cell]!;
    if (next[cell] === ENDS) return { states, reward: total, ended: true };
    states.push(next[cell]!);
  }
  return { states, reward: total, ended: false };
}
