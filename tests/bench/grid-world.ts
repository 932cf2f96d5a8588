import type { SeenWorld } from '../../src/models/policy-network.ts';
import { ENDS } from '../../src/models/tabular-world.ts';

/**
 * A square field with the start in one corner and the goal in the opposite one. The four actions
 * lead up, right, down and left; the edge holds. A step costs 0.01, and the one that reaches the
 * goal brings 1 and ends the episode.
 *
 * The sixteen inputs say how near sixteen landmarks are, four by four over the field. None of them
 * is ever 0, so that no learner gains by leaving zeros out.
 */
export function gridWorld(side: number, longestEpisode = 20 * side): SeenWorld {
  const states = side * side;
  const moves = [
    [-1, 0],
    [0, 1],
    [1, 0],
    [0, -1],
  ] as const;
  const next = new Int32Array(states * moves.length);
  const reward = new Float64Array(states * moves.length).fill(-0.01);
  const inputs = 16;
  const features = new Float64Array(states * inputs);
  const hold = (place: number) => Math.min(side - 1, Math.max(0, place));
  for (let state = 0; state < states; state++) {
    const [row, column] = [Math.floor(state / side), state % side];
    moves.forEach(([down, right], action) => {
      const reached = hold(row + down) * side + hold(column + right);
      const cell = state * moves.length + action;
      next[cell] = reached === states - 1 ? ENDS : reached;
      if (reached === states - 1) reward[cell] = 1;
    });
    for (let landmark = 0; landmark < inputs; landmark++) {
      const down = row - (Math.floor(landmark / 4) * (side - 1)) / 3;
      const right = column - ((landmark % 4) * (side - 1)) / 3;
      features[state * inputs + landmark] = 1 / (1 + (down * down + right * right) / 4);
    }
  }
  const starts = Int32Array.of(0);
  return { states, actions: moves.length, next, reward, starts, longestEpisode, inputs, features };
}
