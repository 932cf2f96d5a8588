/**
 * Fisher's exact test of two shares. Given how many replies there were in each condition and how many
 * were of the wanted kind in all, it counts the ways to deal them out. It takes replies to be
 * independent and uses no pairing: where the same prompts were used in both conditions, McNemar's test
 * says more. Fixing both margins makes it cautious: it raises fewer false alarms than alpha allows.
 */
import { atOnce } from './at-once.ts';
import { totalOf, type TwoByTwo } from './counts.ts';
import { binomial, hypergeometric } from './count-distributions.ts';
import { chancesPerStep, rounding } from './exact-power.ts';
import type { TwoShares } from './two-proportions.ts';

/**
 * Two-sided p: the chance of a table as improbable as this one or more, where there is no difference.
 * Below about 1e-300 it reads 0.
 *
 * @returns from 0 to 1; 1 where a condition has no replies.
 * @throws {RangeError} when a count is no whole number from 0.
 */
export function fisherExact({ first, second }: TwoByTwo): number {
  const { low, chances } = hypergeometric(totalOf(first), totalOf(second), first.yes + second.yes);
  const limit = chances[first.yes - low]! * rounding;
  let p = 0;
  for (const chance of chances) if (chance <= limit) p += chance;
  return Math.min(1, p);
}

/** A plan with as many replies in each condition, a whole number from 1. */
export type FisherPlan = TwoShares & { perArm: number };

/** Counts that are rarer than this are passed over. */
const negligible = 1e-17;

/**
 * The exact chance that Fisher's test finds p ≤ alpha, summed over every pair of counts that may well
 * come about. The work grows with the 1.5th power of `perArm`: milliseconds for some hundreds, half a
 * second for tens of thousands.
 *
 * Arms of one size make the test symmetric, so for each sum of the two counts it is enough to know how
 * small the smaller one must be.
 *
 * Yields the share of the work done, 0 to 1, now and then; returns the power, 0 to 1.
 *
 * @throws {RangeError} when a share is no probability or `perArm` no whole number from 1.
 */
export function* fisherPowerSteps({
  first,
  second,
  perArm,
  alpha,
}: FisherPlan): Generator<number, number, undefined> {
  if (!(perArm >= 1)) throw new RangeError(`${perArm} replies are no plan.`);
  const a = binomial(perArm, first).chances;
  const b = binomial(perArm, second).chances;
  const likely = (chance: number) => chance > negligible;
  const lowest = a.findIndex(likely) + b.findIndex(likely);
  const highest = a.findLastIndex(likely) + b.findLastIndex(likely);
  let power = 0;
  let work = 0;
  for (let sum = lowest; sum <= highest; sum += 1) {
    const { low, chances } = hypergeometric(perArm, perArm, sum);
    let tail = 0;
    for (let fewer = low; 2 * fewer < sum; fewer += 1) {
      tail += chances[fewer - low]!;
      if (2 * tail > alpha * rounding) break;
      power += a[fewer]! * b[sum - fewer]! + a[sum - fewer]! * b[fewer]!;
    }
    work += chances.length;
    if (work < chancesPerStep) continue;
    work = 0;
    yield (sum - lowest + 1) / (highest - lowest + 1);
  }
  return Math.min(1, power);
}

/** The same at one stroke: for arms of some hundreds, or where nobody waits. */
export const fisherPower = (plan: FisherPlan): number => atOnce(fisherPowerSteps(plan));
