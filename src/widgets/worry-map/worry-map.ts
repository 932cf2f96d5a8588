import * as v from 'valibot';
import type { Argument } from '../../schemas/argument.ts';
import type { LinkSchema } from '../parts/link-state.ts';

export const questions = ['unprompted', 'survives', 'missed', 'matters'] as const;
export type Question = Argument['bearsOn'][number];

/** An argument as the map needs it; its text stands in the page. */
export type Node = Pick<
  Argument,
  'side' | 'kind' | 'title' | 'claim' | 'bearsOn' | 'evidence' | 'answers'
> & { id: string };

/** What the figure shows. The reader's estimates and marks are no part of it, so that no link holds them. */
export type WorryState = {
  /** Id of the argument that is open; empty for none. */
  argument: string;
  /** Whose part of the map is shown. */
  question: Shown;
};

export type Shown = Question | 'all';

export const defaults: WorryState = { argument: '', question: 'unprompted' };

/** The schema of links to a map with these arguments. */
export const linkSchemaFor = (ids: readonly string[]): LinkSchema<WorryState> =>
  v.strictObject({
    argument: v.optional(v.picklist(ids)),
    question: v.optional(v.picklist([...questions, 'all'])),
  });

/** The arguments that answer one. */
export const answersTo = (id: string, nodes: readonly Node[]): Node[] =>
  nodes.filter(({ answers }) => answers.includes(id));

/** Whether an argument belongs to what is asked for. */
export const isAskedFor = ({ bearsOn }: Node, question: Shown): boolean =>
  question === 'all' || bearsOn.includes(question);

/** The question under which to show an argument: the present one, where it bears on that, else its own. */
export const questionFor = (node: Node, present: Shown): Shown =>
  isAskedFor(node, present) ? present : node.bearsOn[0]!;

/**
 * Which argument to open next: one that answers the present one and is new to the reader, else the first
 * new one; on the question that is shown, and when all of that has been opened, on any.
 */
export function nextNode(
  nodes: readonly Node[],
  { argument, question }: WorryState,
  opened: readonly string[],
): Node | undefined {
  const left = nodes.filter(({ id }) => id !== argument && !opened.includes(id));
  const here = left.filter((node) => isAskedFor(node, question));
  return here.find(({ answers }) => answers.includes(argument)) ?? here[0] ?? left[0];
}
