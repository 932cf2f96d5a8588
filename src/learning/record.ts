/**
 * What a learner did and wrote. Events are only ever added, and each has an id of its own; documents are
 * replaced as a whole, and the one changed last stands. So two records, from two tabs or two devices,
 * always join to the same third, in whatever order they meet and however often.
 */
import type { InferOutput } from 'valibot';
import type { documentSchema, eventSchema } from './record-schema.ts';

/** One thing that a learner did. */
export type LearningEvent = InferOutput<typeof eventSchema>;

/** What was done, before it has an id and a time. */
export type Deed = LearningEvent extends infer Event
  ? Event extends LearningEvent
    ? Omit<Event, 'id' | 'at'>
    : never
  : never;

/** Something that a learner writes: a note, a filled-in checklist, settings. */
export type KeptDocumentRecord = InferOutput<typeof documentSchema>;

/** Everything that is kept for a learner. */
export interface LearnerRecord {
  events: LearningEvent[];
  documents: KeptDocumentRecord[];
}

export const emptyRecord: LearnerRecord = { events: [], documents: [] };

/** An id for a record that is begun, so that nothing meant for another is added to it. */
export const newRecordId = () => crypto.getRandomValues(new Uint32Array(4)).join('-');

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';

/** The moment in the id that was given last on this page. */
let latest = 0;

/**
 * Puts an id and a time on a deed. Ids sort by time, also those of one moment and of a clock that was set
 * back while the page was open; chance keeps those of two pages apart.
 */
export function eventOf(deed: Deed, at: number = Date.now()): LearningEvent {
  latest = Math.max(at, latest + 1);
  const chance = crypto.getRandomValues(new Uint8Array(10));
  const tail = Array.from(chance, (byte) => digits[byte % digits.length]).join('');
  return { id: `${latest.toString(36).padStart(9, '0')}-${tail}`, at, ...deed };
}

/** Whether a document takes the place of another of its name: changed later, or, at the same moment, the greater text. */
export function supersedes(next: KeptDocumentRecord, present: KeptDocumentRecord | undefined) {
  if (!present || next.at !== present.at) return !present || next.at > present.at;
  const textOf = ({ value }: KeptDocumentRecord) => JSON.stringify(value) ?? '';
  return textOf(next) > textOf(present);
}

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Both records in one, in the order of ids and names. Any order of joining gives the same. */
export function join(one: LearnerRecord, other: LearnerRecord): LearnerRecord {
  const events = new Map<string, LearningEvent>();
  for (const event of [...one.events, ...other.events]) events.set(event.id, event);
  const documents = new Map<string, KeptDocumentRecord>();
  for (const document of [...one.documents, ...other.documents]) {
    if (supersedes(document, documents.get(document.name))) documents.set(document.name, document);
  }
  return {
    events: [...events.values()].sort((a, b) => byName(a.id, b.id)),
    documents: [...documents.values()].sort((a, b) => byName(a.name, b.name)),
  };
}

/** The events that stand: without those taken back, and without the taking back. */
export function standing(events: LearningEvent[]): LearningEvent[] {
  const withdrawn = new Set(
    events.flatMap((event) => (event.kind === 'withdrawn' ? event.of : [])),
  );
  return events.filter(({ id, kind }) => kind !== 'withdrawn' && !withdrawn.has(id));
}
