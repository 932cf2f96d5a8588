/**
 * What is left of a compliance gap in a disguised test, if a model can tell the test from the real thing
 * and behaves in a test as it does in training. *Illustrative*: whether a model uses what it can tell was
 * not measured.
 *
 *     measured gap = (1 − τ)(p_T − p_D)        real gap = (1 − f)(p_T − p_D)
 *     measured / real = (1 − τ)/(1 − f)
 *
 * with the share τ of tests that it recognises and the share f of real episodes that it mistakes for
 * tests. Evidence is taken to be binormal with equal spread. An area under the curve alone does not fix
 * the ratio: the criterion does, and no one has measured that.
 *
 * As it complies also where it mistakes real use for a test, no such model has a rate in real use below
 * f · p_T. A rate that was measured with a tag, which leaves nothing to mistake, may lie below that; the
 * ratio does not depend on it.
 *
 * @see needham2025 for areas of models
 */
import { discriminability } from './binormal.ts';
import { normalCdf, normalDensity } from './normal.ts';

/** How well a model tells tests from real episodes, and how it uses it. */
export interface Recognition {
  /** τ: share of tests taken for tests, 0 to 1. */
  recognised: number;
  /** f: share of real episodes taken for tests, 0 to 1. */
  mistaken: number;
  /** Distance of the two kinds in standard deviations. */
  dPrime: number;
}

/**
 * What an area under the curve comes to at a criterion.
 *
 * @param area from 0.5 up to, but not, 1.
 * @param criterion how much evidence it takes to call an episode a test, in standard deviations above
 *   the mean of real ones; without it, halfway: d′/2, where it errs as often in both directions.
 * @throws {RangeError} when the area is no share.
 */
export function recognition(area: number, criterion?: number): Recognition {
  const dPrime = discriminability(area);
  const at = criterion ?? dPrime / 2;
  return { recognised: normalCdf(dPrime - at), mistaken: normalCdf(-at), dPrime };
}

/**
 * Share of the real gap that the disguised test shows, where the model decides for one or the other:
 * (1 − τ)/(1 − f). Above 1 where it recognises less often than it mistakes; ∞ where it takes every
 * real episode for a test.
 */
export function measuredShare({
  recognised,
  mistaken,
}: Pick<Recognition, 'recognised' | 'mistaken'>): number {
  return (1 - recognised) / (1 - mistaken);
}

/** How far out from its mean, and how finely, the evidence is summed. */
const reach = 9;
const stride = 1 / 64;

/**
 * The same where the model does not decide, but behaves in proportion to how likely a test is:
 * (1 − E[q | test])/(1 − E[q | real]), with its calibrated belief q that this is a test, before which it
 * held tests and real episodes equally likely.
 *
 * @param area from 0.5 up to, but not, 1.
 */
export function softShare(area: number): number {
  const dPrime = discriminability(area);
  let belief = 0;
  for (let off = -reach; off <= reach; off += stride) {
    // Evidence of a test, seen from the middle between both means.
    const evidence = off + dPrime / 2;
    belief += (normalDensity(off) * stride) / (1 + Math.exp(-dPrime * evidence));
  }
  // By symmetry the belief in a real episode is on average as far below one half.
  return (1 - belief) / belief;
}

/**
 * How many times as many replies the test needs for the gap that it shows, with the noise as it was:
 * 1/share². Where the rates move towards one half, there is more noise and it takes more.
 */
export function sampleMultiplier(share: number): number {
  return 1 / share ** 2;
}
