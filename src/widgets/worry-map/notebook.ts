import * as v from 'valibot';
import { isAskedFor, questions, type Node, type Question, type Shown } from './worry-map.ts';

export const marks = ['up', 'down', 'not'] as const;
/** What an argument did to the reader's estimates on the questions that it bears on. */
export type Mark = (typeof marks)[number];

const name = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/));

const estimate = v.optional(
  v.strictObject({
    /** In 100. */
    value: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
    /** Day of the estimate, as 2026-11-21. */
    on: v.pipe(v.string(), v.isoDate()),
  }),
);

const estimates = v.strictObject({
  unprompted: estimate,
  survives: estimate,
  missed: estimate,
  matters: estimate,
});
/** Estimates by question; what was left out has none. */
export type Estimates = v.InferOutput<typeof estimates>;

/** What a reader writes, as it is kept. Ids of arguments that are gone do no harm. */
export const notebookSchema = v.strictObject({
  /** The first estimates, from before any argument on their question was open. Never replaced. */
  before: estimates,
  /** The newest of those that came later. */
  after: estimates,
  opened: v.pipe(v.array(name), v.maxLength(200)),
  marks: v.pipe(
    v.record(name, v.picklist(marks)),
    v.check((all) => Object.keys(all).length <= 200),
  ),
});
export type Notebook = v.InferOutput<typeof notebookSchema>;

export const emptyNotebook: Notebook = { before: {}, after: {}, opened: [], marks: {} };

/** Whether there is an estimate on any question. */
export const hasEstimates = ({ before, after }: Notebook): boolean =>
  questions.some((id) => before[id] ?? after[id]);

/** What the reader last said on each question, in 100. */
export const latest = ({ before, after }: Notebook): Partial<Record<Question, number>> =>
  Object.fromEntries(
    questions.flatMap((id) => {
      const last = after[id] ?? before[id];
      return last ? [[id, last.value]] : [];
    }),
  );

/**
 * The notebook with estimates as they were entered. One is a first estimate only while there is none
 * on its question and no argument on it was open; otherwise it is what the reader thinks now. What
 * was left as it stood is no new estimate.
 *
 * @param entered in 100.
 * @param on the day, as 2026-11-21.
 */
export function withEstimates(
  notebook: Notebook,
  nodes: readonly Node[],
  entered: Partial<Record<Question, number>>,
  on: string,
): Notebook {
  const [before, after] = [{ ...notebook.before }, { ...notebook.after }];
  const last = latest(notebook);
  for (const id of questions) {
    const value = entered[id];
    if (value === undefined || value === last[id]) continue;
    const informed = nodes.some(
      (node) => notebook.opened.includes(node.id) && isAskedFor(node, id),
    );
    if (last[id] === undefined && !informed) before[id] = { value, on };
    else after[id] = { value, on };
  }
  return { ...notebook, before, after };
}

/** The notebook with an argument among those that were opened; `''` names none. */
export const withOpened = (notebook: Notebook, id: string): Notebook =>
  !id || notebook.opened.includes(id)
    ? notebook
    : { ...notebook, opened: [...notebook.opened, id] };

/** The arguments that moved the reader one way, on one question or on any. */
export const movedBy = (
  nodes: readonly Node[],
  { marks: given }: Notebook,
  mark: Mark,
  question: Shown = 'all',
): Node[] => nodes.filter((node) => given[node.id] === mark && isAskedFor(node, question));

/** Questions with an estimate before and a different one after. */
export const changedQuestions = ({ before, after }: Notebook): Question[] =>
  questions.filter((id) => before[id] && after[id] && before[id].value !== after[id].value);
