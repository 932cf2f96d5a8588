/** The form of what is kept for a learner, for whoever reads it out of the store or a file. */
import * as v from 'valibot';
import type { LearnerRecord } from './record.ts';

/** Milliseconds since 1970, by the clock of the device. */
const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const eventId = v.pipe(v.string(), v.regex(/^[0-9a-z]{9}-[0-9a-z]{10}$/));
/** A lesson, a figure, a follow-up question. */
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(80));
const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));

const stamp = { id: eventId, at: moment };

/** One thing that a learner did. The kinds are tried in this order, so that the commonest comes first. */
export const eventSchema = v.variant('kind', [
  /** Answered a quick check. */
  v.strictObject({
    ...stamp,
    kind: v.literal('answered'),
    /** `<lesson>/<check>`. */
    check: v.pipe(v.string(), v.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/), v.maxLength(160)),
    /** As `Answer` of the check writes it down: `2`, `0 3`, `12.5`. */
    given: text(200),
    right: v.boolean(),
    /** Chance of being right that the learner gave, in hundredths; absent where none was given. */
    sure: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
    /** Whether it was asked on the review page. */
    review: v.optional(v.literal(true)),
  }),
  /** Reached the end of a lesson. */
  v.strictObject({ ...stamp, kind: v.literal('read'), lesson: slug }),
  /** Set something in a figure. */
  v.strictObject({ ...stamp, kind: v.literal('tried'), lesson: slug, figure: slug }),
  /** Committed a prediction; `outcome` is the sentence that set it beside what happened. */
  v.strictObject({
    ...stamp,
    kind: v.literal('predicted'),
    lesson: slug,
    figure: slug,
    question: text(1000),
    outcome: text(2000),
  }),
  /** Took an earlier event back. */
  v.strictObject({ ...stamp, kind: v.literal('withdrawn'), of: eventId }),
]);

/** Something that a learner writes: a note, a filled-in checklist, settings. */
export const documentSchema = v.strictObject({
  /** What it is, such as `worry-map` or `question/robust-detection`. */
  name: v.pipe(v.string(), v.regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/), v.maxLength(120)),
  at: moment,
  /** Plain data, which whoever reads it checks against a schema of its own. Absent once it was cleared. */
  value: v.optional(v.unknown()),
});

/** A record out of a store that another version or another hand may have written. */
export function readable(raw: { events: unknown[]; documents: unknown[] }): {
  record: LearnerRecord;
  /** Entries that do not fit, as they came. */
  setAside: unknown[];
} {
  const events = sift(raw.events, eventSchema);
  const documents = sift(raw.documents, documentSchema);
  return {
    record: { events: events.good, documents: documents.good },
    setAside: [...events.bad, ...documents.bad],
  };
}

/** The value of a document that a schema accepts; nothing where there is none or it does not fit. */
export function valueOf<Value>(
  { documents }: LearnerRecord,
  name: string,
  schema: v.GenericSchema<unknown, Value>,
): Value | undefined {
  const reading = v.safeParse(schema, documents.find((document) => document.name === name)?.value);
  return reading.success ? reading.output : undefined;
}

function sift<Entry>(entries: unknown[], schema: v.GenericSchema<unknown, Entry>) {
  const good: Entry[] = [];
  const bad: unknown[] = [];
  for (const entry of entries) {
    const reading = v.safeParse(schema, entry);
    if (reading.success) good.push(reading.output);
    else bad.push(entry);
  }
  return { good, bad };
}
