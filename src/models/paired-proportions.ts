/**
 * Power of a paired comparison by the normal approximation, for plans in which every prompt is put to
 * the model in both conditions. The exact count is in `mcnemar.ts`. Left out is a correction for the
 * steps between whole counts, so that small plans look a little better than they are.
 */
import type { PairedPlan } from './mcnemar.ts';
import { normalCdf, normalQuantile } from './normal.ts';

/** Shares of prompts whose two replies differ, each 0 to 1. */
export interface Differing {
  /** The wanted reply in the first condition only. */
  onlyFirst: number;
  /** The wanted reply in the second condition only. */
  onlySecond: number;
}

/**
 * How often the two replies to a prompt differ, for two shares and a degree of likeness. *Illustrative*:
 * what is published about a pair of rates does not say it. Between the two ends the rarer kind is taken
 * to fall evenly.
 *
 * @param first share of the wanted reply in the first condition, 0 to 1.
 * @param second the same in the second condition.
 * @param likeness from 0, as if the two replies had nothing to do with each other, to 1, where no prompt
 *   goes against the trend.
 */
export function differing(first: number, second: number, likeness: number): Differing {
  const against = (1 - likeness) * Math.min(first * (1 - second), second * (1 - first));
  const along = against + Math.abs(first - second);
  return first >= second
    ? { onlyFirst: along, onlySecond: against }
    : { onlyFirst: against, onlySecond: along };
}

/**
 * The chance that a two-sided test of the differing pairs sees the difference, from 0 to 1:
 *
 *     Φ((|δ| √n − z √π)/√(π − δ²)) + Φ((−|δ| √n − z √π)/√(π − δ²))
 *
 * with the share π of differing pairs and the difference δ of their two kinds.
 *
 * @param plan.pairs one or more; need not be whole.
 * @see Connor 1987, Sample size for testing differences in proportions for the paired-sample design,
 *   Biometrics 43, 207–211
 */
export function pairedPower({ onlyFirst, onlySecond, pairs, alpha }: PairedPlan): number {
  const either = onlyFirst + onlySecond;
  const gap = Math.abs(onlyFirst - onlySecond);
  const z = normalQuantile(1 - alpha / 2);
  const reach = gap * Math.sqrt(pairs);
  const bar = z * Math.sqrt(either);
  const spread = Math.sqrt(Math.max(0, either - gap * gap));
  if (spread === 0) return reach > bar ? 1 : 0;
  return normalCdf((reach - bar) / spread) + normalCdf((-reach - bar) / spread);
}
