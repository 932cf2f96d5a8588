import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import {
  bearing,
  type Cell,
  cellAt,
  cellCount,
  corridor,
  drawLevel,
  type Level,
  type Move,
  moves,
  step,
} from '../../src/models/corridor-world.ts';
import { seededRandom } from '../../src/models/random.ts';
import { between } from './support/arbitraries.ts';

const anyCell = fc.integer({ min: 0, max: cellCount - 1 });
const anyMove = fc.constantFrom<Move>(0, 1, 2, 3);
const rowOf = (cell: Cell) => Math.floor(cell / corridor.width);
const columnOf = (cell: Cell) => cell % corridor.width;

function drawLevels(count: number, randomShare: number, seed: number): Level[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => drawLevel(random, randomShare));
}

describe('a step', () => {
  test('changes row or column by one, as its name says, and stops at the walls', () => {
    const change = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] } as const;
    const clamp = (value: number, size: number) => Math.min(Math.max(value, 0), size - 1);
    fc.assert(
      fc.property(anyCell, anyMove, (cell, move) => {
        const [down, right] = change[moves[move]];
        expect(step(cell, move)).toBe(
          cellAt(
            clamp(rowOf(cell) + down, corridor.height),
            clamp(columnOf(cell) + right, corridor.width),
          ),
        );
      }),
    );
  });
});

describe('a bearing', () => {
  test('is the direction across and along, whatever the distance', () => {
    fc.assert(
      fc.property(anyCell, anyCell, (from, target) => {
        const across = Math.sign(columnOf(target) - columnOf(from));
        const along = Math.sign(rowOf(target) - rowOf(from));
        expect(bearing(from, target)).toBe(3 * (across + 1) + (along + 1));
      }),
    );
  });
});

describe('a level', () => {
  test('is legal at every share and seed', () => {
    fc.assert(
      fc.property(between(0, 1), fc.integer(), (randomShare, seed) => {
        for (const { start, exit, coin } of drawLevels(50, randomShare, seed)) {
          expect(columnOf(start)).toBe(0);
          expect(columnOf(exit)).toBe(corridor.width - 1);
          for (const cell of [start, exit, coin]) {
            expect(Number.isInteger(cell) && cell >= 0 && cell < cellCount).toBe(true);
          }
          expect(columnOf(coin)).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });

  test('has its coin on the exit in all but the random share', () => {
    const apart = (share: number) =>
      drawLevels(20_000, share, 5).filter(({ exit, coin }) => coin !== exit).length / 20_000;
    expect(apart(0)).toBe(0);
    expect(apart(1)).toBe(1);
    expect(Math.abs(apart(0.02) - 0.02)).toBeLessThan(4 * Math.sqrt((0.02 * 0.98) / 20_000));
  });

  test('has start and exit in any row, and a random coin in any cell that is open to it', () => {
    const drawn = drawLevels(40_000, 1, 6);
    const expectEven = (cells: Cell[], places: number) => {
      const counts = new Map<Cell, number>();
      for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
      expect(counts.size).toBe(places);
      const expected = cells.length / places;
      for (const count of counts.values()) {
        expect(Math.abs(count - expected)).toBeLessThan(4.5 * Math.sqrt(expected));
      }
    };
    expectEven(
      drawn.map(({ start }) => start),
      corridor.height,
    );
    expectEven(
      drawn.map(({ exit }) => exit),
      corridor.height,
    );
    const exit = cellAt(2, corridor.width - 1);
    expectEven(
      drawn.filter((level) => level.exit === exit).map(({ coin }) => coin),
      (corridor.width - 1) * corridor.height - 1,
    );
  });

  test('takes its numbers in a fixed order: exit, start, whether, then column and row', () => {
    const numbers = [0.99, 0, 0.4, 7.5 / 8, 0.99, 3.5 / 8, 0.5];
    const level = drawLevel(() => numbers.shift()!, 0.5);
    // The first try for the coin hits the exit and is taken back.
    expect(level).toEqual({ exit: cellAt(4, 8), start: cellAt(0, 0), coin: cellAt(2, 4) });
    expect(numbers).toEqual([]);
  });
});
