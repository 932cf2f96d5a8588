import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { createQLearner, greedyAction, type QLearning } from '../../src/models/q-learning.ts';
import { ENDS, type TabularWorld } from '../../src/models/tabular-world.ts';
import { optimalValues, worthOf } from '../../src/models/value-iteration.ts';
import { gridWorld } from '../bench/grid-world.ts';
import { StraightforwardQLearner } from '../bench/q-learning.straightforward.ts';
import { between } from './support/arbitraries.ts';
import { anyWorld, oneStepWorld } from './support/worlds.ts';

const usual: QLearning = { seed: 1, learningRate: 0.1, discount: 0.95, exploration: 0.1 };
const anyOptions: fc.Arbitrary<QLearning> = fc.record({
  seed: fc.integer(),
  learningRate: between(0.001, 1),
  discount: between(0, 1),
  exploration: fc.oneof(fc.constant(0), fc.constant(1), between(0, 1)),
  startValue: between(-3, 3),
});

describe('it comes to the best that can be had', () => {
  test('in any small world, when it tries everything', () => {
    fc.assert(
      fc.property(anyWorld(), fc.integer(), (world, seed) => {
        const discount = 0.8;
        const options = { seed, discount, learningRate: 1, exploration: 1 };
        const learner = createQLearner(world, options);
        learner.learn(5000 * world.states * world.actions);
        const best = optimalValues(world, discount);
        learner.values.forEach((value, cell) => {
          const [state, action] = [Math.floor(cell / world.actions), cell % world.actions];
          expect(value).toBeCloseTo(worthOf(world, best, discount, state, action), 6);
        });
      }),
    );
  });

  test('on the way to the goal of a field, when it mostly follows what it knows', () => {
    const world = gridWorld(10);
    const learner = createQLearner(world, usual);
    learner.learn(200_000);
    const best = optimalValues(world, usual.discount);
    let state = 0;
    for (let step = 1; step < 18; step++) {
      const action = learner.greedyAction(state);
      expect(worthOf(world, best, usual.discount, state, action)).toBeCloseTo(best[state]!, 9);
      state = world.next[state * world.actions + action]!;
    }
    expect(world.next[state * world.actions + learner.greedyAction(state)]).toBe(ENDS);
    expect(learner.values[learner.greedyAction(0)]).toBeCloseTo(best[0]!, 6);
  });

  test('without exploring, where it begins with high hopes', () => {
    const world = oneStepWorld([0.1, 0.7, 0.4, 0.6], [0]);
    const options = { ...usual, exploration: 0 };
    const hopeful = createQLearner(world, { ...options, startValue: 1 });
    const modest = createQLearner(world, options);
    for (const learner of [hopeful, modest]) learner.learn(500);
    expect(hopeful.greedyAction(0)).toBe(1);
    expect(modest.greedyAction(0)).toBe(0);
  });
});

describe('a run', () => {
  test('is the textbook’s, bit for bit', () => {
    fc.assert(
      fc.property(anyWorld(), anyOptions, fc.nat(600), (world, options, steps) => {
        const [fast, plain] = both(world, options, steps);
        expect(fast).toEqual(plain);
      }),
    );
  });

  test('is the textbook’s over a hundred thousand steps', () => {
    const [fast, plain] = both(gridWorld(10), usual, 100_000);
    expect(fast).toEqual(plain);
  });

  test('may be taken in pieces', () => {
    const world = gridWorld(6);
    fc.assert(
      fc.property(fc.integer(), fc.nat(9000), fc.nat(9000), (seed, first, second) => {
        const whole = createQLearner(world, { ...usual, seed });
        const pieces = createQLearner(world, { ...usual, seed });
        whole.learn(first + second);
        pieces.learn(first);
        pieces.learn(second);
        expect(pieces.values).toEqual(whole.values);
        expect(pieces.steps).toBe(first + second);
      }),
      { numRuns: 20 },
    );
  });

  test('of another seed is another', () => {
    const [one, other] = [1, 2].map((seed) => createQLearner(gridWorld(5), { ...usual, seed }));
    for (const learner of [one!, other!]) learner.learn(500);
    expect(one!.values).not.toEqual(other!.values);
  });

  test('keeps every value within what rewards can add up to', () => {
    fc.assert(
      fc.property(
        anyWorld({ reward: 1e6 }),
        anyOptions,
        between(0, 0.99),
        (world, options, gamma) => {
          const learner = createQLearner(world, { ...options, discount: gamma });
          learner.learn(2000);
          const bound = Math.max(3, 1e6 / (1 - gamma)) * (1 + 1e-9);
          for (const value of learner.values) expect(Math.abs(value)).toBeLessThanOrEqual(bound);
        },
      ),
    );
  });

  test('knows at every moment which action it holds for the best', () => {
    fc.assert(
      fc.property(anyWorld(), anyOptions, fc.nat(300), (world, options, steps) => {
        const learner = createQLearner(world, options);
        learner.learn(steps);
        for (let state = 0; state < world.states; state++) {
          const action = greedyAction(learner.values, world.actions, state);
          expect(learner.greedyAction(state)).toBe(action);
        }
      }),
    );
  });
});

