import { describe, expect, it } from 'vitest';
import {
  deviationGain,
  dominatedMoves,
  expectedPayoffs,
  isZeroSum,
  movePayoffs,
  zeroSum,
} from '../../src/models/bimatrix.ts';
import { textbookGames } from '../../src/models/textbook-games.ts';

const game = {
  row: [
    [3, 0, 2],
    [1, 4, 2],
  ],
  column: [
    [0, 2, 1],
    [5, 1, 3],
  ],
};

describe('payoffs of mixtures', () => {
  it('are what each move brings on average, by hand', () => {
    expect(movePayoffs(game, [0.25, 0.75], [0.5, 0.25, 0.25])).toEqual({
      row: [2, 2],
      column: [3.75, 1.25, 2.5],
    });
    expect(expectedPayoffs(game, [0.25, 0.75], [0.5, 0.25, 0.25])).toEqual({
      row: 2,
      column: 2.8125,
    });
  });

  it('are those of the table where nobody mixes', () => {
    expect(expectedPayoffs(game, [0, 1], [0, 1, 0])).toEqual({ row: 4, column: 1 });
  });

  it('tell what leaving would bring', () => {
    expect(deviationGain(game, [0.25, 0.75], [0.5, 0.25, 0.25])).toEqual({
      row: 0,
      column: 0.9375,
    });
    expect(deviationGain(game, [1, 0], [0, 1, 0])).toEqual({ row: 4, column: 0 });
  });
});

it('a dominated move is beaten whatever the other does; a tie does not beat', () => {
  expect(dominatedMoves(textbookGames.prisonersDilemma.game)).toEqual({ row: [0], column: [0] });
  expect(dominatedMoves(textbookGames.battleOfTheSexes.game)).toEqual({ row: [], column: [] });
  expect(
    dominatedMoves({
      row: [
        [1, 0],
        [1, 2],
        [2, 3],
      ],
      column: [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
    }),
  ).toEqual({ row: [0, 1], column: [0] });
});

it('a zero-sum game may have any constant sum', () => {
  expect(
    isZeroSum(
      zeroSum([
        [0.1, -0.3],
        [2, 7],
      ]),
    ),
  ).toBe(true);
  expect(isZeroSum({ row: [[0.1, 0.7]], column: [[0.9, 0.3]] })).toBe(true);
  expect(isZeroSum(textbookGames.hawkDove.game)).toBe(false);
});
