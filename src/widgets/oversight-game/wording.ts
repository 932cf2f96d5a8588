import { fill } from '../../lib/fill.ts';
import { solveInspection } from '../../models/inspection-game.ts';
import type { Ui } from '../../schemas/ui.ts';
import type { RegretPoint } from '../../workers/oversight-game.ts';
import type { TableData } from '../parts/table-data.ts';
import { anyWords } from './any-words.ts';
import { auditSweep, sandboxOf, sandboxSettings, sandboxSweep } from './curves.ts';
import { one, rounds, settingsOf, shown, two, type OversightState } from './oversight-game.ts';
import {
  balanceOf,
  roundsOf,
  worthOf,
  worthScale,
  type Balance,
  type Rival,
  type Round,
} from './play.ts';

/** The words of a state: its title, its sentence and its table. */

type Labels = Ui['oversightGame'];

export interface StateWords {
  finding: string;
  sentence: string;
  table: TableData;
}

/** So many of 100; rounding makes nobody certain. */
function hundredths(labels: Labels, share: number): string {
  const rounded = Math.round(100 * share);
  if (rounded === 100 && share < 1) return fill(labels.moreThan, { n: 99 });
  if (rounded === 0 && share > 0) return fill(labels.lessThan, { n: 1 });
  return String(rounded);
}

/**
 * The words of a state.
 *
 * @param points how far the learners of a large game have come, where one is shown
 */
export function wordsOf(
  labels: Labels,
  state: OversightState,
  points: readonly RegretPoint[] = [],
): StateWords {
  if (state.panel === 'sandbox') return sandboxWords(labels, state);
  if (state.panel === 'play') return playWords(labels, state);
  if (state.panel === 'any') return anyWords(labels.any, state.game, points);
  return auditWords(labels, state);
}

function auditWords(labels: Labels, state: OversightState): StateWords {
  const { regime, audit, act } = solveInspection(settingsOf(state));
  return {
    finding: fill(labels.findings[regime], {
      audit: hundredths(labels, audit),
      act: hundredths(labels, act),
    }),
    sentence: fill(labels.announceAudit, {
      harm: shown('harm', state.harm),
      prize: shown('prize', state.prize),
      audit: one(100 * audit),
      act: one(100 * act),
      regime: labels.regimes[regime],
    }),
    table: {
      caption: labels.tableAudit,
      columns: [labels.columnHarm, labels.columnAudit, labels.columnAct],
      rows: auditSweep(state, 'harm')
        .filter(({ at }) => at === 1 || at % 5 === 0 || at === state.harm)
        .map(({ at, watched, acts }) => [shown('harm', at), one(watched), one(acts)]),
    },
  };
}

/** How the tests of a state end; where being caught costs nothing the model gives a limit alone. */
function sandboxRegime(state: OversightState) {
  const { regime } = sandboxOf(state);
  const { catchRate, penalty } = settingsOf(state);
  return regime !== 'untested' && catchRate * penalty === 0 ? 'uncaught' : regime;
}

function sandboxWords(labels: Labels, state: OversightState): StateWords {
  const { test, testWithoutCues, factor, actsInUse } = sandboxOf(state);
  const regime = sandboxRegime(state);
  const blind = regime === 'wary' && Math.abs(factor - 1) < 1e-9;
  const words = {
    area: two(state.area / 100),
    test: hundredths(labels, test),
    plain: hundredths(labels, testWithoutCues),
  };
  return {
    finding: fill(labels.findings[blind ? 'blind' : regime], words),
    sentence: fill(labels.announceSandbox, {
      ...words,
      act: hundredths(labels, actsInUse),
      regime: labels.regimes[regime],
    }),
    table: {
      caption: labels.tableSandbox,
      columns: [
        labels.columnArea,
        labels.columnRecognised,
        labels.columnMistaken,
        labels.columnTest,
        labels.columnActReal,
      ],
      rows: sandboxSweep(state)
        .filter(({ at }) => at % 5 === 0 || at === 99 || at === state.area)
        .map(({ at, watched, acts }) => {
          const { recognised, mistaken } = sandboxSettings({ ...state, area: at });
          return [
            two(at / 100),
            one(100 * recognised),
            one(100 * mistaken),
            one(watched),
            one(acts),
          ];
        }),
    },
  };
}

function playWords(labels: Labels, state: OversightState): StateWords {
  const { side } = state;
  const game = settingsOf(state);
  const played = roundsOf(state, game);
  return {
    finding: playFinding(labels, state, played),
    sentence: fill(labels.announcePlay, {
      n: played.length,
      total: rounds,
      side: labels.sides[side],
      last: lastRound(labels, side, played),
    }),
    table: {
      caption: labels.tablePlay,
      columns: [
        labels.columnRound,
        labels.columnAudited,
        labels.columnActed,
        labels.columnCaught,
        labels.columnPayoff,
      ],
      words: [1, 2, 3],
      rows: played.map(({ audited, acted, caught, payoff }, i) => [
        i + 1,
        ...[audited, acted, caught].map((is) => (is ? labels.yes : labels.no)),
        one(payoff),
      ]),
    },
  };
}

/** Less than this would be printed as nothing. */
export const negligible = 0.005;

function playFinding(labels: Labels, { side, ...state }: OversightState, played: Round[]): string {
  if (played.length < rounds)
    return fill(labels.findings.playing, { n: played.length, total: rounds });
  const game = settingsOf(state as OversightState);
  const worth = worthOf(side, game, balanceOf(side, game, played).often);
  const { least } = worthScale(side, game, rounds);
  if (worth < negligible) return labels.findings.safe;
  const name = worth < least + negligible ? 'nearest' : 'exploited';
  return fill(labels.findings[name], { n: two(worth), least: two(least), total: rounds });
}

/** How the last round ended, or that none was played. */
export function lastRound(
  labels: Labels,
  side: OversightState['side'],
  played: readonly Round[],
): string {
  const last = played.at(-1);
  if (!last) return labels.noRound;
  return fill(labels.lastRound, {
    n: played.length,
    end: endOf(labels, side, last),
    payoff: one(last.payoff),
  });
}

function endOf(labels: Labels, side: OversightState['side'], round: Round): string {
  const { audited, acted, caught } = round;
  const { overseer, model } = labels.ends;
  if (caught) return labels.ends[side].caught;
  if (audited && acted) return labels.ends[side].missed;
  if (acted) return side === 'overseer' ? overseer.harmed : model.free;
  return audited ? labels.ends[side].inVain : labels.ends[side].quiet;
}

/** What is left to a reader whose habits are known, beside the equilibrium. */
export function boundOf({ leaves }: Rival, { value }: Balance): keyof Labels['bound'] {
  if (Math.abs(leaves - value) < negligible) return 'same';
  return leaves > value ? 'better' : 'worse';
}
