/** The columns of the teacher's tables, for the page and for CSV files. */
import { fill } from '../lib/fill.ts';
import type { Ui } from '../schemas/ui.ts';
import type {
  Choice,
  LearnerRow,
  ObjectiveRow,
  OpenAnswer,
  OpenQuestion,
  QuestionRow,
  Tally,
} from './receipt-tables.ts';
import type { Expected, Flag } from './receipts.ts';
import type { Column } from './table.ts';

/** What the printing of a table hangs on. */
export interface Printing {
  words: Ui['receipts'];
  locale: string;
  /** Whether names and file names give way to numbers. */
  hidden: boolean;
  expected: Expected;
}

/** Prints a date and time. */
export const momentPrinter = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** What a learner is called: the name, or a number where names are hidden. */
export function calledName(row: LearnerRow, { words, hidden }: Printing): string {
  const { learner, handed } = row;
  if (hidden) return fill(words.hide.learner, { n: learner.number });
  return handed.receipt.name ?? fill(words.hide.nameless, { file: handed.file });
}

/** A span of time in whole units, never less than one. */
function span(ms: number, words: Ui['receipts']): string {
  const minutes = ms / 60_000;
  const [unit, n] =
    minutes < 120
      ? (['minutes', minutes] as const)
      : minutes < 48 * 60
        ? (['hours', minutes / 60] as const)
        : (['days', minutes / 1440] as const);
  return fill(words[unit], { n: Math.max(1, Math.round(n)) });
}

/** A flag in words. */
function printedFlag(flag: Flag, row: LearnerRow, { words, expected }: Printing): string {
  const { receipt } = row.handed;
  const sentence = words.flags[flag];
  switch (flag) {
    case 'otherAssignment':
      return receipt.assignment?.title
        ? fill(sentence, { title: receipt.assignment.title })
        : words.flags.otherUntitled;
    case 'late':
      return fill(sentence, { time: span(receipt.made - expected.assignment!.due!, words) });
    case 'again':
      return fill(sentence, { n: row.learner.handed.length });
    case 'otherVersion':
      return fill(sentence, { version: receipt.site });
    default:
      return sentence;
  }
}

const dateOf = (at: number | undefined) => (at === undefined ? undefined : new Date(at));

/** A column of moments. */
const moments = <Row>(
  key: string,
  title: string,
  at: (row: Row) => number | undefined,
  locale: string,
): Column<Row> => {
  const print = momentPrinter(locale);
  return {
    key,
    title,
    value: (row) => dateOf(at(row)),
    shown: (row) => {
      const moment = at(row);
      return moment === undefined ? '' : print.format(moment);
    },
  };
};

/** The columns of a tally, in the words of a table. */
const tally = <Row extends Tally>(
  words: Record<'asked' | 'answered' | 'firstRight' | 'lastRight', string>,
): Column<Row>[] =>
  (['asked', 'answered', 'firstRight', 'lastRight'] as const).map((key) => ({
    key,
    title: words[key],
    value: (row: Row) => row[key],
  }));

/** A table of the counted receipts. Of two learners with hidden names only their numbers stay. */
export function learnerColumns(printing: Printing): Column<LearnerRow>[] {
  const { words, locale, hidden } = printing;
  const own = words.learners;
  const file: Column<LearnerRow> = {
    key: 'file',
    title: own.file,
    value: ({ handed }) => handed.file,
  };
  return [
    { key: 'name', title: own.name, value: (row) => calledName(row, printing) },
    {
      key: 'flags',
      title: own.flags,
      value: (row) => row.flags.map((flag) => printedFlag(flag, row, printing)).join('; '),
    },
    moments('made', own.made, ({ handed }) => handed.receipt.made, locale),
    { key: 'lessons', title: own.lessons, value: ({ lessons }) => lessons },
    { key: 'read', title: own.read, value: ({ read }) => read },
    ...tally<LearnerRow>(own),
    moments('from', own.from, ({ from }) => from, locale),
    moments('to', own.to, ({ to }) => to, locale),
    ...(hidden ? [] : [file]),
    { key: 'checksum', title: own.checksum, value: ({ handed }) => handed.receipt.checksum },
  ];
}

/** A lesson with its number, which it is sorted by. */
const lessonColumn = <Row extends { lesson: QuestionRow['lesson'] }>(
  title: string,
): Column<Row> => ({
  key: 'lesson',
  title,
  value: ({ lesson }) => `${lesson.number}. ${lesson.title}`,
});

/** A table of the questions that receipts list. */
export function questionColumns({ words }: Printing): Column<QuestionRow>[] {
  const own = words.questions;
  return [
    { key: 'question', title: own.question, value: ({ question }) => question.stem },
    ...tally<QuestionRow>(own),
    lessonColumn(own.lesson),
    { key: 'objective', title: own.objective, value: ({ question }) => question.objective },
    { key: 'bloom', title: own.bloom, value: ({ question }) => question.bloom },
    { key: 'check', title: own.check, value: ({ question }) => question.id },
  ];
}

/** An answer to a question, with how many gave it. */
export interface ChoiceRow {
  row: QuestionRow;
  choice: Choice;
}

/** A table of all answers that could be given, for a file. */
export function choiceColumns({ words }: Printing): Column<ChoiceRow>[] {
  const own = words.questions;
  return [
    { key: 'check', title: own.check, value: ({ row }) => row.question.id },
    { key: 'question', title: own.question, value: ({ row }) => row.question.stem },
    { key: 'answer', title: own.answer, value: ({ choice }) => choice.text },
    {
      key: 'belongs',
      title: own.belongs,
      value: ({ choice }) => (choice.correct ? own.yes : own.no),
    },
    { key: 'chosen', title: own.chosen, value: ({ choice }) => choice.chosen },
  ];
}

/** A table of the objectives, each at each level at which it is tested. */
export function objectiveColumns({ words }: Printing): Column<ObjectiveRow>[] {
  const own = words.objectives;
  return [
    { key: 'objective', title: own.objective, value: ({ objective }) => objective },
    { key: 'bloom', title: own.bloom, value: ({ bloom }) => bloom },
    { key: 'checks', title: own.checks, value: ({ checks }) => checks },
    ...tally<ObjectiveRow>(own),
    lessonColumn(own.lesson),
  ];
}

/** An open answer with the question that it answers. */
export interface OpenRow {
  question: OpenQuestion;
  answer: OpenAnswer;
}

/** A table of all open answers, for a file. */
export function openColumns(
  printing: Printing,
  states: Record<NonNullable<OpenAnswer['state']>, string>,
): Column<OpenRow>[] {
  const { open, learners } = printing.words;
  return [
    { key: 'kind', title: open.kind, value: ({ question }) => open[kindWord[question.kind]] },
    { key: 'question', title: open.question, value: ({ question }) => question.title },
    { key: 'name', title: learners.name, value: ({ answer }) => calledName(answer.row, printing) },
    { key: 'answer', title: open.answer, value: ({ answer }) => answer.text },
    {
      key: 'state',
      title: open.state,
      value: ({ answer }) => (answer.state ? states[answer.state] : undefined),
    },
    {
      key: 'checksum',
      title: learners.checksum,
      value: ({ answer }) => answer.row.handed.receipt.checksum,
    },
  ];
}

const kindWord = { question: 'note', prediction: 'prediction' } as const;
