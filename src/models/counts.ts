/** How many replies were of the wanted kind, such as complying, and how many were not. */
export interface Counts {
  /** A whole number from 0. */
  yes: number;
  /** A whole number from 0. */
  no: number;
}

/** Replies in two conditions, such as training and deployment: different prompts, or not matched. */
export interface TwoByTwo {
  first: Counts;
  second: Counts;
}

/** Both ends of an interval. */
export interface Range {
  low: number;
  high: number;
}

/** How many replies there are. @throws {RangeError} when one of the counts is no whole number from 0. */
export function totalOf({ yes, no }: Counts): number {
  for (const count of [yes, no]) {
    if (!(Number.isSafeInteger(count) && count >= 0)) throw new RangeError(`${count} is no count.`);
  }
  return yes + no;
}
