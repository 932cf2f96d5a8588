/**
 * A receipt: what a learner hands in to show what was done in some lessons. It says what each check asked
 * of the learner and how it was answered. A checksum tells a file that was damaged or edited by hand from
 * one that was not; whoever wants to can work out a new one, so it is a courtesy and no proof.
 */
import * as v from 'valibot';
import { fnv1a64 } from './fingerprint.ts';
import { readPlainJson } from './json-shape.ts';
import { latestPredictions, type CourseLesson } from './progress.ts';
import { longestNote, noteOf, questionStates } from './question-note.ts';
import type { Question } from './question-export.ts';
import { readText, type FileFault } from './read-text.ts';
import { standing, type LearnerRecord } from './record.ts';

const format = 'unwatched-receipt';
/** Version of the file's form. The first did not tell lessons from those of which single checks were asked. */
const receiptVersion = 2;
/** Largest receipt that is read, in bytes: every note at its longest, in any script, and all the rest. */
export const largestReceipt = 2 * 2 ** 20;
/** Most characters in the learner's name. */
export const longestName = 120;
const limits = { depth: 8, values: 50_000 };

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(80));
const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e6));

const checkSchema = v.strictObject({
  /** `<lesson>/<check>`. */
  check: v.pipe(v.string(), v.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/), v.maxLength(160)),
  objective: text(400),
  bloom: text(40),
  /** Answers given, on the lesson's page and in review. Where it is 0, the rest is absent. */
  tries: count,
  /** The last answer, as the check writes it down: `2`, `0 3`, `12.5`. */
  given: v.optional(text(200)),
  /** Whether the last answer was right, and whether the first was. */
  right: v.optional(v.boolean()),
  firstRight: v.optional(v.boolean()),
  /** Chance of being right, in hundredths, that the learner gave with the last answer. */
  sure: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  /** When the last answer was given, in milliseconds since 1970, by the learner's clock. */
  time: v.optional(moment),
});

const bodySchema = v.strictObject({
  format: v.literal(format),
  version: v.picklist([1, receiptVersion]),
  /** Version of the site. */
  site: text(40),
  /** When it was made, in milliseconds since 1970. */
  made: moment,
  /** As the learner wants to be called; absent where the field was left empty. */
  name: v.optional(text(longestName)),
  /** What it is handed in for; absent where the learner chose the lessons. */
  assignment: v.optional(
    v.strictObject({ id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)), title: text(200) }),
  ),
  lessons: v.pipe(
    v.array(
      v.strictObject({
        lesson: slug,
        title: text(200),
        /** Present where it was not to be read: the assignment took single checks from it. */
        checksOnly: v.optional(v.literal(true)),
        /** Whether its end was reached. */
        read: v.boolean(),
        checks: v.pipe(v.array(checkSchema), v.maxLength(100)),
        /** The last prediction on each question that a figure asks. */
        predictions: v.pipe(
          v.array(
            v.strictObject({
              figure: slug,
              question: text(1000),
              outcome: text(2000),
              time: moment,
            }),
          ),
          v.maxLength(200),
        ),
      }),
    ),
    v.maxLength(200),
  ),
  /** Follow-up questions; absent where the learner left them out. */
  questions: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          question: slug,
          title: text(400),
          state: v.picklist(questionStates),
          /** Steps that are done, of how many. */
          done: count,
          steps: count,
          /** Markdown; absent where the learner left the notes out. */
          note: v.optional(text(longestNote)),
        }),
      ),
      v.maxLength(100),
    ),
  ),
});

const receiptSchema = v.strictObject({
  ...bodySchema.entries,
  /** FNV-1a, 64 bits, in 16 hexadecimal digits, over the canonical text of all the rest. */
  checksum: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
});
export type Receipt = v.InferOutput<typeof receiptSchema>;
type ReceiptLesson = Receipt['lessons'][number];
type ReceiptCheck = ReceiptLesson['checks'][number];

/** A check as a receipt names it. */
interface ReceiptObjective {
  check: string;
  objective: string;
  bloom: string;
}

/** A lesson with what its checks test. */
export interface ReceiptCourseLesson extends CourseLesson {
  objectives: ReceiptObjective[];
  /** Set where it only lends single checks. */
  checksOnly?: true;
}

/** What a learner wants on the receipt. */
export interface ReceiptWish {
  /** Version of the site. */
  site: string;
  /** Milliseconds since 1970. */
  made: number;
  name: string;
  /** What it is handed in for, if for an assignment: `assignmentId` and title. */
  assignment?: { id: string; title: string };
  lessons: ReceiptCourseLesson[];
  /** Follow-up questions to be listed; none leaves them out. */
  questions: Question[];
  /** Whether the notes on those questions go with them. */
  notes: boolean;
}

/** The receipt of what a learner did, as far as the learner wants it told. */
export function makeReceipt(record: LearnerRecord, wish: ReceiptWish): Receipt {
  const name = wish.name.trim().slice(0, longestName);
  const body = {
    format,
    version: receiptVersion,
    site: wish.site,
    made: wish.made,
    ...(name && { name }),
    ...(wish.assignment && { assignment: wish.assignment }),
    lessons: lessonsOf(record, wish.lessons),
    ...(wish.questions.length > 0 && { questions: questionsOf(record, wish) }),
  } satisfies Omit<Receipt, 'checksum'>;
  return { ...body, checksum: fnv1a64(canonical(body)) };
}

