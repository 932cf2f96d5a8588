import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { ENDS, type TabularWorld } from '../../src/models/tabular-world.ts';
import { optimalValues, worthOf } from '../../src/models/value-iteration.ts';

const states = 5;
const actions = 3;
const entries = states * actions;
const anyWorld: fc.Arbitrary<TabularWorld> = fc
  .record({
    next: fc.array(fc.integer({ min: ENDS, max: states - 1 }), {
      minLength: entries,
      maxLength: entries,
    }),
    reward: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: entries, maxLength: entries }),
  })
  .map(({ next, reward }) => ({
    states,
    actions,
    next: Int32Array.from(next),
    reward: Float64Array.from(reward),
    starts: Int32Array.of(0),
    longestEpisode: 10,
  }));
const anyDiscount = fc.integer({ min: 0, max: 95 }).map((percent) => percent / 100);

/** Discounted reward of a policy that always takes the same action in a state. */
function followed(world: TabularWorld, choice: readonly number[], discount: number): number {
  let [state, worth, weight] = [0, 0, 1];
  for (let step = 0; step < 2000; step++) {
    const cell = state * actions + choice[state]!;
    worth += weight * world.reward[cell]!;
    weight *= discount;
    state = world.next[cell]!;
    if (state === ENDS) break;
  }
  return worth;
}

describe('optimal values', () => {
  test('are what the best action makes of them, in every state', () => {
    fc.assert(
      fc.property(anyWorld, anyDiscount, (world, discount) => {
        const values = optimalValues(world, discount);
        for (let state = 0; state < states; state++) {
          const worths = Array.from({ length: actions }, (_, action) =>
            worthOf(world, values, discount, state, action),
          );
          expect(Math.abs(values[state]! - Math.max(...worths))).toBeLessThan(1e-12);
        }
      }),
    );
  });

  test('are the highest that any fixed way to act can have', () => {
    const ways = Array.from({ length: actions ** states }, (_, way) =>
      Array.from({ length: states }, (_, state) => Math.floor(way / actions ** state) % actions),
    );
    fc.assert(
      fc.property(anyWorld, anyDiscount, (world, discount) => {
        const best = Math.max(...ways.map((way) => followed(world, way, discount)));
        expect(optimalValues(world, discount)[0]).toBeCloseTo(best, 9);
      }),
      { numRuns: 40 },
    );
  });

  test('of a world that pays 1 for ever are 1 / (1 − γ)', () => {
    const world: TabularWorld = {
      states: 1,
      actions: 1,
      next: Int32Array.of(0),
      reward: Float64Array.of(1),
      starts: Int32Array.of(0),
      longestEpisode: 1,
    };
    expect(optimalValues(world, 0.98)[0]).toBeCloseTo(50, 9);
    expect(optimalValues(world, 0)[0]).toBe(1);
    expect(() => optimalValues(world, 1)).toThrow(RangeError);
    expect(() => optimalValues(world, -0.1)).toThrow(RangeError);
    expect(() => optimalValues(world, 0.5, 0)).toThrow(RangeError);
  });
});
