/**
 * McNemar's exact test: each prompt was put to the model in both conditions, and only prompts whose two
 * replies differ say anything about the difference. It takes prompts to be independent of each other,
 * and leaves out how many prompts had two replies alike: that matters for the size of the gap, not for
 * whether there is one.
 */
import { atOnce } from './at-once.ts';
import { regularisedBeta } from './beta.ts';
import { atMost, binomial } from './count-distributions.ts';
import type { Range } from './counts.ts';
import { chancesPerStep, rounding } from './exact-power.ts';
import { normalQuantile } from './normal.ts';
import { wilsonInterval } from './two-proportions.ts';

/** Prompts that were each put to the model in both conditions, by their two replies. */
export interface PairCounts {
  /** With the wanted reply both times, a whole number from 0. */
  both: number;
  /** With it in the first condition only. */
  onlyFirst: number;
  /** With it in the second condition only. */
  onlySecond: number;
  /** With it in neither. */
  neither: number;
}

/**
 * Two-sided p: twice the chance that, of all prompts with differing replies, so few fall on the rarer
 * side where both sides are equally likely. At most 1. Below about 1e-300 it reads 0.
 *
 * @param onlyFirst prompts with the wanted reply in the first condition only, a whole number from 0.
 * @param onlySecond prompts with it in the second condition only.
 * @returns 1 where no prompt had differing replies.
 * @throws {RangeError} when a count is no whole number from 0.
 */
export function mcnemarExact(onlyFirst: number, onlySecond: number): number {
  const fewer = Math.min(onlyFirst, onlySecond);
  return Math.min(1, 2 * atMost(binomial(onlyFirst + onlySecond, 0.5), fewer));
}

/** A plan in which every prompt is put to the model in both conditions. */
export interface PairedPlan {
  /** Share of prompts with the wanted reply in the first condition only, 0 to 1. */
  onlyFirst: number;
  /** Share of prompts with it in the second condition only, 0 to 1. */
  onlySecond: number;
  /** Number of prompts, a whole number from 1. */
  pairs: number;
  /** Chance of a false alarm that is allowed, such as 0.05. */
  alpha: number;
}

/** Numbers of differing pairs that are rarer than this are passed over. */
const negligible = 1e-15;

/**
 * The exact chance that McNemar's test finds p ≤ alpha, summed over how many prompts have differing
 * replies, and how those fall.
 *
 * Yields the share of the work done, 0 to 1, now and then; returns the power, 0 to 1.
 *
 * @throws {RangeError} when the shares are no shares or exceed 1 together.
 */
export function* mcnemarPowerSteps({
  onlyFirst,
  onlySecond,
  pairs,
  alpha,
}: PairedPlan): Generator<number, number, undefined> {
  const differing = onlyFirst + onlySecond;
  if (!(onlyFirst >= 0 && onlySecond >= 0)) throw new RangeError('A share is below zero.');
  const counts = binomial(pairs, Math.min(1, differing)).chances;
  if (differing > 1 + 1e-12) throw new RangeError(`${differing} is more than all prompts.`);
  if (differing === 0) return 0;
  let power = 0;
  let work = 0;
  for (let count = 1; count <= pairs; count += 1) {
    const weight = counts[count]!;
    if (weight < negligible) continue;
    const fair = binomial(count, 0.5).chances;
    const falls = binomial(count, Math.min(1, onlyFirst / differing)).chances;
    let tail = 0;
    for (let fewer = 0; 2 * fewer < count; fewer += 1) {
      tail += fair[fewer]!;
      if (2 * tail > alpha * rounding) break;
      power += weight * (falls[fewer]! + falls[count - fewer]!);
    }
    work += 2 * count;
    if (work < chancesPerStep) continue;
    work = 0;
    yield count / pairs;
  }
  return Math.min(1, power);
}

/** The same at one stroke: for some hundreds of prompts, or where nobody waits. */
export const mcnemarPower = (plan: PairedPlan): number => atOnce(mcnemarPowerSteps(plan));

/**
 * The chance that replies fall on the first side more often than on the second, 0 to 1: the belief about
 * the share of the first side among differing replies lies above one half. Before counting, every such
 * share is held equally likely.
 */
export function chanceFirstLikelier(onlyFirst: number, onlySecond: number): number {
  return regularisedBeta(0.5, onlySecond + 1, onlyFirst + 1);
}

/**
 * Newcombe's interval of the gap where every prompt was put in both conditions: the two Wilson intervals
 * joined as for different prompts, less what replies to one prompt have in common.
 *
 * @param level such as 0.95.
 * @returns share in the first condition minus share in the second, −1 to 1. NaN where there is no prompt.
 * @see Newcombe 1998, method 10, doi 10.1002/(SICI)1097-0258(19981130)17:22<2635::AID-SIM954>3.0.CO;2-C
 */
export function pairedGapInterval(pairs: PairCounts, level: number): Range {
  const { both, onlyFirst, onlySecond, neither } = pairs;
  const total = both + onlyFirst + onlySecond + neither;
  const z = normalQuantile((1 + level) / 2);
  const [yesFirst, yesSecond] = [both + onlyFirst, both + onlySecond];
  const first = wilsonInterval(yesFirst, total, z);
  const second = wilsonInterval(yesSecond, total, z);
  const gap = (onlyFirst - onlySecond) / total;
  const likeness = correlation(pairs);
  const joined = (a: number, b: number) =>
    Math.sqrt(Math.max(0, a * a - 2 * likeness * a * b + b * b));
  return {
    low: gap - joined(yesFirst / total - first.low, second.high - yesSecond / total),
    high: gap + joined(first.high - yesFirst / total, yesSecond / total - second.low),
  };
}

/** How alike both replies to a prompt are, −1 to 1, with Newcombe's correction for continuity. */
function correlation({ both, onlyFirst, onlySecond, neither }: PairCounts): number {
  const margins = [both + onlyFirst, onlySecond + neither, both + onlySecond, onlyFirst + neither];
  const product = margins.reduce((a, b) => a * b);
  if (product === 0) return 0;
  const excess = both * neither - onlyFirst * onlySecond;
  const half = (both + onlyFirst + onlySecond + neither) / 2;
  return (excess > 0 ? Math.max(0, excess - half) : excess) / Math.sqrt(product);
}
