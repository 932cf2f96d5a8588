/** What the counted receipts of a class say together: by learner, by question, by objective, and in open answers. */
import { fnv1a64 } from '../learning/fingerprint.ts';
import type { QuestionState } from '../learning/question-note.ts';
import type { Receipt } from '../learning/receipt.ts';
import type { BankQuestion, Course } from './course.ts';
import { flagsOf, type Expected, type Flag, type Handed, type Learner } from './receipts.ts';

type Result = Receipt['lessons'][number]['checks'][number];

/** How often something was asked, answered, and answered rightly. */
export interface Tally {
  /** Receipts that list it. */
  asked: number;
  answered: number;
  /** Right at the first try, and at the last. */
  firstRight: number;
  lastRight: number;
}

const emptyTally = (): Tally => ({ asked: 0, answered: 0, firstRight: 0, lastRight: 0 });

const isAnswered = ({ tries, right }: Result) => tries > 0 && right !== undefined;

function count(tally: Tally, result: Result): void {
  tally.asked++;
  if (!isAnswered(result)) return;
  tally.answered++;
  if (result.firstRight) tally.firstRight++;
  if (result.right) tally.lastRight++;
}

const results = new WeakMap<Receipt, Map<string, Result>>();

/** The results of a receipt by check; where it lists one twice, the first counts. Worked out once. */
function resultsOf(receipt: Receipt): Map<string, Result> {
  const known = results.get(receipt);
  if (known) return known;
  const own = new Map<string, Result>();
  for (const { checks } of receipt.lessons) {
    for (const result of checks) if (!own.has(result.check)) own.set(result.check, result);
  }
  results.set(receipt, own);
  return own;
}

/** A counted receipt in the table of learners. */
export interface LearnerRow extends Tally {
  handed: Handed;
  learner: Learner;
  /** Lessons that were to be read, and those whose end was reached. */
  lessons: number;
  read: number;
  /** Earliest and latest time that it names for an answer or a prediction. */
  from: number | undefined;
  to: number | undefined;
  flags: Flag[];
}

/** A row for each receipt that counts, in the order of the learners' numbers. */
export const learnerRows = (learners: readonly Learner[], expected: Expected): LearnerRow[] =>
  learners.flatMap((learner) =>
    learner.counted.map((handed) => {
      const { lessons } = handed.receipt;
      const toRead = lessons.filter(({ checksOnly }) => !checksOnly);
      const tally = emptyTally();
      for (const result of resultsOf(handed.receipt).values()) count(tally, result);
      const times = lessons
        .flatMap(({ checks, predictions }) => [...checks, ...predictions])
        .flatMap(({ time }) => time ?? []);
      const extreme = (pick: (a: number, b: number) => number) =>
        times.length > 0 ? times.reduce((a, b) => pick(a, b)) : undefined;
      return {
        ...tally,
        handed,
        learner,
        lessons: toRead.length,
        read: toRead.filter(({ read }) => read).length,
        from: extreme(Math.min),
        to: extreme(Math.max),
        flags: flagsOf(handed, learner, expected),
      };
    }),
  );

/** How many learners gave an answer, the last one of each counted. */
export interface Choice {
  /** Text of an option; of an order check, an item; of a numeric one, the number. */
  text: string;
  /** Whether it belongs to the right answer. */
  correct: boolean;
  /** Who chose it; of an item, who put it in its right place. */
  chosen: number;
}

/** A check of the course in the table of questions. */
export interface QuestionRow extends Tally {
  question: BankQuestion;
  lesson: { number: number; title: string };
  choices: Choice[];
  /** Answers that fit nothing that the question offers. */
  unclear: number;
}

/** What a whole course of checks came to. */
export interface QuestionTable {
  rows: QuestionRow[];
  /** Results on checks that the course does not have, or has no longer. */
  elsewhere: number;
}

/** A row for each check of the course that a receipt lists. */
export function questionRows(course: Course, handed: readonly Handed[]): QuestionTable {
  const given = new Map<string, string[]>();
  const rows = new Map<string, QuestionRow>();
  for (const { number, title, checks } of course.lessons) {
    for (const question of checks) {
      const lesson = { number, title };
      rows.set(question.id, { ...emptyTally(), question, lesson, choices: [], unclear: 0 });
    }
  }
  let elsewhere = 0;
  for (const { receipt } of handed) {
    for (const [check, result] of resultsOf(receipt)) {
      const row = rows.get(check);
      if (!row) {
        elsewhere++;
        continue;
      }
      count(row, result);
      if (!isAnswered(result) || result.given === undefined) continue;
      const answers = given.get(check);
      if (answers) answers.push(result.given);
      else given.set(check, [result.given]);
    }
  }
  const asked = [...rows.values()].filter((row) => row.asked > 0);
  return {
    elsewhere,
    rows: asked.map((row) => ({
      ...row,
      ...choicesOf(row.question, given.get(row.question.id) ?? []),
    })),
  };
}

/** Most different numbers that are listed for one question; the rest are counted as unclear. */
const mostNumbers = 40;

