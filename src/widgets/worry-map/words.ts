import { fill } from '../../lib/fill.ts';
import type { Ui } from '../../schemas/ui.ts';
import type { TableData } from '../parts/table-data.ts';
import { changedQuestions, movedBy, type Estimates, type Notebook } from './notebook.ts';
import { answersTo, questions, type Node, type WorryState } from './worry-map.ts';

const openedOf = (nodes: readonly Node[], { opened }: Notebook) =>
  nodes.filter(({ id }) => opened.includes(id)).length;

/** The title: what stands on the map, or how far the reader has come. */
export function finding(
  labels: Ui['worryMap'],
  nodes: readonly Node[],
  notebook: Notebook,
): string {
  const all = nodes.length;
  const n = openedOf(nodes, notebook);
  if (n === 0) {
    const count = (side: Node['side']) => nodes.filter((node) => node.side === side).length;
    return fill(labels.atRest, { each: count('sceptic'), open: count('open') });
  }
  const [up, down] = (['up', 'down'] as const).map((mark) => movedBy(nodes, notebook, mark).length);
  const title =
    up! + down! === 0
      ? fill(labels.opened, { n, all })
      : fill(labels.openedMoved, { n, all, up: up!, down: down! });
  const changed = changedQuestions(notebook).length;
  return changed > 0 ? fill(labels.changed, { title, n: changed }) : title;
}

const titles = (nodes: readonly Node[]) => nodes.map(({ title }) => `“${title}”`).join(', ');

/** The present state in a sentence or two. */
export function sentence(
  labels: Ui['worryMap'],
  nodes: readonly Node[],
  { argument, question: shown }: WorryState,
  notebook: Notebook,
): string {
  const node = nodes.find(({ id }) => id === argument);
  const question = shown === 'all' ? labels.all : labels.questions[shown].name;
  if (!node) {
    const n = openedOf(nodes, notebook);
    return fill(labels.announceNone, { question, n, all: nodes.length });
  }
  const { title, side, kind } = node;
  const answered = nodes.filter(({ id }) => node.answers.includes(id));
  const answering = answersTo(argument, nodes);
  return [
    fill(labels.announce, {
      title,
      side: labels.sides[side],
      kind: labels.kinds[kind],
      question,
    }),
    ...(answered.length ? [fill(labels.announceAnswers, { titles: titles(answered) })] : []),
    ...(answering.length ? [fill(labels.announceAnswered, { titles: titles(answering) })] : []),
  ].join(' ');
}

/** Estimates in a row of words: "unprompted 40, missed 60". */
export const estimatesInWords = (labels: Ui['worryMap'], given: Estimates): string =>
  questions
    .filter((id) => given[id] !== undefined)
    .map((id) => fill(labels.estimate, { name: labels.questions[id].short, n: given[id]!.value }))
    .join(', ');

/** Every argument with what it rests on, and what the reader made of it. */
export function tableOf(
  labels: Ui['worryMap'],
  nodes: readonly Node[],
  { opened, marks: given }: Notebook,
): TableData {
  const { columns } = labels;
  const titleOf = (id: string) => nodes.find((node) => node.id === id)?.title ?? id;
  return {
    caption: labels.tableCaption,
    columns: [
      ...[columns.argument, columns.side, columns.kind, columns.claim, columns.bearsOn],
      ...[columns.restsOn, columns.answers, columns.opened, columns.mark],
    ],
    words: [1, 2, 3, 4, 5, 6, 7, 8],
    rows: nodes.map(({ id, title, side, kind, claim, bearsOn, evidence, answers }) => [
      title,
      labels.sides[side],
      labels.kinds[kind],
      claim,
      bearsOn.map((each) => labels.questions[each].short).join(', '),
      evidence.join(', '),
      answers.map(titleOf).join(', ') || labels.missing,
      opened.includes(id) ? labels.yes : labels.no,
      given[id] ? labels.marks[given[id]] : labels.missing,
    ]),
  };
}
