/**
 * The normal distribution, as far as detection statistics need it. Both functions are good to
 * thirteen digits, far into the tails; probabilities below 1e-300 are left out.
 */

const rootOfTwoPi = Math.sqrt(2 * Math.PI);

/** Beyond this distance from the middle, the series would lose the digits of the tail. */
const tailBegins = 2.5;

/** Height of the standard normal density at `z`. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / rootOfTwoPi;
}

/**
 * Φ: the chance that a standard normal draw lies below `z`, from 0 to 1.
 *
 * Near the middle it is summed from the series z + z³/3 + z⁵/(3·5) + …; in the tails it is the
 * density times Laplace's continued fraction, which keeps small chances exact in relation to
 * themselves.
 *
 * @see Marsaglia 2004, Evaluating the Normal Distribution, doi 10.18637/jss.v011.i04
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return NaN;
  if (Math.abs(z) < tailBegins) return 0.5 + normalDensity(z) * oddSeries(z);
  const tail = normalDensity(z) * millsRatio(Math.abs(z));
  return z < 0 ? tail : 1 - tail;
}

function oddSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

/** Tail chance divided by density: 1/(z + 1/(z + 2/(z + 3/(z + …)))). */
function millsRatio(z: number): number {
  let rest = z;
  for (let depth = 150; depth > 0; depth -= 1) rest = z + depth / rest;
  return 1 / rest;
}

/**
 * Φ⁻¹: the value below which a standard normal draw lies with chance `p`. At 0 and 1 it is −∞ and ∞.
 *
 * A rational approximation gives three digits; each round of Halley's method triples them.
 *
 * @see Abramowitz and Stegun 1964, 26.2.23
 * @throws {RangeError} when `p` is no probability.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is no probability.`);
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  // In the lower half small chances keep all their digits.
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let z =
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) -
    t;
  for (let round = 0; round < 3; round += 1) {
    const off = (normalCdf(z) - p) / normalDensity(z);
    z -= off / (1 + (z * off) / 2);
  }
  return z;
}
