import {
  assignmentFragment,
  emptyAssignment,
  longestAssignment,
  readAssignment,
} from '../learning/assignment.ts';

/** What a pasted text says of a figure's state. */
export type FigureLink =
  /** The link's keys and values, as an assignment keeps them; empty for the state at rest. */
  | { state: string }
  /** No link to any figure's state, one to another figure, or one cut off or edited. */
  | { fault: 'none' | 'broken' }
  | { fault: 'other'; figure: string };

/** Reads the state of a figure out of one of its links, or of the link's fragment alone. */
export function readFigureLink(text: string, figure: string): FigureLink {
  if (text.length > longestAssignment) return { fault: 'none' };
  const match = /#([a-z][a-z0-9-]*)(?:\?(\S*))?\s*$/.exec(text);
  if (!match) return { fault: 'none' };
  const [, addressee = '', query] = match;
  if (addressee !== figure) return { fault: 'other', figure: addressee };
  if (query === undefined) return { state: '' };
  if (!query.endsWith('&end')) return { fault: 'broken' };
  const state = new URLSearchParams(query.slice(0, -'&end'.length)).toString();
  return comesBack(figure, state) ? { state } : { fault: 'broken' };
}

/** Whether an assignment's link gives a state back as it was. */
function comesBack(figure: string, state: string): boolean {
  const fragment = assignmentFragment({
    ...emptyAssignment,
    figures: [{ figure, state, hidden: [] }],
  });
  return state === '' || readAssignment(fragment)?.assignment.figures[0]?.state === state;
}

/** The fragment that opens a figure in a state, also that at rest, without asking for a prediction first. */
export const figureFragment = (figure: string, state: string): string => `#${figure}?${state}&end`;
