/**
 * A seeded source of uniform numbers in [0, 1): the same seed gives the same run on every machine.
 *
 * This is mulberry32 by Tommy Ettinger (public domain). Its 32-bit state advances by a fixed odd
 * step, and two rounds of xor, shift and multiply mix that state into the output. Its period is at
 * most 2³², which is ample for pictures and far too short for cryptography.
 */

/** The odd step by which mulberry32 advances its state. */
const STEP = 0x6d2b79f5;

/** Turns a 32-bit integer into a fraction of 1. */
const SCALE = 2 ** -32;

/**
 * Returns a function that gives the next uniform number in [0, 1) at each call.
 *
 * @param seed any number; it is reduced to 32 bits, so 1 and 1 + 2³² give the same sequence.
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = advance(state);
    return uniform(state);
  };
}

/**
 * The state of the generator after one more number, a 32-bit integer. A loop that takes millions of
 * numbers keeps the state in a variable of its own: engines hold that in a register, but not what a
 * function remembers between calls.
 */
export function advance(state: number): number {
  return (state + STEP) | 0;
}

/** The uniform number in [0, 1) that belongs to a state which `advance` has returned. */
export function uniform(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) * SCALE;
}
