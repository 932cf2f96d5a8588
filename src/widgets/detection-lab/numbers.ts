import { decimals } from '../parts/decimals.ts';

/** A share as so many of a hundred, or points, to one decimal. */
export const tenth = (share: number) => decimals(100 * share, 1);

/** A mean count: with one decimal, and without from a hundred on. */
export const meanCount = (n: number) => decimals(n, n < 100 ? 1 : 0);

/** A p with the sign before it: to two or four decimals, and small ones as a bound. */
export function smallText(p: number): string {
  if (p < 0.0001) return '< 0.0001';
  return `= ${decimals(p, p < 0.1 ? 4 : 2)}`;
}
