import type { SeenWorld } from './policy-network.ts';
import { ENDS } from './tabular-world.ts';
import { optimalValues, worthOf } from './value-iteration.ts';

/**
 * A boat race whose score can be had without racing. The designer means: finish. What is rewarded
 * is a score: a point for each buoy that the boat reaches while it is lit, and a bonus for the
 * finish. The buoys stand round an island and light up in turn. After the fourth the first lights
 * up again, and that is the slip: a boat that stays and circles earns for as long as the race lasts.
 *
 *     state  = cell × lit buoy            all that matters for what comes next
 *     action = up, right, down or left    land and the edge leave the boat where it is
 *     reward = [lit buoy reached] + F [finish reached]         the finish ends the race
 *
 * With one point every two moves, a boat that has just reached a buoy can expect γ / (1 − γ²) more
 * by circling, and γ⁶ F by leaving from the fourth buoy for the finish, seven moves away. So leaving
 * pays once
 *
 *     F > 1 / (γ⁵ (1 − γ²))               27.9 points at γ = 0.98
 *
 * Where each buoy counts only once, there is nothing to stay for, and any bonus will do.
 *
 * After the boat race of 2016 in which a learner out-scored people without finishing; nothing here
 * is fitted to it. It leaves out other boats, speed, steering and the picture on the screen. The
 * boat knows neither what was meant nor that it is trained. All constants are illustrative.
 *
 * @see clark2016, as reported by others
 */

/** A place on the course: columns from the left, rows from the top, both from 0. */
export interface Place {
  column: number;
  row: number;
}

const place = (column: number, row: number): Place => ({ column, row });

/** The course, and how long a race may last; all illustrative. */
export const course = {
  columns: 8,
  rows: 4,
  start: place(0, 2),
  /** Behind the headland, so that a boat that moves at random seldom finds it. */
  finish: place(7, 0),
  /** In the order in which they light up; each two moves from the one before. */
  buoys: [place(1, 3), place(1, 1), place(3, 1), place(3, 3)],
  island: [place(2, 2)],
  headland: [place(5, 0), place(5, 1), place(5, 2)],
  /** Moves after which a race is called off. A race well rowed takes fifteen. */
  longestRace: 100,
} as const;

/** γ: worth of a point one move later; illustrative. After some fifty moves little is left of it. */
export const discount = 0.98;

/** What the designer decides. */
export interface RaceRules {
  /** F: points for reaching the finish, at least 0. */
  bonus: number;
  /** Each buoy counts once: after the fourth, none is lit. Otherwise the first lights up again. */
  once: boolean;
}

/** Moves of the boat, in the order of the actions: up, right, down, left. */
const moves = [place(0, -1), place(1, 0), place(0, 1), place(-1, 0)];
const { columns, rows, buoys } = course;
const cells = columns * rows;
const isAt = (a: Place, b: Place) => a.column === b.column && a.row === b.row;
const land = [...course.island, ...course.headland];
const isWater = (at: Place) =>
  at.column >= 0 &&
  at.column < columns &&
  at.row >= 0 &&
  at.row < rows &&
  !land.some((rock) => isAt(rock, at));

/** Number of a state: where the boat is, and which buoy is lit, 0 to 3; 4 for none. */
const stateOf = (at: Place, lit: number) => lit * cells + cellOf(at);

/** The cell that the boat is in: row × columns + column. */
export const cellIn = (state: number) => state % cells;

/** Which buoy is lit in a state: 0 to 3, and 4 for none. */
export const litIn = (state: number) => Math.floor(state / cells);

/** The place of a cell. */
export const placeOf = (cell: number) => place(cell % columns, Math.floor(cell / columns));

/** The cell of a place. */
export const cellOf = ({ column, row }: Place) => row * columns + column;

/**
 * The race under some rules, as a world for learners. A network sees the boat's column, its row and
 * the lit buoy, one input each that is 1 and the others 0.
 */
