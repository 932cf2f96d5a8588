/**
 * The exponential function, the same to the last bit on every engine.
 *
 * The language leaves the last bits of `Math.exp` to the engine. A learner feeds its own output back
 * thousands of times, so one bit in one step is soon another run. The four basic operations are
 * exact to the last bit everywhere, and this uses nothing else:
 *
 *     eˣ = 2ᵏ · eʳ,   k = round(x / ln 2),   r = x − k ln 2,   |r| ≤ ln 2 / 2
 *     eʳ = 1 + r + r²/2! + … + r¹³/13!       the first term left out is below 10⁻¹⁷
 *
 * @see W. J. Cody and W. Waite, "Software Manual for the Elementary Functions", 1980, chapter 6
 */

/**
 * ln 2 in two parts. The upper one ends in zeros, so that its product with any k is exact and the
 * subtraction loses nothing.
 */
const UPPER_LN2 = 0x162e42fee / 2 ** 33;
const LOWER_LN2 = 1.9082149292705877e-10;

/** 2ᵏ is a product of two of these, because 2¹⁰²⁴ is no number while 2¹⁰²⁴ · 0.7 is. */
const LEAST_POWER = -538;
const powersOfTwo = new Float64Array(512 - LEAST_POWER + 1);
powersOfTwo[-LEAST_POWER] = 1;
for (let k = 1; k <= 512; k++) powersOfTwo[k - LEAST_POWER] = powersOfTwo[k - 1 - LEAST_POWER]! * 2;
for (let k = -1; k >= LEAST_POWER; k--)
  powersOfTwo[k - LEAST_POWER] = powersOfTwo[k + 1 - LEAST_POWER]! / 2;

/** eˣ for any x, within one unit in the last place; 0 and Infinity where a double ends. */
export function exp(x: number): number {
  if (x > 709.79) return Infinity;
  if (x < -745.14) return 0;
  const k = Math.round(x / Math.LN2);
  const half = k >> 1;
  return (
    taylor(x - k * UPPER_LN2 - k * LOWER_LN2) *
    powersOfTwo[half - LEAST_POWER]! *
    powersOfTwo[k - half - LEAST_POWER]!
  );
}

/** eʳ for |r| ≤ ln 2 / 2, innermost term first so that the small ones are added while small. */
function taylor(r: number): number {
  let sum = 1 / 479001600 + r * (1 / 6227020800);
  sum = 1 / 39916800 + r * sum;
  sum = 1 / 3628800 + r * sum;
  sum = 1 / 362880 + r * sum;
  sum = 1 / 40320 + r * sum;
  sum = 1 / 5040 + r * sum;
  sum = 1 / 720 + r * sum;
  sum = 1 / 120 + r * sum;
  sum = 1 / 24 + r * sum;
  sum = 1 / 6 + r * sum;
  sum = 1 / 2 + r * sum;
  return 1 + (r + r * r * sum);
}
