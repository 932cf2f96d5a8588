/**
 * What a layer of a small network does: sum up, be squashed, hand pushes back, and learn. Numbers lie
 * in plain arrays, and several things in one array, each from an index on.
 */

/** A layer's place among the parameters: its weights, inputs × outputs, and then its biases. */
export interface Layer {
  /** Those of the whole network. The weights that leave one input stand together. */
  readonly parameters: number[];
  /** Index of the first weight. */
  readonly from: number;
  readonly inputs: number;
  readonly outputs: number;
}

/**
 * Writes y = bias + Σ weight · x for each output of a layer. Four outputs at once: an addition to a
 * sum has to wait for the one before it, and four sums that do not wait for each other keep the
 * processor busy. Each is still added up in the plain order.
 *
 * @param x holds the inputs from `xFrom` on, and `y` takes the sums from `yFrom` on.
 */
export function sumUp(
  { parameters, from, inputs, outputs }: Layer,
  x: number[],
  xFrom: number,
  y: number[],
  yFrom: number,
): void {
  const biases = from + inputs * outputs;
  let k = 0;
  for (; k + 3 < outputs; k += 4) {
    let a = parameters[biases + k]!;
    let b = parameters[biases + k + 1]!;
    let c = parameters[biases + k + 2]!;
    let d = parameters[biases + k + 3]!;
    for (let i = 0, w = from + k; i < inputs; i++, w += outputs) {
      const input = x[xFrom + i]!;
      a += parameters[w]! * input;
      b += parameters[w + 1]! * input;
      c += parameters[w + 2]! * input;
      d += parameters[w + 3]! * input;
    }
    y[yFrom + k] = a;
    y[yFrom + k + 1] = b;
    y[yFrom + k + 2] = c;
    y[yFrom + k + 3] = d;
  }
  for (; k < outputs; k++) {
    let sum = parameters[biases + k]!;
    for (let i = 0, w = from + k; i < inputs; i++, w += outputs) {
      sum += parameters[w]! * x[xFrom + i]!;
    }
    y[yFrom + k] = sum;
  }
}

/**
 * Learns: adds push · x to each weight of a layer and the push itself to the bias, four outputs at
 * once.
 *
 * @param x holds the inputs from `xFrom` on, and `push` from `pushFrom` on how far to move each sum.
 */
export function move(
  { parameters, from, inputs, outputs }: Layer,
  x: number[],
  xFrom: number,
  push: number[],
  pushFrom: number,
): void {
  const biases = from + inputs * outputs;
  let k = 0;
  for (; k + 3 < outputs; k += 4) {
    const a = push[pushFrom + k]!;
    const b = push[pushFrom + k + 1]!;
    const c = push[pushFrom + k + 2]!;
    const d = push[pushFrom + k + 3]!;
    for (let i = 0, w = from + k; i < inputs; i++, w += outputs) {
      const input = x[xFrom + i]!;
      parameters[w]! += a * input;
      parameters[w + 1]! += b * input;
      parameters[w + 2]! += c * input;
      parameters[w + 3]! += d * input;
    }
    parameters[biases + k]! += a;
    parameters[biases + k + 1]! += b;
    parameters[biases + k + 2]! += c;
    parameters[biases + k + 3]! += d;
  }
  for (; k < outputs; k++) {
    const own = push[pushFrom + k]!;
    for (let i = 0, w = from + k; i < inputs; i++, w += outputs) {
      parameters[w]! += own * x[xFrom + i]!;
    }
    parameters[biases + k]! += own;
  }
}

/**
 * Hands the pushes of a layer's outputs on to the sums that were squashed into its inputs.
 *
 * @param units holds those inputs from `unitsFrom` on; the same places of `unitPushes` take what is
 *   handed on.
 */
export function passBack(
  { parameters, from, inputs, outputs }: Layer,
  push: number[],
  pushFrom: number,
  units: number[],
  unitPushes: number[],
  unitsFrom: number,
): void {
  for (let i = 0, w = from; i < inputs; i++) {
    let sum = 0;
    for (let k = 0; k < outputs; k++, w++) sum += parameters[w]! * push[pushFrom + k]!;
    // s′(z) = (1 − |s(z)|)²
    const slack = 1 - Math.abs(units[unitsFrom + i]!);
    unitPushes[unitsFrom + i] = sum * slack * slack;
  }
}

/** Replaces `count` sums z from `from` on by s(z) = z / (1 + |z|), which lies between −1 and 1. */
export function squash(h: number[], from: number, count: number): void {
  for (let i = from; i < from + count; i++) h[i]! /= 1 + Math.abs(h[i]!);
}

/**
 * The same numbers in a plain array. Engines read and write that faster than a Float64Array (the
 * whole learner gains a third in Chromium) as long as it is held as doubles. An array of whole
 * numbers is not, unless it has held a fraction before.
 */
export function doubles(values: ArrayLike<number>): number[] {
  const array = Array.from(values, () => 0.5);
  for (let i = 0; i < array.length; i++) array[i] = values[i]!;
  return array;
}

/** So many zeros, held as doubles. */
export function zeros(count: number): number[] {
  return doubles(new Float64Array(count));
}
