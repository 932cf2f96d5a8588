/**
 * A game of two players who move once and at the same time. Each picks one of a few moves, and a table
 * says what either gets. A *mixture* gives each move of a player a probability.
 *
 * @see J. F. Nash, "Non-Cooperative Games", 1951
 */

/** What each pair of moves brings: `row[i][j]` to the player who picks a row, `column[i][j]` to the other. */
export interface Bimatrix {
  row: readonly (readonly number[])[];
  column: readonly (readonly number[])[];
}

/** A number for either player, in the unit of the payoffs. */
export interface PerPlayer {
  row: number;
  column: number;
}

/** Probabilities, one for each move; they add up to 1. */
export type Mixture = readonly number[];

/**
 * What each move of either player brings on average against the other's mixture.
 *
 * @param row the mixture over rows, `column` the one over columns
 */
export function movePayoffs(
  game: Bimatrix,
  row: Mixture,
  column: Mixture,
): { row: number[]; column: number[] } {
  return {
    row: game.row.map((payoffs) => dot(payoffs, column)),
    column: column.map((_, j) => row.reduce((sum, p, i) => sum + p * game.column[i]![j]!, 0)),
  };
}

/** What either player gets on average when both mix. */
export function expectedPayoffs(game: Bimatrix, row: Mixture, column: Mixture): PerPlayer {
  const moves = movePayoffs(game, row, column);
  return { row: dot(moves.row, row), column: dot(moves.column, column) };
}

/**
 * What either player could gain by another mixture while the other stays: 0 for both in a Nash
 * equilibrium, and only there.
 */
export function deviationGain(game: Bimatrix, row: Mixture, column: Mixture): PerPlayer {
  const moves = movePayoffs(game, row, column);
  return {
    row: Math.max(...moves.row) - dot(moves.row, row),
    column: Math.max(...moves.column) - dot(moves.column, column),
  };
}

/** Moves of either player that some other single move beats whatever the opponent does. */
export function dominatedMoves({ row, column }: Bimatrix): { row: number[]; column: number[] } {
  return { row: beatenLines(row), column: beatenLines(transpose(column)) };
}

/** Whether what one gains the other loses, up to a constant sum and the last digits. */
export function isZeroSum({ row, column }: Bimatrix): boolean {
  const sums = row.flatMap((payoffs, i) => payoffs.map((payoff, j) => payoff + column[i]![j]!));
  const scale = Math.max(1, ...row.flat().map(Math.abs));
  return sums.every((sum) => Math.abs(sum - sums[0]!) <= 1e-12 * scale);
}

/** The game in which the column player loses what the row player gets. */
export function zeroSum(row: readonly (readonly number[])[]): Bimatrix {
  return { row, column: row.map((payoffs) => payoffs.map((payoff) => 0 - payoff)) };
}

/** The table with its rows as columns. */
export function transpose(table: readonly (readonly number[])[]): number[][] {
  return (table[0] ?? []).map((_, j) => table.map((line) => line[j]!));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function beatenLines(table: readonly (readonly number[])[]): number[] {
  return table.flatMap((line, i) =>
    table.some((other) => other.every((payoff, j) => payoff > line[j]!)) ? [i] : [],
  );
}
