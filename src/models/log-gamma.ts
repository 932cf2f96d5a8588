/**
 * Logarithms of factorials, which themselves outgrow a number at 171. Good to about fourteen digits of
 * the result. Zero and negative arguments are left out.
 */

/** Bernoulli's numbers over 2k(2k − 1): the terms of Stirling's series. */
const stirling = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
];

/** From here on the first term that the series leaves out is below 1e-17. */
const seriesBegins = 12;

/**
 * ln Γ(x): for a whole number n, the logarithm of (n − 1)!.
 *
 *     ln Γ(x) = (x − ½) ln x − x + ½ ln 2π + 1/(12x) − 1/(360x³) + …
 *
 * Small arguments are moved up with Γ(x + 1) = x Γ(x) first.
 *
 * @param x more than zero.
 * @throws {RangeError} when x is not.
 * @see Abramowitz and Stegun 1964, 6.1.40
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`ln Γ(${x}) is left out.`);
  let product = 1;
  let at = x;
  for (; at < seriesBegins; at += 1) product *= at;
  const square = 1 / (at * at);
  const series = stirling.reduceRight((sum, term) => sum * square + term, 0) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}