test('a cut is not an end: what lies beyond it still counts', () => {
  const forever: TabularWorld = {
    states: 1,
    actions: 1,
    next: Int32Array.of(0),
    reward: Float64Array.of(1),
    starts: Int32Array.of(0),
    longestEpisode: 1,
  };
  const learner = createQLearner(forever, { ...usual, discount: 0.75 });
  learner.learn(5000);
  expect(learner.values[0]).toBeCloseTo(1 / (1 - 0.75), 9);
});

test('exploring takes each action equally often, and as often as asked', () => {
  const actions = 5;
  // What an action has been worth shows how often it was taken: each time brings 1.
  const world = oneStepWorld(new Array<number>(actions).fill(1), [0]);
  const exploration = 0.3;
  const rate = 1e-7;
  const learner = createQLearner(world, { ...usual, exploration, learningRate: rate });
  const steps = 100_000;
  learner.learn(steps);
  const share = Array.from(learner.values, (value) => value / rate / steps);
  const explored = exploration / actions;
  const fourErrors = 4 * Math.sqrt((explored * (1 - explored)) / steps) + steps * rate;
  // The first action is ahead from the first step on, and so the greedy one.
  expect(Math.abs(share[0]! - (1 - exploration + explored))).toBeLessThan(4 * fourErrors);
  for (const other of share.slice(1)) {
    expect(Math.abs(other - explored)).toBeLessThan(fourErrors);
  }
});

test('among equals the first action is the greedy one', () => {
  expect(greedyAction(Float64Array.of(9, 9, 9, 1, 3, 3), 3, 0)).toBe(0);
  expect(greedyAction(Float64Array.of(9, 9, 9, 1, 3, 3), 3, 1)).toBe(1);
});

describe('it refuses', () => {
  const world = gridWorld(3);
  test.each([
    ['a learning rate of 0', world, { learningRate: 0 }],
    ['a learning rate above 1', world, { learningRate: 1.1 }],
    ['a discount that is no number', world, { discount: NaN }],
    ['an exploration below 0', world, { exploration: -0.1 }],
    ['a start value without bound', world, { startValue: Infinity }],
    ['a world without states', { ...world, states: 0 }, {}],
    ['a table that is too short', { ...world, reward: new Float64Array(3) }, {}],
    ['a step out of the world', { ...world, next: new Int32Array(36).fill(9) }, {}],
    ['rewards without bound', { ...world, reward: new Float64Array(36).fill(Infinity) }, {}],
    ['a world without a start', { ...world, starts: new Int32Array(0) }, {}],
    ['episodes of no length', { ...world, longestEpisode: 0 }, {}],
  ])('%s', (_, wrongWorld, wrongOption) => {
    expect(() => createQLearner(wrongWorld, { ...usual, ...wrongOption })).toThrow(RangeError);
  });
});

/** The values after so many steps, from the fast learner and from the textbook's. */
function both(world: TabularWorld, options: QLearning, steps: number): [number[], number[]] {
  const fast = createQLearner(world, options);
  const plain = new StraightforwardQLearner(world, options);
  fast.learn(steps);
  plain.learn(steps);
  return [Array.from(fast.values), plain.values.flat()];
}
