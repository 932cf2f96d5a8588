/**
 * Distributions of counts, as lists of chances. Each is built from the ratios of its neighbours,
 * outwards from its highest value: no factorial is needed, and errors grow with the distance in steps
 * only. Chances below 1e-300 of the highest read 0.
 */

/** The chances of the counts `low`, `low + 1`, …; they add up to 1. */
export interface CountChances {
  low: number;
  chances: Float64Array;
}

/**
 * The chances of the counts from `low` to `high`.
 *
 * @param ratio chance of k + 1 over chance of k.
 * @param mode the count with the highest chance, or one beside it.
 */
function fromRatios(
  low: number,
  high: number,
  mode: number,
  ratio: (k: number) => number,
): CountChances {
  const chances = new Float64Array(high - low + 1);
  chances[mode - low] = 1;
  for (let k = mode; k < high; k += 1) chances[k + 1 - low] = chances[k - low]! * ratio(k);
  for (let k = mode - 1; k >= low; k -= 1) chances[k - low] = chances[k + 1 - low]! / ratio(k);
  // From the ends inwards, so that small ones are added while the sum is small.
  const total =
    sumBetween(chances, 0, mode - low) + sumBetween(chances, mode - low + 1, high - low);
  for (let index = 0; index < chances.length; index += 1) chances[index]! /= total;
  return { low, chances };
}

/** Sum of the entries from one place to another, both included; begins at the smaller end. */
function sumBetween(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  if (to < from) return sum;
  if (values[from]! <= values[to]!) for (let at = from; at <= to; at += 1) sum += values[at]!;
  else for (let at = to; at >= from; at -= 1) sum += values[at]!;
  return sum;
}

/**
 * Chances of 0 to `trials` successes in independent trials that each succeed with chance `rate`.
 *
 * @param trials a whole number from 0.
 * @param rate from 0 to 1.
 * @throws {RangeError} when either is out of its range.
 */
export function binomial(trials: number, rate: number): CountChances {
  if (!(Number.isInteger(trials) && trials >= 0)) throw new RangeError(`${trials} trials?`);
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`${rate} is no probability.`);
  if (rate === 0 || rate === 1) {
    const chances = new Float64Array(trials + 1);
    chances[rate * trials] = 1;
    return { low: 0, chances };
  }
  const odds = rate / (1 - rate);
  const mode = Math.min(trials, Math.floor((trials + 1) * rate));
  return fromRatios(0, trials, mode, (k) => (odds * (trials - k)) / (k + 1));
}

/**
 * Chances of each count of white balls among `draws` drawn without putting back, from an urn of `white`
 * and `black` ones. Also the chances of a table of two rows and two columns with given margins.
 *
 * @param white a whole number from 0, as are the other two.
 * @param draws at most `white + black`.
 * @throws {RangeError} when more is drawn than is there.
 */
export function hypergeometric(white: number, black: number, draws: number): CountChances {
  if (!(draws >= 0 && draws <= white + black)) throw new RangeError(`${draws} balls?`);
  const low = Math.max(0, draws - black);
  const high = Math.min(white, draws);
  const middle = Math.floor(((draws + 1) * (white + 1)) / (white + black + 2));
  const mode = Math.min(high, Math.max(low, middle));
  return fromRatios(
    low,
    high,
    mode,
    (k) => ((white - k) * (draws - k)) / ((k + 1) * (black - draws + k + 1)),
  );
}

/** Chance of a count of at most `k`. */
export function atMost({ low, chances }: CountChances, k: number): number {
  return Math.min(1, sumBetween(chances, 0, Math.min(k - low, chances.length - 1)));
}