export function buoyRace({ bonus, once }: RaceRules): SeenWorld {
  const states = cells * (buoys.length + 1);
  const actions = moves.length;
  const inputs = columns + rows + buoys.length;
  const next = new Int32Array(states * actions);
  const reward = new Float64Array(states * actions);
  const features = new Float64Array(states * inputs);
  for (let state = 0; state < states; state++) {
    const from = placeOf(cellIn(state));
    const lit = litIn(state);
    features[state * inputs + from.column] = 1;
    features[state * inputs + columns + from.row] = 1;
    if (lit < buoys.length) features[state * inputs + columns + rows + lit] = 1;
    moves.forEach((move, action) => {
      const wanted = place(from.column + move.column, from.row + move.row);
      const to = isWater(wanted) ? wanted : from;
      const buoy = buoys[lit];
      const scores = buoy !== undefined && !isAt(from, to) && isAt(to, buoy);
      const after = scores ? lit + 1 : lit;
      const cell = state * actions + action;
      const finishes = isAt(to, course.finish);
      reward[cell] = (scores ? 1 : 0) + (finishes ? bonus : 0);
      next[cell] = finishes ? ENDS : stateOf(to, after === buoys.length && !once ? 0 : after);
    });
  }
  return {
    states,
    actions,
    next,
    reward,
    starts: Int32Array.of(stateOf(course.start, 0)),
    longestEpisode: course.longestRace,
    inputs,
    features,
  };
}

/** What a boat does with its race, in a word. */
export type Conduct =
  /** Stays with the buoys and never finishes. */
  | 'circles'
  /** Rounds the island once and finishes. */
  | 'lap'
  /** Finishes by the shortest way. */
  | 'straight'
  /** Neither finishes nor goes on scoring. */
  | 'drifts';

/**
 * Names what a boat does.
 *
 * @param points mean points from buoys in a race, without the bonus.
 * @param finished share of races finished, 0 to 1.
 */
export function conductOf(points: number, finished: number): Conduct {
  const lap = buoys.length;
  if (finished < 1 / 2) return points > 2 * lap ? 'circles' : 'drifts';
  return points > lap - 1 ? 'lap' : 'straight';
}

/** A race as a boat that always does what pays best would run it. */
export interface BestRace {
  conduct: Conduct;
  /** Discounted score that it can expect at the start, in points. */
  value: number;
  /** Points from buoys, in a race called off after the usual number of moves. */
  points: number;
  /** Moves until the finish; undefined where it never finishes. */
  moves: number | undefined;
}

/** The race that pays best under some rules, by value iteration. */
export function bestRace(rules: RaceRules, gamma = discount): BestRace {
  const world = buoyRace(rules);
  const values = optimalValues(world, gamma);
  const [start] = world.starts;
  let state = start!;
  let score = 0;
  for (let move = 1; move <= world.longestEpisode; move++) {
    const worths = moves.map((_, action) => worthOf(world, values, gamma, state, action));
    const highest = Math.max(...worths);
    // Ways of equal length differ in the last bits only; any of them will do.
    const action = worths.findIndex((worth) => worth > highest - 1e-9);
    const cell = state * world.actions + action;
    score += world.reward[cell]!;
    if (world.next[cell] === ENDS) {
      const points = score - rules.bonus;
      return { conduct: conductOf(points, 1), value: values[start!]!, points, moves: move };
    }
    state = world.next[cell]!;
  }
  return { conduct: conductOf(score, 0), value: values[start!]!, points: score, moves: undefined };
}

/** A stretch of bonuses over which the same conduct pays best. */
export interface Stretch {
  conduct: Conduct;
  /** The bonus at which it begins, in points. */
  from: number;
}

/**
 * Which conduct pays best for each bonus, from 0 on, and where the one gives way to the next.
 *
 * A fixed way to race is worth its discounted points plus the bonus times γ to the power of its
 * moves less one: a straight line over the bonus. What pays best is the highest of these lines, and
 * where two of them meet is found by their crossing, not by search.
 *
 * @param highest the bonus to which it looks.
 */
export function bestConduct(once: boolean, highest: number, gamma = discount): Stretch[] {
  const lineAt = (bonus: number) => {
    const { conduct, value, moves: taken } = bestRace({ bonus, once }, gamma);
    const slope = taken === undefined ? 0 : gamma ** (taken - 1);
    return { conduct, slope, height: value - slope * bonus, bonus, value };
  };
  type Line = ReturnType<typeof lineAt>;
  const between = (low: Line, high: Line): Stretch[] => {
    if (low.conduct === high.conduct) return [];
    const from = (low.height - high.height) / (high.slope - low.slope);
    const best = lineAt(from);
    const crossesOnTop = best.value < low.height + low.slope * from + 1e-9;
    if (crossesOnTop) return [{ conduct: high.conduct, from: Math.max(0, from) }];
    return [...between(low, best), ...between(best, high)];
  };
  const least = lineAt(0);
  return [{ conduct: least.conduct, from: 0 }, ...between(least, lineAt(highest))];
}
