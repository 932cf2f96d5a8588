import { atOnce } from '../../src/models/at-once.ts';
import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import {
  learn,
  learning,
  probability,
  recall,
  recallAll,
  recallOnGrid,
  type KernelMemory,
} from '../../src/models/kernel-memory.ts';
import { drawLesson, learnStraightforwardly } from '../bench/kernel-memory.straightforward.ts';
import { between } from './support/arbitraries.ts';

const anyExamples = fc.array(
  fc.record({ x: between(-2, 2), y: between(-2, 2), action: fc.constantFrom(0, 1) }),
  { minLength: 1, maxLength: 12 },
);
const anyWidth = between(0.2, 1.5);
const anyMemory: fc.Arbitrary<KernelMemory> = fc
  .tuple(anyExamples, anyWidth)
  .map(([examples, width]) => ({ ...columnsOf(examples), width }))
  .map(({ xs, ys, actions, width }) => ({ xs, ys, width, pulls: actions.map((a) => 3 * a - 1) }));

function columnsOf(examples: { x: number; y: number; action: number }[]) {
  return {
    xs: Float64Array.from(examples, ({ x }) => x),
    ys: Float64Array.from(examples, ({ y }) => y),
    actions: Float64Array.from(examples, ({ action }) => action),
  };
}

const learnNow = (
  examples: { x: number; y: number; action: number }[],
  width: number,
  prior = new Float64Array(examples.length),
) => atOnce(learn({ ...columnsOf(examples), prior, width }));

describe('learning', () => {
  test('pulls each example towards its own action, and no harder than all steps together', () => {
    fc.assert(
      fc.property(anyExamples, anyWidth, (examples, width) => {
        const { pulls } = learnNow(examples, width);
        examples.forEach(({ action }, i) => {
          const towards = action === 1 ? pulls[i]! : -pulls[i]!;
          expect(towards).toBeGreaterThan(0);
          expect(towards).toBeLessThan(learning.steps * learning.rate);
        });
      }),
    );
  });

  test('a single example is the recursion that can be done by hand', () => {
    let pull = 0;
    for (let step = 0; step < learning.steps; step += 1) {
      pull += learning.rate * (1 - 1 / (1 + Math.exp(-pull)));
    }
    const memory = learnNow([{ x: 0.3, y: -1, action: 1 }], 0.7);
    expect(memory.pulls[0]).toBeCloseTo(pull, 10);
    expect(recall(memory, 0.3, -1)).toBeCloseTo(pull, 10);
    // At one width away e^(−1/2) of it is left.
    expect(recall(memory, 1, -1)).toBeCloseTo(pull * Math.exp(-0.5), 10);
  });

  test('what was there before and agrees leaves little to learn, and what disagrees more', () => {
    const example = [{ x: 0, y: 0, action: 1 }];
    const pullAfter = (prior: number) => learnNow(example, 0.6, Float64Array.of(prior)).pulls[0]!;
    expect(pullAfter(4)).toBeLessThan(pullAfter(0) / 4);
    expect(pullAfter(-4)).toBeGreaterThan(1.5 * pullAfter(0));
  });

  test('pauses once in every step', () => {
    const work = learn({
      ...columnsOf([{ x: 0, y: 0, action: 1 }]),
      prior: new Float64Array(1),
      width: 1,
    });
    let pauses = 0;
    while (!work.next().done) pauses += 1;
    expect(pauses).toBe(learning.steps);
  });
});

describe('recalling', () => {
  test('on a grid is the same as point by point', () => {
    const columns = Float64Array.of(-2, -0.5, 1.25);
    const rows = Float64Array.of(2, 0.1, -1);
    fc.assert(
      fc.property(anyMemory, (memory) => {
        const grid = recallOnGrid(memory, columns, rows);
        const points = {
          xs: Float64Array.from(grid, (_, cell) => columns[cell % 3]!),
          ys: Float64Array.from(grid, (_, cell) => rows[Math.floor(cell / 3)]!),
        };
        recallAll(memory, points).forEach((value, cell) =>
          expect(grid[cell]).toBeCloseTo(value, 10),
        );
      }),
    );
  });

  test('fades to nothing far away', () => {
    fc.assert(
      fc.property(anyMemory, (memory) => {
        expect(Math.abs(recall(memory, 40, 40))).toBeLessThan(1e-12);
      }),
    );
  });
});

test('even log-odds are an even chance, and opposite ones share out the whole', () => {
  expect(probability(0)).toBe(0.5);
  fc.assert(
    fc.property(between(-30, 30), (logOdds) => {
      expect(probability(logOdds) + probability(-logOdds)).toBeCloseTo(1, 12);
    }),
  );
});

test('learns what the straightforward version learns', () => {
  for (const seed of [1, 2, 3]) {
    const lesson = drawLesson(40, seed);
    const plain = learnStraightforwardly(lesson);
    atOnce(learn(lesson)).pulls.forEach((pull, i) => expect(pull).toBeCloseTo(plain[i]!, 9));
  }
});
