/**
 * Two shares compared with the normal approximation, as most plans do: its power is a little higher
 * than that of Fisher's exact test, which is what the counts are tested with in the end. Both arms of a
 * plan are of the same size, and every reply is taken to be independent of the others: several replies
 * to one prompt count for less than they seem to.
 */
import { totalOf, type Range, type TwoByTwo } from './counts.ts';
import { normalCdf, normalQuantile } from './normal.ts';

/** Two true shares and how surely an accident is to be ruled out. */
export interface TwoShares {
  /** True share in the first condition, 0 to 1. */
  first: number;
  /** True share in the second condition, 0 to 1. */
  second: number;
  /** Chance of seeing a difference where there is none, both directions together, such as 0.05. */
  alpha: number;
}

/**
 * The chance that a two-sided z test sees the difference, from 0 to 1:
 *
 *     Φ((|Δ| − z s₀)/s₁) + Φ((−|Δ| − z s₀)/s₁)
 *
 * with the standard error s₀ of equal shares and s₁ of the true ones.
 *
 * @param design.perArm replies in each condition, one or more; need not be whole.
 * @throws {RangeError} when a share or alpha is no probability.
 * @see Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions, Section 4.2
 */
export function zPower({ first, second, perArm, alpha }: TwoShares & { perArm: number }): number {
  for (const share of [first, second]) {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`${share} is no share.`);
  }
  const z = normalQuantile(1 - alpha / 2);
  const pooled = (first + second) / 2;
  const s0 = Math.sqrt((2 * pooled * (1 - pooled)) / perArm);
  const s1 = Math.sqrt((first * (1 - first) + second * (1 - second)) / perArm);
  const gap = Math.abs(first - second);
  // Shares of 0 and 1 leave nothing to chance.
  if (s1 === 0) return gap > z * s0 ? 1 : 0;
  return normalCdf((gap - z * s0) / s1) + normalCdf((-gap - z * s0) / s1);
}

/**
 * The fewest replies in each condition with which the z test sees the difference as often as wanted.
 *
 * @param design.power wanted chance of seeing it, such as 0.8.
 * @returns a whole number; ∞ where the shares are alike.
 */
export function perArmNeeded({ power, ...shares }: TwoShares & { power: number }): number {
  if (shares.first === shares.second) return Infinity;
  const enough = (perArm: number) => zPower({ ...shares, perArm }) >= power;
  let high = 1;
  while (!enough(high)) high *= 2;
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The difference of two counted shares. */
export interface ZTest {
  /** First share minus second, −1 to 1. */
  gap: number;
  /** The gap in standard errors, taken as if there were no difference; 0 where nothing varies. */
  z: number;
  /** Chance of a gap as wide in either direction where there is no difference. */
  p: number;
}

/** The z test with pooled variance, without a correction. NaN where a condition has no replies. */
export function zTest({ first, second }: TwoByTwo): ZTest {
  const sizes = [totalOf(first), totalOf(second)] as const;
  const gap = first.yes / sizes[0] - second.yes / sizes[1];
  const pooled = (first.yes + second.yes) / (sizes[0] + sizes[1]);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / sizes[0] + 1 / sizes[1]));
  const z = error === 0 ? 0 : gap / error;
  return { gap, z, p: 2 * normalCdf(-Math.abs(z)) };
}

/**
 * Wilson's interval of one share: every true share from which the counted one lies no further than `z`
 * of its standard errors. Within 0 and 1; NaN where there are no replies.
 *
 * @param yes replies of the wanted kind, a whole number up to `total`.
 * @param z such as 1.96 for a level of 0.95.
 * @see Wilson 1927, doi 10.1080/01621459.1927.10502953
 */
export function wilsonInterval(yes: number, total: number, z: number): Range {
  const share = yes / total;
  const middle = share + (z * z) / (2 * total);
  const reach = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return {
    low: yes === 0 ? 0 : (middle - reach) / scale,
    high: yes === total ? 1 : (middle + reach) / scale,
  };
}

/**
 * Newcombe's interval of the gap between two shares that were counted on different replies. It stays
 * within −1 and 1 and has a width also where one count is 0.
 *
 * @param level such as 0.95.
 * @returns first share minus second, −1 to 1. NaN where a condition has no replies.
 * @see Newcombe 1998, method 10, doi 10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I
 */
export function gapInterval({ first, second }: TwoByTwo, level: number): Range {
  const z = normalQuantile((1 + level) / 2);
  const sizes = [totalOf(first), totalOf(second)] as const;
  const shares = [first.yes / sizes[0], second.yes / sizes[1]] as const;
  const [a, b] = [wilsonInterval(first.yes, sizes[0], z), wilsonInterval(second.yes, sizes[1], z)];
  const gap = shares[0] - shares[1];
  return {
    low: gap - Math.hypot(shares[0] - a.low, b.high - shares[1]),
    high: gap + Math.hypot(a.high - shares[0], shares[1] - b.low),
  };
}
