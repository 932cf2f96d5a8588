import { type Climb, climbBy } from './emergence.ts';

/**
 * An answer of many parts that counts only when all of them are right. The loss per part, −ln p,
 * falls as a power of the size of the model; once it is small it is the rate of errors:
 *
 *     p(N) = exp(−(N/N₀)^−α)      one part right
 *     p(N)ᴸ                       all L parts right
 *
 * More parts move the climb to larger models and leave its width as it was, to the last digit. So a
 * long answer looks no more sudden than a short one on an axis of decades.
 *
 * Parts are taken to be independent, and nothing is calibrated.
 */

/** How the loss per part falls with size. */
export interface PowerLaw {
  /** log₁₀ N₀: size at which the loss per part is 1, in decades. */
  start: number;
  /** α: decades by which the loss falls in a decade of size; above 0. */
  exponent: number;
}

/** Illustrative. */
export const powerLaw: PowerLaw = { start: 9, exponent: 0.3 };

/** Chance that all of `length` parts are right at a size in decades, 0 to 1. */
export function exactAnswer({ start, exponent }: PowerLaw, length: number, size: number): number {
  return Math.exp(-length * 10 ** (-exponent * (size - start)));
}

/** The climb of such an answer from 1 in 10 to 9 in 10, in closed form. */
export function climbOfAnswer({ start, exponent }: PowerLaw, length: number): Climb {
  return climbBy((level) => start + Math.log10(length / -Math.log(level)) / exponent);
}
