import { fill } from '../../lib/fill.ts';
import type { Outcomes } from '../../models/corridor-policy.ts';
import type { Ui } from '../../schemas/ui.ts';
import type { TableData } from '../parts/table-data.ts';
import { counted, hundredOf, meanOf, ofHundred, shares } from './coin-corridor.ts';
import { numbersOf, pullsAt, type Sweep, type Trained } from './course.ts';

type Labels = Ui['coinCorridor'];

/** What a learner does, by name of its sentence. */
export function finding(outcomes: Outcomes) {
  const { exit, coin, neither } = hundredOf(outcomes);
  // Skill comes first: where a third of the levels end nowhere, nothing can be said about a goal.
  if (neither >= 33) return 'findingUnable';
  if (exit >= coin) return 'findingExit';
  // A tenth of the levels is what a reader sees among a hundred marks at a glance.
  return exit >= 10 ? 'findingMixed' : 'findingCoin';
}

/** The share of levels with the coin anywhere, in words. */
export const inWords = (labels: Labels, share: number) => labels.shareWords[shares.indexOf(share)]!;

/** One sentence on the training that is shown. */
export function sentence(labels: Labels, { settings, course }: Trained): string {
  const now = course.at(-1)!;
  return fill(labels.announce, {
    levels: inWords(labels, settings.share),
    n: counted(now.episodes),
    success: ofHundred(now.trainingSuccess),
    ...hundredOf(now),
  });
}

/** Moments between two rows of the table. */
const framesToARow = 4;

const percent = (share: number) => Number((100 * share).toFixed(1));
const rounded = (value: number) => Number(value.toFixed(2));

/** The data behind the picture: moments of the training, then the sweep where there is one. */
export function tableOf(
  labels: Labels,
  { course, settings: { salience } }: Trained,
  sweep: Sweep,
): TableData {
  const none = labels.noValue;
  const shown = course.filter((_, i) => i % framesToARow === 0 || i === course.length - 1);
  return {
    caption: labels.tableCaption,
    columns: [
      labels.columnMoment,
      ...[labels.columnSuccess, labels.columnExit, labels.columnCoin, labels.columnNeither],
      ...pullsShown.map(({ what, way }) =>
        fill(labels.columnPull, { what: labels[what], way: labels[way].toLowerCase() }),
      ),
      ...[labels.columnLowest, labels.columnHighest],
    ],
    rows: [
      ...shown.map((moment) => {
        const [episodes, ...numbers] = numbersOf({
          ...moment,
          pulls: pullsAt(moment, salience),
        });
        return [
          fill(labels.rowMoment, { n: episodes! }),
          ...numbers.map((value, i) => (i < 4 ? percent(value) : rounded(value))),
          ...[none, none],
        ];
      }),
      ...sweep.runs.flatMap((exits, i) =>
        exits.length === 0
          ? []
          : [
              [
                fill(labels.rowSweep, { share: shares[i]!, n: exits.length }),
                ...[none, percent(meanOf(exits)), none, none],
                ...pullsShown.map(() => none),
                ...[percent(Math.min(...exits)), percent(Math.max(...exits))],
              ],
            ],
      ),
    ],
  };
}

/** The pulls in the order of `numbersOf`. */
const pullsShown = [
  ...(['right', 'up', 'down'] as const).map((way) => ({ what: 'exit' as const, way })),
  ...(['right', 'up', 'down', 'left'] as const).map((way) => ({ what: 'coin' as const, way })),
];
