import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { drawEpisode, expectedEpisode, type Policy } from '../../src/models/episode.ts';
import { seededRandom } from '../../src/models/random.ts';
import { ENDS, type TabularWorld } from '../../src/models/tabular-world.ts';

/** Two states in a row: the first action stays and pays 1, the second goes on, and then ends. */
const world: TabularWorld = {
  states: 2,
  actions: 2,
  next: Int32Array.of(0, 1, 1, ENDS),
  reward: Float64Array.of(1, 0, 1, 5),
  starts: Int32Array.of(0),
  longestEpisode: 12,
};
/** Stays with probability p in either state. */
const staying =
  (p: number): Policy =>
  (_, into) =>
    into.set([p, 1 - p]);

describe('what is expected of an episode', () => {
  test('is plain arithmetic where nothing is left to chance', () => {
    expect(expectedEpisode(world, staying(1))).toEqual({ reward: 12, ended: 0 });
    expect(expectedEpisode(world, staying(0))).toEqual({ reward: 5, ended: 1 });
  });

  test('is the binomial law where the end takes two goings-on', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
        const n = world.longestEpisode;
        const neverOrOnce = p ** n + n * p ** (n - 1) * (1 - p);
        expect(expectedEpisode(world, staying(p)).ended).toBeCloseTo(1 - neverOrOnce, 10);
      }),
    );
  });

  test('is the mean of episodes drawn', () => {
    const random = seededRandom(4);
    const policy = staying(0.8);
    const drawn = Array.from({ length: 20_000 }, () => drawEpisode(world, policy, random));
    const { reward, ended } = expectedEpisode(world, policy);
    const mean = (of: (each: (typeof drawn)[number]) => number) =>
      drawn.reduce((sum, each) => sum + of(each), 0) / drawn.length;
    // Four standard errors, with a spread of rewards of about three.
    expect(Math.abs(mean((each) => each.reward) - reward)).toBeLessThan(0.085);
    expect(Math.abs(mean((each) => Number(each.ended)) - ended)).toBeLessThan(0.015);
  });

  test('begins in each start equally often', () => {
    const both = { ...world, starts: Int32Array.of(0, 1), longestEpisode: 1 };
    expect(expectedEpisode(both, staying(0))).toEqual({ reward: 2.5, ended: 0.5 });
  });
});

test('an episode drawn names the states passed through, and is cut off where the world says', () => {
  const random = seededRandom(1);
  expect(drawEpisode(world, staying(0), random)).toEqual({
    states: [0, 1],
    reward: 5,
    ended: true,
  });
  const stays = drawEpisode(world, staying(1), random);
  expect(stays.states).toEqual(Array.from({ length: world.longestEpisode + 1 }, () => 0));
  expect(stays).toMatchObject({ reward: world.longestEpisode, ended: false });
});
