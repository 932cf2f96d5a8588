import { makeReceipt, writeReceipt, type Receipt } from '../../src/learning/receipt.ts';
import { eventOf, type Deed, type LearnerRecord } from '../../src/learning/record.ts';
import type { BankQuestion, Course } from '../../src/teach/course.ts';
import type { HandedFile } from '../../src/teach/receipts.ts';

/** What somebody hands in, as far as a test cares. */
export interface Work {
  name?: string;
  made?: number;
  site?: string;
  assignment?: { id: string; title: string };
  /** Answers in their order: a check of the course, what was given, whether it was right. */
  answers?: [string, string, boolean][];
  /** Notes by follow-up question. */
  notes?: Record<string, string>;
  /** Outcomes of a prediction in the figure of the first lesson. */
  predicted?: string[];
}

/** The receipt that the course's page would make of some work. */
export function receiptOf(course: Course, work: Work): Receipt {
  let at = 1_760_000_000_000;
  const did = (deed: Deed) => eventOf(deed, (at += 60_000));
  const [first] = course.lessons;
  const record: LearnerRecord = {
    events: [
      ...(work.answers ?? []).map(([check, given, right]) =>
        did({ kind: 'answered', check, given, right }),
      ),
      ...(work.predicted ?? []).map((outcome) =>
        did({
          ...{ kind: 'predicted', lesson: first!.slug, figure: first!.figures[0]!.name },
          ...{ question: 'How does it come out?', outcome },
        }),
      ),
      did({ kind: 'read', lesson: first!.slug }),
    ],
    documents: Object.entries(work.notes ?? {}).map(([question, note]) => ({
      ...{ name: `question/${question}`, at },
      value: { state: 'working', ticked: [], note },
    })),
  };
  return makeReceipt(record, {
    site: work.site ?? course.version,
    made: work.made ?? at,
    name: work.name ?? '',
    lessons: course.lessons.map(({ slug, title, figures, checks }) => ({
      ...{ slug, title, figures: figures.map(({ name }) => name) },
      checks: checks.map(({ id }) => id),
      objectives: checks.map(({ id: check, objective, bloom }) => ({ check, objective, bloom })),
    })),
    questions: course.followUps.map(({ id, question }) => ({ id, question, steps: [] })),
    notes: true,
    ...(work.assignment && { assignment: work.assignment }),
  });
}

/** A file that holds a text. */
export const fileOf = (name: string, text: string): HandedFile => ({
  name,
  content: new Blob([text]),
});

/** A file that holds the receipt of some work. */
export const handedFile = (course: Course, name: string, work: Work): HandedFile =>
  fileOf(name, writeReceipt(receiptOf(course, work)));

const question = (
  id: string,
  kind: BankQuestion['kind'],
  own: Partial<BankQuestion>,
): BankQuestion => ({
  ...{ id, kind, stem: `What about ${id}?`, options: [], order: [], sources: [] },
  ...{ objective: 'keep the size in mind', bloom: 'apply' },
  ...own,
});
const parts = (...texts: string[]) => texts.map((text) => ({ text, feedback: '' }));

/** A course with one check of each kind. */
export const smallCourse: Course = {
  name: 'Small',
  version: '1.2.3',
  language: 'en',
  levels: [{ level: 'basic', name: 'Basic' }],
  lessons: [
    {
      ...{
        slug: 'first',
        number: 1,
        level: 'basic',
        title: 'The first',
        question: '',
        summary: '',
      },
      ...{ minutes: 10, objectives: [], followUps: [], discussion: [] },
      figures: [{ name: 'cue-switch', title: 'A switch' }],
      checks: [
        question('first/one', 'single', {
          options: parts('none', 'some', 'all').map((part, index) => ({
            ...part,
            correct: index === 1,
          })),
          ...{ objective: 'say how many', bloom: 'remember' },
        }),
        question('first/several', 'multiple', {
          options: parts('a', 'b', 'c').map((part, index) => ({ ...part, correct: index !== 1 })),
        }),
      ],
    },
    {
      ...{ slug: 'next', number: 2, level: 'basic', title: 'The next', question: '', summary: '' },
      ...{ minutes: 10, objectives: [], followUps: [], discussion: [], figures: [] },
      checks: [
        question('next/order', 'order', { order: parts('early', 'later', 'last') }),
        question('next/number', 'numeric', {
          numeric: {
            ...{ answer: 14, tolerance: 1, unit: '%', printed: '14%', computed: false },
            feedback: { low: '', high: '', right: '' },
          },
        }),
      ],
    },
  ],
  followUps: [
    { id: 'open-one', theme: 'Theme', question: 'Can it be measured?' },
    { id: 'open-two', theme: 'Theme', question: 'Can it be trained away?' },
  ],
} as unknown as Course;
