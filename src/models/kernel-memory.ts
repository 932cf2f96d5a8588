import { exp } from './exp.ts';

/**
 * A memory of examples that answers in any context by how near it is to them: logistic regression
 * with a Gaussian kernel, learned by gradient ascent in the space of functions.
 *
 *     f(z) = f₀(z) + Σⱼ αⱼ k(z, zⱼ)          log-odds of action 1 in context z
 *     k(z, z′) = exp(−|z − z′|² / 2ℓ²)       how much of a lesson learned at z′ is heard at z
 *     αⱼ ← αⱼ + η (yⱼ − σ(f(zⱼ)))            one step, for every example at once
 *
 * f₀ is what was there before, such as another memory; it is left as it is. There is no penalty on
 * large weights, so more steps mean a stronger memory: their number is part of the model.
 *
 * @see J. Kivinen, A. J. Smola and R. C. Williamson, "Online learning with kernels", 2004
 */

/** Points of the plane of contexts, as two lists of equal length. */
export interface Contexts {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** Examples with what each of them pulls at in the end. */
export interface KernelMemory extends Contexts {
  /** αⱼ: log-odds that an example adds where it lies; above 0 it pulls towards action 1. */
  readonly pulls: Float64Array;
  /** ℓ: how far a lesson carries, in units of the plane, above 0. */
  readonly width: number;
}

/** What is to be learned, and from where. */
export interface Lesson extends Contexts {
  /** yⱼ: the action that an example shows, 1 or 0. */
  readonly actions: Float64Array;
  /** f₀(zⱼ): log-odds that are there already, at each example. */
  readonly prior: Float64Array;
  readonly width: number;
}

/** How long and how fast a memory learns; illustrative, the same for every lesson. */
export const learning = {
  /** Passes over all examples. */
  steps: 300,
  /** η: length of a step. */
  rate: 0.05,
} as const;

/** σ: the probability that goes with log-odds, from 0 to 1. */
export const probability = (logOdds: number) => 1 / (1 + exp(-logOdds));

/** Learns a lesson, with a pause after every step. */
export function* learn(lesson: Lesson): Generator<undefined, KernelMemory, undefined> {
  const { xs, ys, actions, prior, width } = lesson;
  const size = xs.length;
  const nearness = nearnessTable(xs, ys, width);
  const pulls = new Float64Array(size);
  const errors = new Float64Array(size);
  for (let step = 0; step < learning.steps; step += 1) {
    for (let i = 0, entry = 0; i < size; i += 1) {
      let logOdds = prior[i]!;
      for (let j = 0; j < size; j += 1) logOdds += nearness[entry++]! * pulls[j]!;
      errors[i] = actions[i]! - probability(logOdds);
    }
    for (let i = 0; i < size; i += 1) pulls[i]! += learning.rate * errors[i]!;
    yield;
  }
  return { xs, ys, pulls, width };
}

/** k(zᵢ, zⱼ) for all pairs, row by row. */
function nearnessTable(xs: Float64Array, ys: Float64Array, width: number): Float64Array {
  const size = xs.length;
  const table = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const [dx, dy] = [xs[i]! - xs[j]!, ys[i]! - ys[j]!];
      const nearness = exp(-(dx * dx + dy * dy) / (2 * width * width));
      table[i * size + j] = nearness;
      table[j * size + i] = nearness;
    }
  }
  return table;
}

/** What a memory adds to the log-odds of action 1 in one context. */
export function recall({ xs, ys, pulls, width }: KernelMemory, x: number, y: number): number {
  const scale = -1 / (2 * width * width);
  let sum = 0;
  for (let j = 0; j < pulls.length; j += 1) {
    const [dx, dy] = [x - xs[j]!, y - ys[j]!];
    sum += pulls[j]! * exp((dx * dx + dy * dy) * scale);
  }
  return sum;
}

/** The same in each of many contexts. */
export function recallAll(memory: KernelMemory, { xs, ys }: Contexts): Float64Array {
  return xs.map((x, i) => recall(memory, x, ys[i]!));
}

/**
 * The same at every crossing of a grid, row by row. A Gaussian of two coordinates is a product of
 * two Gaussians, which saves nearly all of the exponentials.
 */
export function recallOnGrid(
  { xs, ys, pulls, width }: KernelMemory,
  columns: Float64Array,
  rows: Float64Array,
): Float64Array {
  const grid = new Float64Array(columns.length * rows.length);
  const bell = (distance: number) => exp(-(distance * distance) / (2 * width * width));
  for (let j = 0; j < pulls.length; j += 1) {
    const across = columns.map((x) => bell(x - xs[j]!));
    const down = rows.map((y) => pulls[j]! * bell(y - ys[j]!));
    for (let row = 0, cell = 0; row < rows.length; row += 1) {
      const share = down[row]!;
      for (let column = 0; column < columns.length; column += 1) {
        grid[cell++]! += share * across[column]!;
      }
    }
  }
  return grid;
}
