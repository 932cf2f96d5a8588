/**
 * A world small enough to be written down as a table: in each state each action leads to one state
 * and brings one reward. Nothing in it is left to chance but the state an episode begins in.
 *
 * Rows of a table stand one after another: action `a` in state `s` has the entry
 * `s * actions + a`.
 */
export interface TabularWorld {
  /** Number of states. */
  readonly states: number;
  /** Number of actions, the same in every state. */
  readonly actions: number;
  /** The state that an action leads to, or `ENDS`; states × actions entries. */
  readonly next: Int32Array;
  /** The reward that an action brings, in any unit; states × actions entries. */
  readonly reward: Float64Array;
  /** The states in which an episode may begin, each equally likely; at least one. */
  readonly starts: Int32Array;
  /**
   * Steps after which an episode is cut off where nothing has ended it; at least 1. A cut is not an
   * end: the world would go on, and only the learner is put back to a start.
   */
  readonly longestEpisode: number;
}

/** Stands in `next` in place of a state where the action ends the episode; below any state. */
export const ENDS = -1;

/**
 * Refuses a world whose tables do not fit together. The learners read them without looking twice.
 *
 * @throws RangeError that names what is wrong.
 */
export function checkWorld(world: TabularWorld): void {
  const { states, actions, next, reward, starts, longestEpisode } = world;
  const cells = states * actions;
  const isState = (state: number) => state >= 0 && state < states;
  const demands: [boolean, string][] = [
    [Number.isInteger(cells) && cells > 0, 'states and actions are whole numbers above 0'],
    [next.length === cells, 'next has an entry for each action in each state'],
    [reward.length === cells, 'reward has an entry for each action in each state'],
    [next.every((state) => state === ENDS || isState(state)), 'next names states, or ENDS'],
    [reward.every(Number.isFinite), 'rewards are finite'],
    [starts.length > 0 && starts.every(isState), 'starts names at least one state'],
    [Number.isInteger(longestEpisode) && longestEpisode > 0, 'longestEpisode is at least 1'],
  ];
  for (const [met, demand] of demands) if (!met) throw new RangeError(`In a world, ${demand}.`);
}
