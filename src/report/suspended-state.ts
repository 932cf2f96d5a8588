/**
 * A learner's record in as few characters as a course system keeps: `1.`, a checksum of eight digits, and
 * compressed JSON in base64. Ids of events are not kept, and times to the second; what was taken back is
 * left out.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import * as v from 'valibot';
import { fnv1a64 } from '../learning/fingerprint.ts';
import { readPlainJson } from '../learning/json-shape.ts';
import { readable } from '../learning/record-schema.ts';
import {
  emptyRecord,
  standing,
  type LearnerRecord,
  type LearningEvent,
} from '../learning/record.ts';
import type { ShellPlan } from './plan.ts';

const version = '1.';
/**
 * Most bytes that a state unfolds to, and most values in it. Text that repeats itself takes a hundredth of
 * its length, so that the room of a course system bounds neither.
 */
const mostBytes = 2 ** 18;
const mostValues = 100_000;

/** What is kept of a document that has been in the way of another, by the document's name. */
export type Aside = Record<string, unknown[]>;

/** A record with what was set aside in it. */
export interface Suspended {
  record: LearnerRecord;
  aside: Aside;
}

type Answered = Extract<LearningEvent, { kind: 'answered' }>;

const sureness = v.union([v.null(), v.number()]);
const answerRow = v.tuple([
  v.number(),
  /** Index in the list of checks. */
  v.number(),
  v.string(),
  v.picklist([0, 1]),
  sureness,
  v.picklist([0, 1]),
]);
const packed = v.strictObject({
  /** Seconds since 1970 of the first event. */
  t: v.number(),
  /** Checks that were answered: six digits of their fingerprints where the plan has them, else their ids. */
  c: v.array(v.string()),
  /** Events, each with the seconds since the one before. */
  e: v.array(v.union([answerRow, v.tuple([v.number(), v.record(v.string(), v.unknown())])])),
  /** Documents. */
  d: v.array(v.unknown()),
  a: v.record(v.string(), v.array(v.unknown())),
});
type Packed = v.InferOutput<typeof packed>;

/**
 * The record as text, of any length: whoever hands it on compares it with the room there is.
 *
 * @param share of what is read back that it may unfold to
 * @returns undefined where it would unfold to more
 */
export function writeState(
  { record, aside }: Suspended,
  plan: ShellPlan,
  share = 1,
): string | undefined {
  const events = standing(record.events);
  const short = shortNames(plan);
  const checks = new Map<string, number>();
  const start = Math.floor((events[0]?.at ?? 0) / 1000);
  let before = start;
  const rows = events.map((event): Packed['e'][number] => {
    const at = Math.floor(event.at / 1000);
    const after = at - before;
    before = at;
    if (event.kind !== 'answered') {
      return [after, { ...event, id: undefined, at: undefined }];
    }
    const { check, given, right, sure = null, review } = event;
    const index = checks.get(check) ?? checks.size;
    checks.set(check, index);
    return [after, index, given, right ? 1 : 0, sure, review ? 1 : 0];
  });
  const body: Packed = {
    t: start,
    c: [...checks.keys()].map((id) => short.get(id) ?? id),
    e: rows,
    d: record.documents,
    a: aside,
  };
  const json = JSON.stringify(body);
  const bytes = strToU8(json);
  if (bytes.length > share * mostBytes || 'fault' in readJson(json, share)) return undefined;
  const text = btoa(strFromU8(deflateSync(bytes, { level: 9 }), true));
  return version + checksum(text) + text;
}

const readJson = (json: string, share = 1) =>
  readPlainJson(json, { depth: 26, values: share * mostValues });

const checksum = (text: string) => fnv1a64(text).slice(0, 8);

/** Six digits for each check of the plan; those that two checks share name neither. */
function shortNames({ checks }: ShellPlan): Map<string, string> {
  const names = checks.map(({ id }) => [id, fnv1a64(id).slice(0, 6)] as const);
  const uses = (name: string) => names.filter(([, other]) => other === name).length;
  return new Map(names.filter(([, name]) => uses(name) === 1));
}

/**
 * Reads a state as it came back. What another version of the package asked and this one does not is left
 * out.
 *
 * @returns undefined where it is damaged; the empty record where there is none
 */
export function readState(text: string, plan: ShellPlan): Suspended | undefined {
  if (text === '') return { record: emptyRecord, aside: {} };
  const sum = text.slice(version.length, version.length + 8);
  const body = text.slice(version.length + 8);
  if (!text.startsWith(version) || checksum(body) !== sum) return undefined;
  const unpacked = unpack(body);
  if (!unpacked) return undefined;
  const ids = new Map([...shortNames(plan)].map(([id, name]) => [name, id]));
  const checks = unpacked.c.map((name) => (name.includes('/') ? name : ids.get(name)));
  let at = unpacked.t;
  const events = unpacked.e.map((row, index) => {
    at += row[0];
    const stamp = { id: idOf(index), at: at * 1000 };
    if (row.length === 2) return { ...row[1], ...stamp };
    const [, check, given, right, sure, review] = row;
    return {
      ...stamp,
      kind: 'answered',
      check: checks[check],
      given,
      right: right === 1,
      ...(sure !== null && { sure }),
      ...(review && { review: true }),
    } satisfies Omit<Answered, 'check' | 'review'> & { check: unknown; review?: boolean };
  });
  return { record: readable({ events, documents: unpacked.d }).record, aside: unpacked.a };
}

/** Ids in the order of the list, before those of any event to come. */
const idOf = (index: number) => `000000000-${index.toString(36).padStart(10, '0')}`;

function unpack(body: string): Packed | undefined {
  try {
    // A buffer of its own size holds whatever `writeState` wrote, and no more is written into it.
    const bytes = inflateSync(strToU8(atob(body), true), { out: new Uint8Array(mostBytes) });
    const plain = readJson(strFromU8(bytes));
    if ('fault' in plain) return undefined;
    const reading = v.safeParse(packed, plain.data);
    return reading.success ? reading.output : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The record without what a learner misses least: of the answers to a check the first and the last, of the
 * rest what was done or foretold last. For a state that is too long for its place.
 */
export function thinned(record: LearnerRecord): LearnerRecord {
  const events = standing(record.events);
  const first = new Map<string, string>();
  const last = new Map<string, string>();
  for (const event of events) {
    const key = keyOf(event);
    if (event.kind === 'answered' && !first.has(key)) first.set(key, event.id);
    last.set(key, event.id);
  }
  const kept = new Set([...first.values(), ...last.values()]);
  return { events: events.filter(({ id }) => kept.has(id)), documents: record.documents };
}

function keyOf(event: LearningEvent): string {
  switch (event.kind) {
    case 'answered':
      return event.check;
    case 'predicted':
      return `${event.lesson} ${event.figure} ${event.question}`;
    case 'tried':
      return `${event.lesson} ${event.figure}`;
    case 'read':
      return event.lesson;
    default:
      return event.id;
  }
}
