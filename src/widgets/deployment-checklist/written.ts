import * as v from 'valibot';
import { readPlainJson } from '../../learning/json-shape.ts';
import {
  blank,
  nothingWritten,
  states,
  type Entry,
  type Head,
  type Written,
} from './deployment-checklist.ts';

/** Most characters of each field. */
export const longest = {
  organisation: 120,
  system: 120,
  by: 120,
  owner: 80,
  reason: 300,
  note: 2000,
} as const;

/** Largest file that is opened, in bytes; a full checklist is a tenth of it. */
export const largestCopy = 500_000;

const line = (most: number) => v.pipe(v.string(), v.maxLength(most));
const day = v.pipe(v.string(), v.regex(/^(?:\d{4}-\d{2}-\d{2})?$/));

/** What is kept on the device, and what a copy holds. Strict, since both may come from anywhere. */
export const writtenSchema: v.GenericSchema<unknown, Written> = v.strictObject({
  version: v.literal(1),
  head: v.strictObject({
    organisation: line(longest.organisation),
    system: line(longest.system),
    date: day,
    by: line(longest.by),
  }),
  entries: v.record(
    v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,60}$/)),
    v.strictObject({
      state: v.picklist(states),
      reason: line(longest.reason),
      owner: line(longest.owner),
      due: day,
      note: line(longest.note),
    }),
  ),
});

/** A new document with one field of the head changed. */
export const withHead = (written: Written, change: Partial<Head>): Written => ({
  ...written,
  head: { ...written.head, ...change },
});

/** A new document with an entry changed; one that says nothing any more is left out. */
export function withEntry(written: Written, id: string, change: Partial<Entry>): Written {
  const { [id]: before = blank, ...entries } = written.entries;
  const entry = { ...before, ...change };
  return { ...written, entries: isBlank(entry) ? entries : { ...entries, [id]: entry } };
}

const isBlank = (entry: Entry) =>
  Object.entries(blank).every(([field, value]) => entry[field as keyof Entry] === value);

/** True where nothing at all is written. */
export const isEmpty = (written: Written) =>
  JSON.stringify(written) === JSON.stringify(nothingWritten);

/** The whole document as a file, to go on with elsewhere. */
export const toCopy = (written: Written): string => `${JSON.stringify(written, undefined, 2)}\n`;

/**
 * What a copy holds, or why it was not read: no copy of a checklist, one of another version, or one in
 * which something does not fit; `field` is the place of that.
 */
export type CopyReading =
  | { kind: 'read'; written: Written }
  | { kind: 'noCopy' | 'otherVersion' }
  | { kind: 'badCopy'; field: string };

/** Any checklist, whatever its version holds. */
const checklist = v.object({ version: v.number(), head: v.unknown(), entries: v.unknown() });

/** Reads a copy that `toCopy` wrote. Whatever does not fit is refused as a whole. */
export function readCopy(text: string): CopyReading {
  const plain = readPlainJson(text, { depth: 4, values: 5000 });
  if ('fault' in plain) return { kind: 'noCopy' };
  const { data } = plain;
  const result = v.safeParse(writtenSchema, data);
  if (result.success) return { kind: 'read', written: result.output };
  const some = v.safeParse(checklist, data);
  if (!some.success) return { kind: 'noCopy' };
  if (some.output.version !== nothingWritten.version) return { kind: 'otherVersion' };
  return { kind: 'badCopy', field: v.getDotPath(result.issues[0]) ?? '' };
}
