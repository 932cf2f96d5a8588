import { expect, test } from 'vitest';
import { seededRandom } from '../../src/models/random.ts';

test('seed 1 gives the published sequence of mulberry32', () => {
  const random = seededRandom(1);
  expect([random(), random(), random()]).toEqual([
    0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
  ]);
});

test('two generators of one seed agree, and do not disturb each other', () => {
  const [one, other] = [seededRandom(7), seededRandom(7)];
  const ahead = [one(), one(), one()];
  expect([other(), other(), other()]).toEqual(ahead);
});

test('numbers lie in [0, 1) and have the mean and variance of a uniform draw', () => {
  const random = seededRandom(42);
  const draws = Array.from({ length: 100_000 }, random);
  const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
  const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
  expect(draws.every((x) => x >= 0 && x < 1)).toBe(true);
  // Four standard errors of the mean, and about as many of the variance.
  expect(Math.abs(mean - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 12 / draws.length));
  expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / draws.length));
});
