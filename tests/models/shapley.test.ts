import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { shapley } from '../../src/models/shapley.ts';
import { between } from './support/arbitraries.ts';

const names = ['a', 'b', 'c', 'd'] as const;
type Name = (typeof names)[number];

/** A random outcome for each of the sixteen sets of four switches. */
const anyGame = fc
  .array(between(-10, 10), { minLength: 16, maxLength: 16 })
  .map((table) => (on: ReadonlySet<Name>) => table[indexOf(on)]!);

function indexOf(on: ReadonlySet<Name>) {
  return names.reduce((index, name, bit) => index + (on.has(name) ? 2 ** bit : 0), 0);
}

function without(on: ReadonlySet<Name>, name: Name): ReadonlySet<Name> {
  return new Set([...on].filter((other) => other !== name));
}

test('the glove game: one left glove, two right ones, only a pair is worth anything', () => {
  const { shares, empty, full } = shapley(['left', 'right', 'spare'], (on) =>
    on.has('left') && (on.has('right') || on.has('spare')) ? 1 : 0,
  );
  expect(shares.left).toBeCloseTo(2 / 3, 12);
  expect(shares.right).toBeCloseTo(1 / 6, 12);
  expect(shares.spare).toBeCloseTo(1 / 6, 12);
  expect([empty, full]).toEqual([0, 1]);
});

describe('for any outcome function', () => {
  test('shares sum to the difference between all on and all off', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        const { shares, empty, full } = shapley(names, game);
        const total = Object.values(shares).reduce((sum, share) => sum + share, 0);
        expect(total).toBeCloseTo(full - empty, 9);
        expect(empty).toBe(game(new Set()));
        expect(full).toBe(game(new Set(names)));
      }),
    );
  });

  test('a switch that changes nothing gets nothing', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        expect(shapley(names, (on) => game(without(on, 'c'))).shares.c).toBe(0);
      }),
    );
  });

  test('two switches that can stand for each other get the same', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        const swapped = (on: ReadonlySet<Name>) =>
          new Set([...on].map((name) => (name === 'a' ? 'b' : name === 'b' ? 'a' : name)));
        const { shares } = shapley(names, (on) => game(on) + game(swapped(on)));
        expect(shares.a).toBeCloseTo(shares.b, 9);
      }),
    );
  });

  test('the split of a sum is the sum of the splits', () => {
    fc.assert(
      fc.property(anyGame, anyGame, (one, other) => {
        const both = shapley(names, (on) => one(on) + other(on)).shares;
        const apart = [shapley(names, one).shares, shapley(names, other).shares];
        for (const name of names)
          expect(both[name]).toBeCloseTo(apart[0]![name] + apart[1]![name], 9);
      }),
    );
  });
});

test('asks for each set of switches once, and refuses more than twenty switches', () => {
  const seen: string[] = [];
  shapley(names, (on) => seen.push([...on].join('')));
  expect(new Set(seen).size).toBe(16);
  expect(seen).toHaveLength(16);
  const many = Array.from({ length: 21 }, (_, index) => String(index));
  expect(() => shapley(many, () => 0)).toThrow(RangeError);
});
