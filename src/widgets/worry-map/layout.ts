import { isAskedFor, type Node, type Question } from './worry-map.ts';

/** Where an argument stands on the map of a question. */
export interface Place {
  node: Node;
  column: 'left' | 'right';
  /** Middle of its card, in rem from the top. */
  y: number;
}

/** One argument answers another; `mutual` where the other answers back. */
export interface Answer {
  from: Place;
  to: Place;
  mutual: boolean;
}

/** The map of one question. */
export interface Layout {
  places: Place[];
  answers: Answer[];
  /** Base line of the heading of what neither side knows; undefined where nothing is open. */
  openAt: number | undefined;
  /** In rem. */
  height: number;
}

/** Heights in rem. */
export const heights = { heads: 1.9, open: 2.1, row: 3.8, card: 3.4 } as const;

/**
 * The map of a question: the sceptic's arguments facing the alarmed ones, below them what is open, and
 * who answers whom among them.
 */
export function layOut(all: readonly Node[], question: Question): Layout {
  // Those that bear on it first of all stand on top.
  const nodes = all
    .filter((node) => isAskedFor(node, question))
    .sort((a, b) => a.bearsOn.indexOf(question) - b.bearsOn.indexOf(question));
  const of = (side: Node['side']) => nodes.filter((node) => node.side === side);
  const stack = (column: Place['column'], own: Node[], top: number) =>
    own.map((node, row): Place => ({ node, column, y: top + (row + 0.5) * heights.row }));

  const [left, right, open] = [of('sceptic'), of('alarmed'), of('open')];
  const end = heights.heads + Math.max(left.length, right.length) * heights.row;
  const openTop = end + heights.open;
  const half = Math.ceil(open.length / 2);
  const places = [
    ...stack('left', left, heights.heads),
    ...stack('right', right, heights.heads),
    ...stack('left', open.slice(0, half), openTop),
    ...stack('right', open.slice(half), openTop),
  ].sort((a, b) => a.y - b.y || a.column.localeCompare(b.column));
  return {
    places,
    answers: answersAmong(places),
    openAt: open.length > 0 ? end + 1.35 : undefined,
    height: open.length > 0 ? openTop + half * heights.row : end,
  };
}

function answersAmong(places: readonly Place[]): Answer[] {
  return places.flatMap((from, index) =>
    from.node.answers.flatMap((id): Answer[] => {
      const at = places.findIndex(({ node }) => node.id === id);
      if (at < 0) return [];
      const to = places[at]!;
      const mutual = to.node.answers.includes(from.node.id);
      // Two arguments that answer each other share one line.
      return mutual && at < index ? [] : [{ from, to, mutual }];
    }),
  );
}

/** Breaks a title into lines of at most so many letters, at its spaces. */
export function breakTitle(title: string, most = 14): string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
