import { checkWorld, ENDS, type TabularWorld } from './tabular-world.ts';

/**
 * What the best conceivable learner would come to: the value of each state under the best policy,
 * worked out from the world's tables and not from trying.
 *
 *     V(s) = max_a [r(s, a) + γ V(s′)]        where V is 0 once the episode has ended
 *
 * The right side is applied over and over, state by state, until nothing moves by more than
 * `accuracy`. Each round brings the values closer to the solution by the factor γ at least, so that
 * they end within `accuracy` · γ / (1 − γ) of it. Episodes are never cut off here.
 *
 * @see R. Bellman, "Dynamic Programming", 1957; R. S. Sutton and A. G. Barto, "Reinforcement
 *   Learning", 4.4
 *
 * @param discount γ: worth of a reward one step later, from 0 to below 1.
 * @param accuracy change in a round below which it stops, in units of reward, above 0.
 * @returns the discounted sum of rewards that can be had from each state.
 * @throws RangeError where the world's tables do not fit together, or a number is out of its range.
 */
export function optimalValues(
  world: TabularWorld,
  discount: number,
  accuracy = 1e-13,
): Float64Array {
  checkWorld(world);
  if (!(discount >= 0 && discount < 1)) {
    throw new RangeError('The discount lies from 0 to below 1.');
  }
  if (!(accuracy > 0)) throw new RangeError('The accuracy lies above 0.');
  const values = new Float64Array(world.states);
  let moved = Infinity;
  while (moved > accuracy) {
    moved = 0;
    for (let state = 0; state < world.states; state++) {
      let best = -Infinity;
      for (let action = 0; action < world.actions; action++) {
        best = Math.max(best, worthOf(world, values, discount, state, action));
      }
      moved = Math.max(moved, Math.abs(best - values[state]!));
      values[state] = best;
    }
  }
  return values;
}

/**
 * What an action is worth where each state is worth what `values` says: its reward, and γ times the
 * value of the state that it leads to.
 */
export function worthOf(
  { actions, next, reward }: TabularWorld,
  values: Float64Array,
  discount: number,
  state: number,
  action: number,
): number {
  const cell = state * actions + action;
  const reached = next[cell]!;
  return reward[cell]! + (reached === ENDS ? 0 : discount * values[reached]!);
}
