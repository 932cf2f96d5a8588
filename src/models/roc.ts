/**
 * How well ratings tell two kinds of things apart: the receiver operating characteristic (ROC) and the
 * area under it (AUC). Nothing is assumed about the scale but its order. Left out are costs and base
 * rates: the area weighs every threshold alike and knows nothing of how rare the wanted kind is.
 */

import type { Range } from './counts.ts';

/** One rated thing. */
export interface Rated {
  /** The higher, the surer the rater was of the wanted kind; any scale. */
  rating: number;
  /** Whether it is of the wanted kind, such as a test. */
  wanted: boolean;
}

/** One threshold: everything rated at it or above counts as the wanted kind. */
export interface RocPoint {
  /** The lowest rating that counts; ∞ where nothing does. */
  threshold: number;
  /** Share of the other kind that counts as wanted, 0 to 1. */
  falseAlarms: number;
  /** Share of the wanted kind that counts as wanted, 0 to 1. */
  caught: number;
}

function ratingsOf(items: readonly Rated[]) {
  const of = (kind: boolean) =>
    items.filter(({ wanted }) => wanted === kind).map(({ rating }) => rating);
  return { wanted: of(true), other: of(false) };
}

/**
 * The points of the curve from (0, 0) to (1, 1), one for each rating given. Straight lines between them
 * are right also where ratings tie: the area below is then the Mann–Whitney statistic.
 *
 * @returns undefined where one of the kinds is missing.
 */
export function rocCurve(items: readonly Rated[]): RocPoint[] | undefined {
  const { wanted, other } = ratingsOf(items);
  if (wanted.length === 0 || other.length === 0) return undefined;
  const thresholds = [...new Set(items.map(({ rating }) => rating))].sort((a, b) => b - a);
  const share = (ratings: number[], threshold: number) =>
    ratings.filter((rating) => rating >= threshold).length / ratings.length;
  return [Infinity, ...thresholds].map((threshold) => ({
    threshold,
    falseAlarms: share(other, threshold),
    caught: share(wanted, threshold),
  }));
}

/**
 * The chance that a random thing of the wanted kind is rated above a random one of the other kind, with
 * a tie counted as one half: the area under the ROC curve, and the Mann–Whitney statistic as a share.
 *
 * @returns a number from 0 to 1, or undefined where one of the kinds is missing.
 * @see Hanley and McNeil 1982, doi 10.1148/radiology.143.1.7063747
 */
export function areaUnderCurve(items: readonly Rated[]): number | undefined {
  const { wanted, other } = ratingsOf(items);
  if (wanted.length === 0 || other.length === 0) return undefined;
  let wins = 0;
  for (const a of wanted) for (const b of other) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (wanted.length * other.length);
}

/** How far out from the middle 95 % of a normal distribution reach, in standard deviations. */
export const usualZ = 1.959963984540054;

/**
 * An interval for an AUC that was measured on `wanted` things of one kind and `other` of the other,
 * 95 % by default. It holds every true area from which the measured one lies no further than `z`
 * standard errors, the error being that of the *true* area. So it stays within 0 and 1, and has a width
 * also where the ratings were perfect; intervals built on the error of the *measured* area have none
 * there. The error follows Hanley and McNeil, with the two sample sizes averaged.
 *
 * It treats the things rated as a sample, and the rater as fixed.
 *
 * @see Newcombe 2006, method 5, doi 10.1002/sim.2324
 * @throws {RangeError} when a kind is missing or the area is no share.
 */
export function areaInterval(
  area: number,
  wanted: number,
  other: number,
  z: number = usualZ,
): Range {
  if (!(area >= 0 && area <= 1)) throw new RangeError(`${area} is no area from 0 to 1.`);
  if (!(wanted >= 1 && other >= 1)) throw new RangeError('Both kinds are needed.');
  const tooFar = (truth: number) => Math.abs(area - truth) > z * areaError(truth, wanted, other);
  // The end itself is always too far, unless it was measured.
  return { low: edge(0, area, tooFar), high: edge(1, area, tooFar) };
}

/** Standard error of a measured AUC whose true value is `area`. @see Newcombe 2006, method 4 */
export function areaError(area: number, wanted: number, other: number): number {
  const size = (wanted + other) / 2 - 1;
  const pairs = (size * (1 - area)) / (2 - area) + (size * area) / (1 + area);
  return Math.sqrt((area * (1 - area) * (1 + pairs)) / (wanted * other));
}

/** Where `tooFar` stops being true on the way from an end of the range to the measured area. */
function edge(end: number, area: number, tooFar: (truth: number) => boolean): number {
  if (!tooFar(end)) return end;
  let [outside, inside] = [end, area];
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (outside + inside) / 2;
    if (tooFar(middle)) outside = middle;
    else inside = middle;
  }
  return inside;
}
