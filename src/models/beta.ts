/**
 * Beliefs about a share after some counts: the beta distribution. Before counting, every share from 0
 * to 1 is held equally likely, Beta(1, 1); after `yes` and `no` replies the belief is
 * Beta(1 + yes, 1 + no). Left out are other beliefs to begin with, and doubt about whether the replies
 * are independent: repeated samples of one prompt are not.
 */
import { totalOf, type Counts, type Range } from './counts.ts';
import { atMost, hypergeometric } from './count-distributions.ts';
import { logGamma } from './log-gamma.ts';

/**
 * Iₓ(a, b): the chance that a share with belief Beta(a, b) lies below `x`, from 0 to 1. Good to about
 * ten digits up to counts of 50,000.
 *
 * @param x from 0 to 1.
 * @param a more than zero.
 * @param b more than zero.
 * @throws {RangeError} when one is out of its range.
 * @see Abramowitz and Stegun 1964, 26.5.8, by the method of Lentz 1976
 */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) throw new RangeError(`I(${x}; ${a}, ${b})?`);
  if (x === 0 || x === 1) return x;
  // The fraction settles quickly only below the mean.
  if (x > (a + 1) / (a + b + 2)) return 1 - regularisedBeta(1 - x, b, a);
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  return front / (a * betaFraction(x, a, b));
}

/** 1 + d₁/(1 + d₂/(1 + …)), from the front until a further term changes nothing. */
function betaFraction(x: number, a: number, b: number): number {
  const term = (index: number) => {
    const m = index >> 1;
    const even = index % 2 === 0;
    const over = (a + index - 1) * (a + index);
    return even ? (m * (b - m) * x) / over : (-(a + m) * (a + b + m) * x) / over;
  };
  let value = 1;
  let above = 1;
  let below = 0;
  for (let index = 1; ; index += 1) {
    const d = term(index);
    below = 1 / (1 + d * below);
    above = 1 + d / above;
    const change = above * below;
    value *= change;
    if (Math.abs(change - 1) < 1e-15 || index > 5000) return value;
  }
}

/**
 * The chance that the share behind `a` is above the share behind `b`, both believed alike before
 * counting.
 *
 * With whole counts the two beliefs are those about the places of two of n + 1 uniform draws, and
 * which comes first depends on nothing but the order of all draws mixed. So the chance is a tail of an
 * urn: at most `a.yes` of the first `a.yes + b.yes + 1` come from the draws of `a`. It equals the
 * finite sum Σ B(b.yes + 1 + i, …) that is usually printed, with no large number in it.
 *
 * @returns from 0 to 1; one half where nothing was counted.
 * @see Altham 1969, doi 10.1111/j.2517-6161.1969.tb00786.x, for the relation to Fisher's test
 */
export function chanceGreater(a: Counts, b: Counts): number {
  const urn = hypergeometric(totalOf(a) + 1, totalOf(b) + 1, a.yes + b.yes + 1);
  return atMost(urn, a.yes);
}

/**
 * The middle part of the belief about a share: as much lies below as above.
 *
 * @param level the part that lies within, such as 0.95.
 * @throws {RangeError} when the level is not between 0 and 1.
 */
export function credibleInterval(counts: Counts, level: number): Range {
  if (!(level > 0 && level < 1)) throw new RangeError(`${level} is no level.`);
  totalOf(counts);
  const below = (part: number) => {
    let [low, high] = [0, 1];
    for (let halving = 0; halving < 60; halving += 1) {
      const middle = (low + high) / 2;
      if (regularisedBeta(middle, counts.yes + 1, counts.no + 1) < part) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return { low: below((1 - level) / 2), high: below((1 + level) / 2) };
}
