import { expectedPayoffs, transpose, type Bimatrix, type PerPlayer } from './bimatrix.ts';

/**
 * Nash equilibria of a small game, all at once.
 *
 * In equilibrium a player mixes only moves that are equally good against the other's mixture. So each
 * pair of equally large supports gives a system of linear equations: which mixture over these columns
 * makes these rows equally good? A solution with no negative probability, against which no other row
 * is better, is a *corner* of the column player's mixtures. Two corners, one for each player, are an
 * equilibrium if each move is unused by its player or a best response to the other.
 *
 * In a nondegenerate game that gives every equilibrium. In a degenerate one there may be infinitely
 * many; those given are their corners, and each other one is a mixture of corners.
 *
 * @see N. Nisan et al., "Algorithmic Game Theory", 2007, chapter 3 (B. von Stengel): algorithm 3.4 for
 *   supports, definition 3.2 for degenerate games, section 3.6 for corners of degenerate ones
 */

/** Mixtures that neither player would leave while the other stays. */
export interface Equilibrium {
  row: number[];
  column: number[];
  payoffs: PerPlayer;
}

/** The equilibria of a game, and whether they may be corners of infinitely many. */
export interface Equilibria {
  /** In the order of the supports: pure ones first. */
  found: Equilibrium[];
  /**
   * Some mixture has more best responses than moves that it uses. There may then be equilibria
   * between those found.
   */
  degenerate: boolean;
}

/** More moves than this for a player are refused: the number of supports grows exponentially. */
export const mostMoves = 5;

/** Payoffs are scaled to lie between 1 and 2; differences below this are taken for rounding. */
const tolerance = 1e-10;

/** A mixture at a corner, and the other player's best responses to it. */
interface Corner {
  mixture: number[];
  responses: boolean[];
}

/**
 * All equilibria, or their corners in a degenerate game.
 *
 * @throws RangeError where a player has no move or more than `mostMoves`.
 */
export function equilibria(game: Bimatrix): Equilibria {
  const rows = game.row.length;
  const columns = game.row[0]?.length ?? 0;
  if (Math.min(rows, columns) < 1 || Math.max(rows, columns) > mostMoves)
    throw new RangeError(`A game of ${rows} by ${columns} moves is not for this solver.`);
  const forColumn = corners(game.row);
  const forRow = corners(transpose(game.column));
  const found = forRow.corners.flatMap((row) =>
    forColumn.corners
      .filter((column) => meet(row, column) && meet(column, row))
      .map((column) => ({
        row: row.mixture,
        column: column.mixture,
        payoffs: expectedPayoffs(game, row.mixture, column.mixture),
      })),
  );
  return { found, degenerate: forRow.degenerate || forColumn.degenerate };
}

/** Whether each move that `mine` uses is a best response to `other`. */
function meet(mine: Corner, other: Corner): boolean {
  return mine.mixture.every((probability, i) => probability === 0 || other.responses[i]);
}

/**
 * The corners among a player's mixtures.
 *
 * @param payoffs what the *other* player gets: one line for each of the other's moves
 */
function corners(payoffs: Bimatrix['row']): { corners: Corner[]; degenerate: boolean } {
  const scaled = scale(payoffs);
  const columns = scaled[0]!.length;
  const found: Corner[] = [];
  let degenerate = false;
  for (const [I, J] of supportPairs(scaled.length, columns)) {
    const weights = solve(I.map((i) => J.map((j) => scaled[i]![j]!)));
    if (!weights || weights.some((weight) => weight < -tolerance)) continue;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const mixture = Array.from({ length: columns }, () => 0);
    J.forEach((j, at) => (mixture[j] = weights[at]! > tolerance ? weights[at]! / total : 0));
    const values = scaled.map((line) =>
      line.reduce((sum, value, j) => sum + value * mixture[j]!, 0),
    );
    const best = Math.max(...values);
    if (best - values[I[0]!]! > tolerance) continue;
    const responses = values.map((value) => best - value <= tolerance);
    const used = mixture.filter((probability) => probability > 0).length;
    if (responses.filter(Boolean).length > used) degenerate = true;
    if (!found.some((corner) => near(corner.mixture, mixture))) found.push({ mixture, responses });
  }
  return { corners: found, degenerate };
}

/** Payoffs between 1 and 2. What is best stays best, and every game has a positive worth. */
function scale(payoffs: Bimatrix['row']): number[][] {
  const least = Math.min(...payoffs.flat());
  const range = Math.max(...payoffs.flat()) - least || 1;
  return payoffs.map((line) => line.map((payoff) => 1 + (payoff - least) / range));
}

/** All pairs of equally large sets of rows and of columns, the small ones first. */
function* supportPairs(rows: number, columns: number): Generator<[number[], number[]]> {
  for (let size = 1; size <= Math.min(rows, columns); size += 1)
    for (const I of subsets(rows, size)) for (const J of subsets(columns, size)) yield [I, J];
}

/** Sets of that many of the numbers 0, 1, … below `below`, in their order. */
function subsets(below: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: below - from }, (_, step) => from + step).flatMap((first) =>
    subsets(below, size - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

/** The weights w with `matrix` w = (1, …, 1), by Gauss; undefined where there are none or many. */
function solve(matrix: number[][]): number[] | undefined {
  const size = matrix.length;
  const lines = matrix.map((line) => [...line, 1]);
  for (let at = 0; at < size; at += 1) {
    let pivot = at;
    for (let i = at + 1; i < size; i += 1)
      if (Math.abs(lines[i]![at]!) > Math.abs(lines[pivot]![at]!)) pivot = i;
    if (Math.abs(lines[pivot]![at]!) < tolerance) return undefined;
    [lines[at], lines[pivot]] = [lines[pivot]!, lines[at]!];
    for (let i = 0; i < size; i += 1) {
      if (i === at) continue;
      const factor = lines[i]![at]! / lines[at]![at]!;
      for (let j = at; j <= size; j += 1) lines[i]![j]! -= factor * lines[at]![j]!;
    }
  }
  return lines.map((line, i) => line[size]! / line[i]!);
}

function near(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, i) => Math.abs(value - b[i]!) < 1e-8);
}
