/**
 * What the exact powers of tests of counts share: a tolerance, and work that is cut into steps, so that
 * a program can do something else in between.
 */

/** Chances that differ by a smaller factor are equal but for rounding. */
export const rounding = 1 + 1e-9;

/** Chances worked out between two places to pause: a millisecond at most. */
export const chancesPerStep = 50_000;

/** What work in steps comes to, done at one stroke: where it is short, or nobody waits. */
export function atOnce<Result>(steps: Generator<unknown, Result, undefined>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
