import { fill } from '../../lib/fill.ts';
import { equilibria, type Equilibria } from '../../models/support-enumeration.ts';
import type { Ui } from '../../schemas/ui.ts';
import type { RegretPoint } from '../../workers/oversight-game.ts';
import type { TableData } from '../parts/table-data.ts';
import {
  firstGame,
  movesOf,
  namesOf,
  unpackGame,
  type DrawnGame,
  type TableGame,
} from './any-game.ts';
import { grouped, short, small } from './numbers.ts';

/** The words of any game: its title, its sentence and its table. */

type Labels = Ui['oversightGame']['any'];

/** Title, sentence and table of the panel. */
export interface AnyWords {
  finding: string;
  sentence: string;
  table: TableData;
}

/**
 * The words of a game.
 *
 * @param packed as in the address
 * @param points how far the learners have come, where it is a large one
 */
export function anyWords(
  labels: Labels,
  packed: string,
  points: readonly RegretPoint[] = [],
): AnyWords {
  const any = unpackGame(packed) ?? firstGame;
  return any.kind === 'drawn' ? drawnWords(labels, any, points) : tableWords(labels, any);
}

function drawnWords(labels: Labels, any: DrawnGame, points: readonly RegretPoint[]): AnyWords {
  const { size, seed, sums } = any;
  return {
    finding: labels.findings[sums],
    sentence: fill(labels.announceDrawn, { size, seed, state: reachedText(labels, points.at(-1)) }),
    table: {
      caption: labels.tableDrawn,
      columns: [
        labels.columnRounds,
        labels.columnGap,
        ...(sums === 'own' ? [labels.columnRegret] : []),
      ],
      rows: points.map(({ rounds, gap, regret }) =>
        [rounds, gap, ...(sums === 'own' ? [regret] : [])].map((value) =>
          Number(value.toPrecision(4)),
        ),
      ),
    },
  };
}

/** How far learners have come, in a sentence. */
export function reachedText(labels: Labels, point: RegretPoint | undefined): string {
  if (!point) return labels.waiting;
  return fill(labels.reached, { rounds: grouped(point.rounds), gap: small(point.gap) });
}

function tableWords(labels: Labels, any: TableGame): AnyWords {
  const solved = equilibria(any.game);
  const names = namesOf(labels, any);
  const { row: rows, column: columns } = movesOf(any.game);
  return {
    finding: findingOf(labels, solved),
    sentence: fill(labels.announce, {
      name: labels.games[any.base],
      rows,
      columns,
      n: solved.found.length,
    }),
    table: {
      caption: labels.tableCaption,
      columns: [
        labels.equilibria,
        labels.columnPlayerName,
        labels.columnMove,
        labels.columnChance,
        labels.columnPayoff,
      ],
      words: [1, 2],
      rows: solved.found.flatMap((each, n) =>
        (['row', 'column'] as const).flatMap((player) =>
          each[player].map((chance, i) => [
            n + 1,
            labels[`${player}Player`],
            names[player][i]!,
            short(chance),
            short(each.payoffs[player]),
          ]),
        ),
      ),
    },
  };
}

function findingOf({ findings }: Labels, { found, degenerate }: Equilibria): string {
  const n = found.length;
  if (degenerate && n > 1) return fill(findings.degenerate, { n });
  if (n > 1) return fill(findings.several, { n });
  const pure = found.every(({ row, column }) =>
    [...row, ...column].every((p) => p === 0 || p === 1),
  );
  return pure ? findings.onePure : findings.oneMixed;
}
