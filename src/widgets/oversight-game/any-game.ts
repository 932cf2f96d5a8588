import { fill } from '../../lib/fill.ts';
import type { Bimatrix } from '../../models/bimatrix.ts';
import type { Ui } from '../../schemas/ui.ts';
import { presets, rounded, type PresetName } from './presets.ts';

/** Any game: what can be changed in it, and how it stands in the address. */

type Labels = Ui['oversightGame']['any'];
export type Player = 'row' | 'column';

/** A small game with a table that the reader may change; its moves are called as in its preset. */
export interface TableGame {
  kind: 'table';
  base: PresetName;
  game: Bimatrix;
}

/** A large game that is drawn at random. */
export interface DrawnGame {
  kind: 'drawn';
  size: number;
  seed: number;
  sums: 'zero' | 'own';
}

export type AnyGame = TableGame | DrawnGame;

export const fewestMoves = 2;
export const mostMoves = 4;
export const payoffBounds = { least: -999, most: 999 } as const;
export const drawnSizes = [8, 15, 30] as const;
export const highestGameSeed = 999;
/** Rounds that two learners play at most. */
export const regretRounds = 1_000_000;

export const firstGame: TableGame = tableOf('audit');
/** Where payoffs are drawn for each player, the averages of this one stay away from every equilibrium. */
export const firstDrawn: DrawnGame = { kind: 'drawn', size: 8, seed: 5, sums: 'zero' };

export function tableOf(base: PresetName): TableGame {
  return { kind: 'table', base, game: presets[base].game };
}

/** Whether the table is as in its preset. */
export function unchanged({ base, game }: TableGame): boolean {
  return packTable(base, game) === packTable(base, presets[base].game);
}

/**
 * A game as it stands in an address: nothing for the first one, a name for another preset, and
 * for a changed one also its numbers: rows, columns, the row player's payoffs line by line, and then
 * the column player's.
 */
export function packGame(any: AnyGame): string {
  if (any.kind === 'drawn') return ['drawn', any.size, any.seed, any.sums].join('_');
  if (!unchanged(any)) return packTable(any.base, any.game);
  return any.base === firstGame.base ? '' : any.base;
}

/** The game that an address holds; undefined where it was edited or cut off. */
export function unpackGame(packed: string): AnyGame | undefined {
  if (packed === '') return firstGame;
  const [head = '', ...rest] = packed.split('_');
  if (head === 'drawn') return unpackDrawn(rest);
  const base = Object.hasOwn(presets, head) ? (head as PresetName) : undefined;
  if (!base) return undefined;
  if (rest.length === 0) return tableOf(base);
  if (!rest.every((text) => /^-?\d{1,3}(\.\d{1,4})?$/.test(text))) return undefined;
  const [rows = 0, columns = 0, ...payoffs] = rest.map(Number);
  const fits = (moves: number) =>
    Number.isInteger(moves) && moves >= fewestMoves && moves <= mostMoves;
  if (!fits(rows) || !fits(columns) || payoffs.length !== 2 * rows * columns) return undefined;
  const lines = (from: number) =>
    Array.from({ length: rows }, (_, i) =>
      payoffs.slice(from + i * columns, from + (i + 1) * columns),
    );
  return { kind: 'table', base, game: { row: lines(0), column: lines(rows * columns) } };
}

function unpackDrawn([size = '', seed = '', sums = '', ...more]: string[]): DrawnGame | undefined {
  const known = drawnSizes.find((each) => String(each) === size);
  const whole = /^[1-9]\d{0,2}$/.test(seed);
  if (!known || !whole || (sums !== 'zero' && sums !== 'own') || more.length > 0) return undefined;
  return { kind: 'drawn', size: known, seed: Number(seed), sums };
}

function packTable(base: PresetName, { row, column }: Bimatrix): string {
  const numbers = [row.length, row[0]!.length, ...row.flat(), ...column.flat()];
  return [base, ...numbers.map(rounded)].join('_');
}

/** What a reader typed as a payoff, to four decimals; undefined where it is none. */
export function readPayoff(typed: number): number | undefined {
  const { least, most } = payoffBounds;
  if (!(typed >= least && typed <= most)) return undefined;
  return rounded(typed);
}

/** The table with one payoff changed. */
export function withPayoff(
  any: TableGame,
  player: Player,
  i: number,
  j: number,
  payoff: number,
): TableGame {
  const table = any.game[player].map((line, row) =>
    line.map((old, column) => (row === i && column === j ? payoff : old)),
  );
  return { ...any, game: { ...any.game, [player]: table } };
}

/**
 * The table with one move more, whose payoffs are all 0, or without its last one; as it is where the
 * player would have too few moves or too many.
 */
export function withMoves(any: TableGame, player: Player, by: 1 | -1): TableGame {
  const { game } = any;
  const moves = movesOf(game)[player] + by;
  if (moves < fewestMoves || moves > mostMoves) return any;
  const resized = (table: Bimatrix['row']) =>
    player === 'row'
      ? Array.from({ length: moves }, (_, i) => table[i] ?? table[0]!.map(() => 0))
      : table.map((line) => Array.from({ length: moves }, (_, j) => line[j] ?? 0));
  return { ...any, game: { row: resized(game.row), column: resized(game.column) } };
}

/** How many moves each player has. */
export function movesOf({ row }: Bimatrix): { row: number; column: number } {
  return { row: row.length, column: row[0]?.length ?? 0 };
}

/** What the moves are called; those that its preset does not have are numbered. */
export function namesOf(labels: Labels, { base, game }: TableGame): Record<Player, string[]> {
  const names = (player: Player) =>
    Array.from(
      { length: movesOf(game)[player] },
      (_, i) => labels.moves[base][player][i] ?? fill(labels.move, { n: i + 1 }),
    );
  return { row: names('row'), column: names('column') };
}

/**
 * Best answers of a player with two moves, over the chance of the other’s first move: a line along
 * 0 and 1 that steps where both moves are equally good.
 *
 * @param atNone by how much the first move is better where the other never plays its first move
 * @param atAll the same where the other always does
 * @returns pairs of the other’s chance and the own; undefined where every answer is always best
 */
export function answers(atNone: number, atAll: number): [number, number][] | undefined {
  const level = (lead: number) => (lead > 0 ? 1 : 0);
  if (atNone === 0 && atAll === 0) return undefined;
  const first = level(atNone === 0 ? atAll : atNone);
  const last = level(atAll === 0 ? atNone : atAll);
  const start: [number, number][] = atNone === 0 ? [[0, 1 - first]] : [];
  const end: [number, number][] = atAll === 0 ? [[1, 1 - last]] : [];
  const turn = atNone / (atNone - atAll);
  const step: [number, number][] =
    first === last
      ? []
      : [
          [turn, first],
          [turn, last],
        ];
  return [...start, [0, first], ...step, [1, last], ...end];
}