type Answered = Extract<LearnerRecord['events'][number], { kind: 'answered' }>;

function lessonsOf({ events }: LearnerRecord, lessons: ReceiptCourseLesson[]): ReceiptLesson[] {
  const read = new Set<string>();
  const answers = new Map<string, Answered[]>();
  const stand = standing(events);
  const predictions = latestPredictions(stand);
  for (const event of stand) {
    if (event.kind === 'read') read.add(event.lesson);
    else if (event.kind === 'answered') {
      const own = answers.get(event.check);
      if (own) own.push(event);
      else answers.set(event.check, [event]);
    }
  }
  return lessons.map(({ slug: lesson, title, figures, objectives, checksOnly }) => ({
    lesson,
    title,
    ...(checksOnly && { checksOnly }),
    read: read.has(lesson),
    checks: objectives.map((one) => resultOf(one, answers.get(one.check) ?? [])),
    predictions: predictions
      .filter((one) => one.lesson === lesson && figures.includes(one.figure))
      .map(({ figure, question, outcome, at: time }) => ({ figure, question, outcome, time })),
  }));
}

function resultOf(
  { check, objective, bloom }: ReceiptObjective,
  answers: Answered[],
): ReceiptCheck {
  const asked = { check, objective, bloom, tries: answers.length };
  const [first, last] = [answers[0], answers.at(-1)];
  if (!first || !last) return asked;
  return {
    ...asked,
    given: last.given,
    right: last.right,
    firstRight: first.right,
    ...(last.sure !== undefined && { sure: last.sure }),
    time: last.at,
  };
}

function questionsOf(record: LearnerRecord, { questions, notes }: ReceiptWish) {
  return questions.map(({ id, question: title, steps }) => {
    const { state, ticked, note } = noteOf(record, id);
    return {
      question: id,
      title,
      state,
      done: steps.filter((step) => ticked.includes(step.id)).length,
      steps: steps.length,
      ...(notes && note.trim() && { note }),
    };
  });
}

/** The receipt as a file's text. */
export const writeReceipt = (receipt: Receipt): string =>
  `${JSON.stringify(receipt, undefined, 2)}\n`;

/**
 * A name for the file of a receipt, with the assignment and the learner in it, so that those of a class do
 * not take one another's place in a folder. Letters of any script stay.
 */
export function receiptFileName({ assignment, name, made }: Receipt): string {
  const day = new Date(made).toISOString().slice(0, 10);
  const parts = ['unwatched-receipt', plainName(assignment?.title), plainName(name), day];
  return `${parts.filter(Boolean).join('-')}.json`;
}

/** Most characters of a part of a file's name: two parts fit into the 255 bytes that a file system takes. */
const longestPart = 30;

const plainName = (text = '') =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-/, '')
    .slice(0, longestPart)
    .replace(/[-\p{Surrogate}]+$/u, '');

/** Files that are handed in in the place of a receipt, by how they begin: a printed one, an archive of several. */
const otherKinds = [
  ['%PDF', 'pdf'],
  ['PK\u0003\u0004', 'zip'],
] as const;

/** Why a receipt was not read. */
export type ReceiptFault = FileFault | (typeof otherKinds)[number][1];

export type ReceiptReading =
  | {
      receipt: Receipt;
      /** Whether the checksum fits: nothing has changed since the site wrote it. */
      intact: boolean;
    }
  /** `where` is the entry that does not fit, such as `lessons, 2, checks, 1, right`. */
  | { fault: ReceiptFault; where?: string };

/** Reads a file that claims to be a receipt. */
export async function readReceiptFile(
  chosen: Pick<Blob, 'size' | 'arrayBuffer'>,
): Promise<ReceiptReading> {
  const read = await readText(chosen, largestReceipt);
  if ('fault' in read && read.fault === 'large') return read;
  const bytes = await chosen.arrayBuffer().catch(() => new ArrayBuffer(0));
  const beginning = String.fromCharCode(...new Uint8Array(bytes.slice(0, 4)));
  const other = otherKinds.find(([start]) => start === beginning);
  if (other) return { fault: other[1] };
  return 'fault' in read ? read : readReceipt(read.text);
}

/** Reads the text of a receipt, which anyone may have written. */
export function readReceipt(source: string): ReceiptReading {
  if (source.length > largestReceipt) return { fault: 'large' };
  const plain = readPlainJson(source, limits);
  if ('fault' in plain) return { fault: plain.fault === 'prototype' ? 'foreign' : plain.fault };
  const head = v.safeParse(v.object({ format: v.literal(format), version: count }), plain.data);
  if (!head.success) return { fault: 'foreign' };
  if (head.output.version > receiptVersion) return { fault: 'newer' };
  const reading = v.safeParse(receiptSchema, plain.data, { abortEarly: true });
  if (!reading.success) return { fault: 'damaged', where: placeOf(reading.issues[0]) };
  const { checksum, ...body } = reading.output;
  return { receipt: reading.output, intact: checksum === fnv1a64(canonical(body)) };
}

/** Where in the file something does not fit; places in lists are counted from 1. */
const placeOf = ({ path }: v.BaseIssue<unknown>) =>
  (path ?? [])
    .map(({ key }) => (typeof key === 'number' ? String(key + 1) : String(key).slice(0, 80)))
    .join(', ');

/** Plain data as JSON without spaces, the names of each object in the order of their code units. */
export function canonical(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(canonical).join()}]`;
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const members = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}:${canonical(value)}`);
  return `{${members.join()}}`;
}
