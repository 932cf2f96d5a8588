/** Four counts that a reader types, and four to begin with. */
import type { OwnCounts } from './own-counts.ts';

/** What is wrong with four counts that were typed. */
export type TypedFault =
  | { kind: 'notWhole'; condition: 'first' | 'second' }
  | { kind: 'moreThanAll'; condition: 'first' | 'second'; complied: number; replies: number }
  | { kind: 'none'; condition: 'first' | 'second' };

/** Numbers as typed: `undefined` or NaN where a field is empty. */
export type Typed = Record<
  'first' | 'second',
  { complied: number | undefined; replies: number | undefined }
>;

/** Most replies that may be typed. */
export const mostReplies = 200_000;

/** The counts behind four typed numbers, or the first thing that is wrong with them. */
export function readTyped(typed: Typed): OwnCounts | TypedFault {
  const table = { first: { yes: 0, no: 0 }, second: { yes: 0, no: 0 } };
  for (const condition of ['first', 'second'] as const) {
    const { complied, replies } = typed[condition];
    const whole = (value: number | undefined): value is number =>
      Number.isInteger(value) && value! >= 0 && value! <= mostReplies;
    if (!whole(complied) || !whole(replies)) return { kind: 'notWhole', condition };
    if (replies === 0) return { kind: 'none', condition };
    if (complied > replies) return { kind: 'moreThanAll', condition, complied, replies };
    table[condition] = { yes: complied, no: replies - complied };
  }
  return { table };
}

/**
 * Counts that fit what was published of the first experiment, as an example. *Rebuilt*: the paper prints
 * shares and standard errors and no counts. Of 352 replies in each tier, 50 and 10 round to the printed
 * shares, and so does the error of the gap between them.
 *
 * @see greenblatt2024, Table 1 (G24-001, G24-002, G24-004)
 */
export const rebuiltExample: Typed = {
  first: { complied: 50, replies: 352 },
  second: { complied: 10, replies: 352 },
};