/** Which answers were given to a question. @param given as its check writes them down: `2`, `0 3`, `12.5` */
export function choicesOf(
  question: BankQuestion,
  given: readonly string[],
): { choices: Choice[]; unclear: number } {
  if (question.kind === 'numeric') return numbersOf(question, given);
  const isOrder = question.kind === 'order';
  const choices: Choice[] = isOrder
    ? question.order.map(({ text }) => ({ text, correct: true, chosen: 0 }))
    : question.options.map(({ text, correct }) => ({ text, correct, chosen: 0 }));
  const most = question.kind === 'single' ? 1 : choices.length;
  let unclear = 0;
  for (const answer of given) {
    const places = placesOf(answer, choices.length);
    if (!places || places.length > most || (isOrder && places.length < most)) {
      unclear++;
      continue;
    }
    for (const [index, place] of places.entries()) {
      if (!isOrder || place === index) choices[place]!.chosen++;
    }
  }
  return { choices, unclear };
}

/** `0 3` as [0, 3]; nothing where a number names no place, or one twice. */
function placesOf(answer: string, of: number): number[] | undefined {
  if (!/^\d+(?: \d+)*$/.test(answer)) return undefined;
  const places = answer.split(' ').map(Number);
  const fits = places.every((place) => place < of) && new Set(places).size === places.length;
  return fits ? places : undefined;
}

function numbersOf({ numeric }: BankQuestion, given: readonly string[]) {
  const counts = new Map<number, number>();
  let unclear = 0;
  for (const answer of given) {
    const number = answer.trim() === '' ? NaN : Number(answer);
    if (Number.isFinite(number)) counts.set(number, (counts.get(number) ?? 0) + 1);
    else unclear++;
  }
  const isRight = (number: number) =>
    !!numeric && Math.abs(number - numeric.answer) <= numeric.tolerance + 1e-9;
  const common = [...counts].sort(([a, n], [b, m]) => m - n || a - b);
  const listed = common.slice(0, mostNumbers).sort(([a], [b]) => a - b);
  unclear += common.slice(mostNumbers).reduce((sum, [, n]) => sum + n, 0);
  const choices = listed.map(([number, chosen]) => ({
    text: [String(number), numeric?.unit].filter(Boolean).join(' '),
    correct: isRight(number),
    chosen,
  }));
  return { choices, unclear };
}

/** An objective in the table of objectives; its tally adds up those of its checks. */
export interface ObjectiveRow extends Tally {
  lesson: QuestionRow['lesson'];
  objective: string;
  bloom: string;
  checks: number;
}

/** A row for each objective of a lesson and each level at which it is tested. */
export function objectiveRows(questions: readonly QuestionRow[]): ObjectiveRow[] {
  const rows = new Map<string, ObjectiveRow>();
  for (const { question, lesson, asked, answered, firstRight, lastRight } of questions) {
    const { objective, bloom } = question;
    const key = JSON.stringify([lesson.number, objective, bloom]);
    const row = rows.get(key) ?? { ...emptyTally(), lesson, objective, bloom, checks: 0 };
    rows.set(key, row);
    row.checks++;
    row.asked += asked;
    row.answered += answered;
    row.firstRight += firstRight;
    row.lastRight += lastRight;
  }
  return [...rows.values()];
}

/** What one learner wrote, or predicted. */
export interface OpenAnswer {
  row: LearnerRow;
  text: string;
  /** Of a follow-up question: how the learner says it stands, and steps that are done. */
  state?: QuestionState;
  done?: number;
  steps?: number;
}

/** A question with an open answer, and everything that was answered. */
export interface OpenQuestion {
  id: string;
  kind: 'question' | 'prediction';
  title: string;
  answers: OpenAnswer[];
}

/** Follow-up questions with notes, in the order of the course, then predictions in that of the lessons. */
export function openQuestions(course: Course, rows: readonly LearnerRow[]): OpenQuestion[] {
  const questions = new Map<string, OpenQuestion & { place: number }>();
  const titles = new Map(course.followUps.map(({ id, question }) => [id, question]));
  const places = new Map(course.followUps.map(({ id }, index) => [id, index]));
  const numbers = new Map(course.lessons.map(({ slug, number }) => [slug, number]));
  const unknown = 1e6;
  const add = (question: Omit<OpenQuestion, 'answers'>, place: number, answer: OpenAnswer) => {
    const own = questions.get(question.id);
    // A receipt that says something twice is a made-up one; its first answer is as good as any.
    if (own?.answers.at(-1)?.row === answer.row) return;
    if (own) own.answers.push(answer);
    else questions.set(question.id, { ...question, place, answers: [answer] });
  };
  for (const row of rows) {
    const { lessons, questions: followUps = [] } = row.handed.receipt;
    for (const { question, note, state, done, steps } of followUps) {
      if (!note?.trim()) continue;
      const title = titles.get(question) ?? question;
      const id = `question ${question}`;
      add({ id, kind: 'question', title }, places.get(question) ?? unknown, {
        ...{ row, text: note, state, done, steps },
      });
    }
    for (const { lesson, predictions } of lessons) {
      for (const { figure, question: title, outcome: text } of predictions) {
        const place = 2 * unknown + (numbers.get(lesson) ?? unknown);
        add({ id: `prediction ${figure} ${title}`, kind: 'prediction', title }, place, {
          row,
          text,
        });
      }
    }
  }
  return [...questions.values()]
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
    .map(({ id, kind, title, answers }) => ({ id, kind, title, answers }));
}

/** Answers to a question in an order that hangs on no name, and is another one for each question. */
export const shuffled = ({ id: question, answers }: OpenQuestion): OpenAnswer[] =>
  answers
    .map((answer, index) => {
      const { receipt, file } = answer.row.handed;
      return { answer, index, place: fnv1a64(`${question} ${receipt.checksum} ${file}`) };
    })
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.index - b.index))
    .map(({ answer }) => answer);
