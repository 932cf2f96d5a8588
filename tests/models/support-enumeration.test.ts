import fc from '../support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { deviationGain, zeroSum, type Bimatrix } from '../../src/models/bimatrix.ts';
import { equilibria } from '../../src/models/support-enumeration.ts';
import { textbookGames } from '../../src/models/textbook-games.ts';

const table = (rows: number, columns: number, payoff: fc.Arbitrary<number>) =>
  fc.array(fc.array(payoff, { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
const games = (payoff: fc.Arbitrary<number>, most = 4): fc.Arbitrary<Bimatrix> =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
    .chain(([rows, columns]) =>
      fc.record({ row: table(rows, columns, payoff), column: table(rows, columns, payoff) }),
    );
const drawn = fc.double({ min: -10, max: 10, noNaN: true });
const coarse = fc.integer({ min: -2, max: 2 });
const largestGain = (game: Bimatrix) =>
  Math.max(
    ...equilibria(game).found.flatMap(({ row, column }) =>
      Object.values(deviationGain(game, row, column)),
    ),
  );
const key = ({ row, column }: { row: readonly number[]; column: readonly number[] }) =>
  [row, column].map((mixture) => mixture.map((p) => p.toFixed(9)).join(' ')).join(' | ');

describe('the games of the textbooks', () => {
  for (const [name, { game, known, ...rest }] of Object.entries(textbookGames)) {
    it(`${name}: the known equilibria and no others`, () => {
      const { found, degenerate } = equilibria(game);
      expect(found.map(key).sort()).toEqual(known.map(key).sort());
      expect(degenerate).toBe('degenerate' in rest);
    });

    it(`${name}: nobody gains by leaving a known equilibrium`, () => {
      for (const { row, column } of known) {
        const gain = deviationGain(game, row, column);
        expect(Math.max(gain.row, gain.column)).toBeLessThan(1e-14);
      }
    });
  }

  it('shirking and inspecting: effort over wage, and cost of a look over wage', () => {
    const [mixed] = equilibria(textbookGames.shirkAndInspect.game).found;
    expect(mixed!.row[1]).toBeCloseTo(1 / 4, 12);
    expect(mixed!.column[1]).toBeCloseTo(1.5 / 4, 12);
  });
});

describe('any game', () => {
  it('has an equilibrium, and nobody gains by leaving one that is found', () => {
    fc.assert(
      fc.property(games(drawn), (game) => {
        expect(largestGain(game)).toBeLessThan(1e-7);
      }),
      { numRuns: 400 },
    );
  });

  it('also has one where payoffs are often equal', () => {
    fc.assert(
      fc.property(games(coarse), (game) => {
        expect(equilibria(game).found.length).toBeGreaterThan(0);
        expect(largestGain(game)).toBeLessThan(1e-9);
      }),
      { numRuns: 400 },
    );
  });

  it('has an odd number of them unless it is degenerate', () => {
    fc.assert(
      fc.property(games(fc.oneof(drawn, coarse)), (game) => {
        const { found, degenerate } = equilibria(game);
        fc.pre(!degenerate);
        expect(found.length % 2).toBe(1);
      }),
      { numRuns: 400 },
    );
  });

  it('has the same ones in other units: each player’s payoffs stretched and moved', () => {
    fc.assert(
      fc.property(games(coarse, 3), fc.integer({ min: 1, max: 50 }), coarse, (game, by, shift) => {
        const stretched = {
          row: game.row.map((line) => line.map((payoff) => by * payoff + shift)),
          column: game.column,
        };
        expect(equilibria(stretched).found.map(key)).toEqual(equilibria(game).found.map(key));
      }),
    );
  });

  it('has the same ones with the players’ places exchanged', () => {
    fc.assert(
      fc.property(games(coarse, 3), ({ row, column }) => {
        const turned = (lines: Bimatrix['row']) =>
          lines[0]!.map((_, j) => lines.map((line) => line[j]!));
        const exchanged = equilibria({ row: turned(column), column: turned(row) });
        expect(exchanged.found.map((e) => key({ row: e.column, column: e.row })).sort()).toEqual(
          equilibria({ row, column }).found.map(key).sort(),
        );
      }),
    );
  });

  it('pays the same in all equilibria where one player’s gain is the other’s loss', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }).chain((n) => table(n, n, coarse)),
        (row) => {
          const values = equilibria(zeroSum(row)).found.map(({ payoffs }) => payoffs.row);
          for (const value of values) expect(value).toBeCloseTo(values[0]!, 9);
        },
      ),
    );
  });
});

describe('degenerate games', () => {
  it('are called so where a mixture has more best responses than moves it uses', () => {
    const tie = {
      row: [
        [1, 1],
        [1, 0],
      ],
      column: [
        [1, 0],
        [0, 2],
      ],
    };
    expect(equilibria(tie).degenerate).toBe(true);
    expect(
      equilibria({
        row: [
          [2, 1],
          [1, 0],
        ],
        column: [
          [1, 0],
          [0, 2],
        ],
      }).degenerate,
    ).toBe(false);
  });

  it('are all mixtures where nothing matters: the corners are the pure ones', () => {
    const { found, degenerate } = equilibria({
      row: [
        [7, 7],
        [7, 7],
      ],
      column: [
        [0, 0],
        [0, 0],
      ],
    });
    expect(degenerate).toBe(true);
    expect(found.map(key)).toHaveLength(4);
  });

  it('are not those whose equations merely have no solution', () => {
    // Confessing gains 2 whatever the other does: no mixture makes both moves equally good.
    const game = {
      row: [
        [3, 0],
        [5, 2],
      ],
      column: [
        [3, 5],
        [0, 2],
      ],
    };
    expect(equilibria(game)).toMatchObject({
      degenerate: false,
      found: [{ row: [0, 1], column: [0, 1] }],
    });
  });
});

it('refuses games that are too large or empty', () => {
  const square = (n: number) =>
    zeroSum(Array.from({ length: n }, () => Array.from({ length: n }, () => 0)));
  expect(() => equilibria(square(6))).toThrow('A game of 6 by 6 moves is not for this solver.');
  expect(() => equilibria(square(0))).toThrow(RangeError);
  expect(equilibria(square(5)).found.length).toBe(25);
});
