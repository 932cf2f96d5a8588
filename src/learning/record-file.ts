/**
 * A learner's record as a file: written so that the same record gives the same bytes, and read as what it
 * is, something that anyone may have made. Reading never touches what is kept.
 */
import * as v from 'valibot';
import { documentSchema, eventSchema } from './record-schema.ts';
import { emptyRecord, join, type LearnerRecord } from './record.ts';
import { readPlainJson } from './json-shape.ts';
import { readText, type FileFault } from './read-text.ts';

const format = 'unwatched-record';
/** Version of the file's form. */
const fileVersion = 1;

/** Largest file that is read, in bytes: 10,000 answers and 500 KB of notes take a third of it. */
export const largestFile = 8 * 2 ** 20;
/** Most events and documents in one file. */
export const mostEntries = 50_000;
/** Deeper than anything that the site writes. */
const deepest = 24;

export type Reading =
  | { record: LearnerRecord }
  /** `where` is the entry that does not fit, such as `events, 12`. */
  | { fault: FileFault; where?: string };

const file = v.strictObject({
  format: v.literal(format),
  version: v.literal(fileVersion),
  events: v.array(eventSchema),
  documents: v.array(documentSchema),
});

/** The record as text: sorted, and nothing in it that depends on when or where it is written. */
export function writeRecordFile(record: LearnerRecord): string {
  const { events, documents } = join(record, emptyRecord);
  const rows = (entries: string[]) => `[\n${entries.join(',\n')}\n]`;
  const parts = [
    `"format":"${format}"`,
    `"version":${fileVersion}`,
    `"events":${rows(events.map((event) => JSON.stringify(event, Object.keys(event).sort())))}`,
    `"documents":${rows(documents.map(({ name, at, value }) => JSON.stringify({ name, at, value })))}`,
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** Reads a file that a learner chose. */
export async function readRecordFile(chosen: Blob): Promise<Reading> {
  const read = await readText(chosen, largestFile);
  return 'fault' in read ? read : parseRecord(read.text);
}

/** Reads the text of a record file. */
export function parseRecord(text: string): Reading {
  const plain = readPlainJson(text, { depth: deepest, values: 20 * mostEntries });
  if ('fault' in plain) return { fault: plain.fault === 'prototype' ? 'foreign' : plain.fault };
  const { data } = plain;
  if (!isRecordFile(data)) return { fault: 'foreign' };
  if (data.version > fileVersion) return { fault: 'newer' };
  const entries = [data['events'], data['documents']].flatMap((part) =>
    Array.isArray(part) ? part : [],
  );
  if (entries.length > mostEntries) return { fault: 'many' };
  const reading = v.safeParse(file, data, { abortEarly: true });
  if (!reading.success) return { fault: 'damaged', where: placeOf(reading.issues[0]) };
  const { events, documents } = reading.output;
  return { record: join({ events, documents }, emptyRecord) };
}

function isRecordFile(data: unknown): data is { version: number } & Record<string, unknown> {
  if (typeof data !== 'object' || data === null) return false;
  const head = data as Record<string, unknown>;
  return (
    head['format'] === format &&
    Number.isInteger(head['version']) &&
    (head['version'] as number) > 0
  );
}

/** Where in the file an entry does not fit: `events, 12`. */
function placeOf({ path }: v.BaseIssue<unknown>): string {
  const [shelf, index] = path ?? [];
  if (!shelf) return format;
  return index ? `${String(shelf.key)}, ${Number(index.key) + 1}` : String(shelf.key);
}
