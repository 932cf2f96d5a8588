/** What the exact powers of tests of counts share: a tolerance, and how long their steps are. */

/** Chances that differ by a smaller factor are equal but for rounding. */
export const rounding = 1 + 1e-9;

/** Chances worked out between two places to pause: a millisecond at most. */
export const chancesPerStep = 50_000;
