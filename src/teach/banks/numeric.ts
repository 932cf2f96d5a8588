import type { BankNumber } from '../course.ts';

/** How far below the right number an answer is still told that it is too low. */
const reachBelow = 1_000_000;

/** The range of numbers below the right one, as its ends, and as its middle and half its width. */
export function lowerRange({ answer }: BankNumber) {
  // The lower end is whole, so that the upper one, the answer itself, is not rounded by a hair.
  const from = Math.floor(answer) - reachBelow;
  return { from, to: answer, middle: (from + answer) / 2, reach: (answer - from) / 2 };
}

/** Whole numbers within the tolerance, the nearest first; at most `most`. */
export function wholeNumbers({ answer, tolerance }: BankNumber, most = 200): number[] {
  const [from, to] = [Math.ceil(answer - tolerance), Math.floor(answer + tolerance)];
  if (to - from >= most) return [];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index).sort(
    (a, b) => Math.abs(a - answer) - Math.abs(b - answer) || a - b,
  );
}
