import { expect, it } from 'vitest';
import { outlines } from '../../src/widgets/crossed-objectives/outlines.ts';

/** A grid of nine columns and nine rows, from a function of column and row. */
const gridOf = (value: (column: number, row: number) => number) =>
  Float64Array.from({ length: 81 }, (_, cell) => value(cell % 9, Math.floor(cell / 9)));

const ringsOf = (path: string) =>
  path
    .split('Z')
    .filter(Boolean)
    .map((ring) =>
      ring
        .slice(1)
        .split('L')
        .map((point) => point.split(' ').map(Number) as [number, number]),
    );

/** Area inside a ring; below 0 for a hole. */
function areaOf(ring: [number, number][]): number {
  return ring.reduce((sum, [x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length]!;
    return sum + (x2 * y1 - x1 * y2) / 2;
  }, 0);
}

const distance = (column: number, row: number) => Math.hypot(column - 4, row - 4);

it('nothing above the level has no outline, and neither has what lies on the edge alone', () => {
  expect(
    outlines(
      gridOf(() => 0),
      9,
      1,
    ),
  ).toBe('');
  expect(
    outlines(
      gridOf((column) => (column === 0 ? 5 : 0)),
      9,
      1,
    ),
  ).toBe('');
});

it('a single value is a diamond half-way to its neighbours', () => {
  const path = outlines(
    gridOf((column, row) => (column === 3 && row === 5 ? 2 : 0)),
    9,
    1,
  );
  expect(ringsOf(path)).toHaveLength(1);
  expect(new Set(ringsOf(path)[0]!.map(String))).toEqual(
    new Set(['3.5,5', '4,5.5', '3.5,6', '3,5.5']),
  );
});

it('a cone is cut in a ring of the right size', () => {
  const [ring, ...others] = ringsOf(
    outlines(
      gridOf((column, row) => 3 - distance(column, row)),
      9,
      0.5,
    ),
  );
  expect(others).toEqual([]);
  for (const [x, y] of ring!) {
    expect(Math.abs(Math.hypot(x - 4.5, y - 4.5) - 2.5)).toBeLessThan(0.08);
  }
  expect(areaOf(ring!) / (Math.PI * 2.5 ** 2)).toBeGreaterThan(0.95);
  expect(areaOf(ring!) / (Math.PI * 2.5 ** 2)).toBeLessThan(1);
});

it('a hole is a ring of its own that runs the other way', () => {
  const rings = ringsOf(
    outlines(
      gridOf((column, row) => 1 - Math.abs(distance(column, row) - 2)),
      9,
      0.2,
    ),
  );
  const areas = rings.map(areaOf).sort((a, b) => a - b);
  expect(areas).toHaveLength(2);
  expect(areas[0]).toBeLessThan(0);
  expect(areas[1]).toBeGreaterThan(-areas[0]!);
});

it('what is high everywhere is closed around the edge', () => {
  const [ring, ...others] = ringsOf(
    outlines(
      gridOf(() => 2),
      9,
      1,
    ),
  );
  expect(others).toEqual([]);
  // Between equal values there is no place for the line, so it keeps to one of them.
  for (const [x, y] of ring!) {
    expect(Math.min(x, y, 9 - x, 9 - y)).toBeLessThanOrEqual(1.5);
  }
});

it('two peaks that touch at a corner stay apart', () => {
  const isPeak = (column: number, row: number) =>
    (column === 3 && row === 3) || (column === 4 && row === 4);
  const path = outlines(
    gridOf((column, row) => (isPeak(column, row) ? 2 : 0)),
    9,
    1,
  );
  expect(ringsOf(path).map(areaOf)).toEqual([0.5, 0.5]);
});
