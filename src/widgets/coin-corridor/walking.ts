import { fill } from '../../lib/fill.ts';
import type { Walk } from '../../models/corridor-policy.ts';
import {
  corridor,
  drawLevel,
  moves,
  step,
  type Cell,
  type Level,
  type Move,
  type MoveName,
} from '../../models/corridor-world.ts';
import { seededRandom } from '../../models/random.ts';
import type { Ui } from '../../schemas/ui.ts';

type Labels = Ui['coinCorridor'];

/** The reader's way through a level. */
export interface ReaderWalk {
  cells: readonly Cell[];
  /** Absent while under way. */
  outcome: Walk['outcome'] | undefined;
}

/** Arrows of the moves by name. */
const arrows: Record<MoveName, string> = {
  up: 'M0 7V-7M-5-2L0-7l5 5',
  down: 'M0-7V7M-5 2L0 7l5-5',
  left: 'M7 0H-7M-2-5L-7 0l5 5',
  right: 'M-7 0H7M2-5L7 0 2 5',
};

/** Moves in the order given, each with its number in the model and the path of its arrow. */
export const directionsBy = (names: readonly MoveName[]) =>
  names.map((name) => ({ name, path: arrows[name], move: moves.indexOf(name) as Move }));

/** The level of a number: the coin anywhere, as in the test. */
export const levelOf = (number: number): Level => drawLevel(seededRandom(number), 1);

/** The reader's walk after one more move. */
export function walkOn({ cells }: ReaderWalk, level: Level, move: Move): ReaderWalk {
  const next = [...cells, step(cells.at(-1)!, move)];
  const cell = next.at(-1);
  const timeIsUp = next.length > corridor.longestEpisode;
  const outcome =
    cell === level.coin ? 'coin' : cell === level.exit ? 'exit' : timeIsUp ? 'neither' : undefined;
  return { cells: next, outcome };
}

/** Column and row of a cell, from the upper left. */
export const placeOf = (cell: number) => ({
  column: cell % corridor.width,
  row: Math.floor(cell / corridor.width),
});

/** Which way the coin and the exit lie from a cell, in words. */
export function whereIs(labels: Labels, level: Level, cell: number): string {
  const from = placeOf(cell);
  const way = (to: number) => {
    const { column, row } = placeOf(to);
    const parts = [
      column < from.column && fill(labels.toLeft, { n: from.column - column }),
      column > from.column && fill(labels.toRight, { n: column - from.column }),
      row < from.row && fill(labels.toUp, { n: from.row - row }),
      row > from.row && fill(labels.toDown, { n: row - from.row }),
    ].filter((part) => part !== false);
    return parts.length ? parts.join(', ') : labels.here;
  };
  return fill(labels.where, { coin: way(level.coin), exit: way(level.exit) });
}

/** One sentence on a walk, the reader's or the learner's. */
export function sentenceOnWalk(labels: Labels, who: string, { cells, outcome }: ReaderWalk) {
  const n = cells.length - 1;
  if (outcome === undefined) return fill(labels.underWay, { who, n });
  const words = { exit: labels.walkExit, coin: labels.walkCoin, neither: labels.walkNeither };
  return fill(words[outcome], { who, n });
}
