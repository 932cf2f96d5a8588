/**
 * A class that does not exist: twelve receipts to look at the reader with. Nothing in them was measured.
 * They are always the same for the same course, and are made the way that a learner's page makes them.
 */
import { fnv1a64 } from '../learning/fingerprint.ts';
import { makeReceipt, writeReceipt, type ReceiptCourseLesson } from '../learning/receipt.ts';
import type { Deed, LearnerRecord } from '../learning/record.ts';
import type { BankQuestion, Course, CourseLesson } from './course.ts';
import type { HandedFile } from './receipts.ts';

/** Words of the made-up receipts. */
export interface ExampleWords {
  /** The twelve names, each of which says that it is made up. */
  names: readonly string[];
  /** Notes on a follow-up question. */
  notes: readonly string[];
  /** What a figure is said to have asked, and the answers to it. */
  prediction: string;
  outcomes: readonly string[];
}

/** Morning of the first made-up receipt, and how far the days of the others lie apart, in milliseconds. */
const start = Date.UTC(2026, 0, 12, 9);
const day = 86_400_000;
const minute = 60_000;
/** Lessons and follow-up questions of the course that the class was set. */
const lessonsSet = 3;
const questionsSet = 2;

/** A whole number from 0 below `below`, always the same for the same text. */
const drawn = (text: string, below: number) => parseInt(fnv1a64(text).slice(-8), 16) % below;

/**
 * Twelve receipts as files. One was handed in twice, one was made by another version of the site, one was
 * changed by hand, and one bears no name, so that each flag can be seen.
 */
export function exampleClass(course: Course, words: ExampleWords): HandedFile[] {
  const lessons = course.lessons.slice(0, lessonsSet);
  const questions = course.followUps
    .slice(0, questionsSet)
    .map(({ id, question }) => ({ id, question, steps: [] }));
  return Array.from({ length: 12 }, (_, index) => {
    // The second to last hands in again what the first did, a day later and with more work in it.
    const learner = index === 10 ? 0 : index;
    const begun = start + (learner % 4) * day + learner * 7 * minute;
    const receipt = makeReceipt(recordOf(index, learner, begun, lessons, words, questions), {
      site: index === 7 ? `${course.version}-example` : course.version,
      made: begun + 3 * 60 * minute + (index === 10 ? day : 0),
      name: index === 5 ? '' : (words.names[learner] ?? ''),
      lessons: lessons.map(asListed),
      questions,
      notes: true,
    });
    const text = writeReceipt(receipt);
    return {
      name: `example-${String(index + 1).padStart(2, '0')}.json`,
      content: new Blob([index === 8 ? text.replaceAll('"right": false', '"right": true') : text]),
    };
  });
}

const asListed = ({ slug, title, figures, checks }: CourseLesson): ReceiptCourseLesson => ({
  slug,
  title,
  figures: figures.map(({ name }) => name),
  checks: checks.map(({ id }) => id),
  objectives: checks.map(({ id: check, objective, bloom }) => ({ check, objective, bloom })),
});

function recordOf(
  index: number,
  learner: number,
  begun: number,
  lessons: CourseLesson[],
  words: ExampleWords,
  questions: { id: string }[],
): LearnerRecord {
  const events: LearnerRecord['events'] = [];
  let at = begun;
  const did = (deed: Deed) => {
    at += (1 + drawn(`pause ${index} ${events.length}`, 4)) * minute;
    events.push({ id: '', at, ...deed });
  };
  for (const { slug: lesson, figures, checks } of lessons) {
    const [figure] = figures;
    if (figure) {
      const outcome = words.outcomes[drawn(`outcome ${learner} ${lesson}`, words.outcomes.length)]!;
      did({ kind: 'predicted', lesson, figure: figure.name, question: words.prediction, outcome });
    }
    for (const question of checks) {
      // A twelfth of the questions stays open, and a third of the answers needs a second try.
      if (drawn(`open ${learner} ${question.id}`, 12) === 0 && index !== 10) continue;
      const slips = drawn(`slip ${learner} ${question.id}`, 3) === 0;
      const again = drawn(`again ${index} ${question.id}`, 2) === 0;
      if (slips) did(answer(question, false, learner));
      if (!slips || again) did(answer(question, true, learner));
    }
    did({ kind: 'read', lesson });
  }
  const documents = questions.map(({ id }) => ({
    name: `question/${id}`,
    at,
    value: {
      state: 'working',
      ticked: [],
      note: words.notes[drawn(`note ${learner} ${id}`, words.notes.length)],
    },
  }));
  return { events, documents };
}

const answer = (question: BankQuestion, right: boolean, learner: number) => ({
  kind: 'answered' as const,
  check: question.id,
  given: right ? rightAnswer(question) : wrongAnswer(question, learner),
  right,
});

const placesWhere = (options: BankQuestion['options'], holds: (correct: boolean) => boolean) =>
  [...options.keys()].filter((place) => holds(options[place]!.correct));

function rightAnswer({ kind, options, order, numeric }: BankQuestion): string {
  if (kind === 'numeric') return String(numeric!.answer);
  if (kind === 'order') return [...order.keys()].join(' ');
  return placesWhere(options, (correct) => correct).join(' ');
}

function wrongAnswer(question: BankQuestion, learner: number): string {
  const { kind, id, options, order, numeric } = question;
  if (kind === 'numeric') return String(numeric!.answer + 2 * numeric!.tolerance + 5);
  if (kind === 'order') return [1, 0, ...[...order.keys()].slice(2)].join(' ');
  const wrong = placesWhere(options, (correct) => !correct);
  return String(wrong[drawn(`wrong ${learner} ${id}`, wrong.length)]);
}
