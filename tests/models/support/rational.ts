/** Exact fractions, for checks of floating-point results: no rounding, however large the numbers. */
export interface Rational {
  above: bigint;
  below: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

export function rational(above: bigint, below: bigint = 1n): Rational {
  const common = gcd(above < 0n ? -above : above, below);
  return { above: above / common, below: below / common };
}

export const plus = (a: Rational, b: Rational) =>
  rational(a.above * b.below + b.above * a.below, a.below * b.below);
export const times = (a: Rational, b: Rational) => rational(a.above * b.above, a.below * b.below);
const minus = (a: Rational, b: Rational) =>
  rational(a.above * b.below - b.above * a.below, a.below * b.below);
export const isAtMost = (a: Rational, b: Rational) => a.above * b.below <= b.above * a.below;

function power(base: Rational, exponent: number): Rational {
  return rational(base.above ** BigInt(exponent), base.below ** BigInt(exponent));
}

/** The nearest number, also where both sides of the fraction outgrow one. */
export function toNumber({ above, below }: Rational): number {
  const length = (value: bigint) => value.toString(2).length;
  // Enough binary digits for the result; the exponent is put back at the end.
  const shift = length(below) - length(above) + 64;
  const scaled = shift >= 0 ? (above << BigInt(shift)) / below : above / (below << BigInt(-shift));
  return above === 0n ? 0 : Number(scaled) * 2 ** -shift;
}

const factorials = [1n];
export function factorial(n: number): bigint {
  for (let k = factorials.length; k <= n; k += 1) factorials.push(factorials[k - 1]! * BigInt(k));
  return factorials[n]!;
}

/** Number of ways to choose `k` out of `n`; 0 where there is none. */
export function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  return factorial(n) / (factorial(k) * factorial(n - k));
}

/** Chance of `k` successes in `n` trials. */
export function binomialChance(n: number, k: number, rate: Rational): Rational {
  const rest = minus(rational(1n), rate);
  return times(rational(choose(n, k)), times(power(rate, k), power(rest, n - k)));
}
