import { transpose, zeroSum, type Bimatrix, type Mixture } from './bimatrix.ts';

/**
 * Small games that textbooks work through, with their equilibria as worked out by hand. The tables
 * are the usual ones; a test checks each known equilibrium by looking for a player who gains by
 * leaving it. The numbers mean nothing beyond their order and ratios.
 *
 * @see N. Nisan et al., "Algorithmic Game Theory", 2007, chapters 1 and 3
 * @see D. Fudenberg and J. Tirole, "Game Theory", 1991, chapter 1, for shirking and inspecting
 */
export interface TextbookGame {
  game: Bimatrix;
  /** Its equilibria; in a degenerate game, the corners of them. */
  known: readonly { row: Mixture; column: Mixture }[];
  /** There are infinitely many more between the known ones. */
  degenerate?: true;
}

/** The games by name. Moves of the row player from top to bottom, of the column player from left to right. */
export const textbookGames = {
  /** Row works or shirks, column trusts or inspects: wage 4, work worth 6, its effort 1.5, inspection 1. */
  shirkAndInspect: {
    game: {
      row: [
        [2.5, 2.5],
        [4, 0],
      ],
      column: [
        [2, 1],
        [-4, -1],
      ],
    },
    known: [{ row: [3 / 4, 1 / 4], column: [5 / 8, 3 / 8] }],
  },
  /** Row wins if both coins show the same. */
  matchingPennies: {
    game: zeroSum([
      [1, -1],
      [-1, 1],
    ]),
    known: [{ row: [1 / 2, 1 / 2], column: [1 / 2, 1 / 2] }],
  },
  /** Keep silent or confess. */
  prisonersDilemma: {
    game: symmetric([
      [3, 0],
      [5, 1],
    ]),
    known: [{ row: [0, 1], column: [0, 1] }],
  },
  /** Both want to meet, each at a favourite place. */
  battleOfTheSexes: {
    game: {
      row: [
        [2, 0],
        [0, 1],
      ],
      column: [
        [1, 0],
        [0, 2],
      ],
    },
    known: [
      { row: [1, 0], column: [1, 0] },
      { row: [0, 1], column: [0, 1] },
      { row: [2 / 3, 1 / 3], column: [1 / 3, 2 / 3] },
    ],
  },
  /** The stag needs both hunters; a hare needs one. */
  stagHunt: {
    game: symmetric([
      [4, 0],
      [3, 3],
    ]),
    known: [
      { row: [1, 0], column: [1, 0] },
      { row: [0, 1], column: [0, 1] },
      { row: [3 / 4, 1 / 4], column: [3 / 4, 1 / 4] },
    ],
  },
  /** A prize of 2, and a fight that costs 4. */
  hawkDove: {
    game: symmetric([
      [-1, 2],
      [0, 1],
    ]),
    known: [
      { row: [1, 0], column: [0, 1] },
      { row: [0, 1], column: [1, 0] },
      { row: [1 / 2, 1 / 2], column: [1 / 2, 1 / 2] },
    ],
  },
  rockPaperScissors: {
    game: zeroSum([
      [0, -1, 1],
      [1, 0, -1],
      [-1, 1, 0],
    ]),
    known: [{ row: [1 / 3, 1 / 3, 1 / 3], column: [1 / 3, 1 / 3, 1 / 3] }],
  },
  /** Paper over rock pays 4, scissors over paper 3, rock over scissors 5. */
  weightedRockPaperScissors: {
    game: zeroSum([
      [0, -4, 5],
      [4, 0, -3],
      [-5, 3, 0],
    ]),
    known: [{ row: [1 / 4, 5 / 12, 1 / 3], column: [1 / 4, 5 / 12, 1 / 3] }],
  },
  /** Three moves against two, with three equilibria. */
  threeByTwo: {
    game: {
      row: [
        [3, 3],
        [2, 5],
        [0, 6],
      ],
      column: [
        [3, 2],
        [2, 6],
        [3, 1],
      ],
    },
    known: [
      { row: [1, 0, 0], column: [1, 0] },
      { row: [4 / 5, 1 / 5, 0], column: [2 / 3, 1 / 3] },
      { row: [0, 1 / 3, 2 / 3], column: [1 / 3, 2 / 3] },
    ],
  },
  /** Each move beats the next and ties with the one after that, in a circle of four. */
  fourCycle: {
    game: zeroSum([
      [0, 1, 0, -1],
      [-1, 0, 1, 0],
      [0, -1, 0, 1],
      [1, 0, -1, 0],
    ]),
    known: [
      [1 / 2, 0, 1 / 2, 0],
      [0, 1 / 2, 0, 1 / 2],
    ].flatMap((row, _, both) => both.map((column) => ({ row, column }))),
    degenerate: true,
  },
} as const satisfies Record<string, TextbookGame>;

/** A game that is the same for both players. */
function symmetric(row: readonly (readonly number[])[]): Bimatrix {
  return { row, column: transpose(row) };
}
