import { fill } from '../../lib/fill.ts';
import type { Ui } from '../../schemas/ui.ts';
import type { ExactPoint } from '../../workers/detection-lab.ts';
import type { TableData } from '../parts/table-data.ts';
import { decimals } from '../parts/decimals.ts';
import { approximatePower, chainOf, exactSizes } from './design.ts';
import type { LabState, Published } from './detection-lab.ts';
import { leakRow } from './leak.ts';
import { ownAll, type OwnShown } from './own-wording.ts';
import { lookingAt, testRun } from './runs.ts';
import { tenth } from './numbers.ts';
import { areaText, timesText } from './wording.ts';

/** So many rows at most of a run that may be thousands of scratchpads long. */
const rowsOfRun = 200;

/** The data behind the panel that is shown. */
export function tableOf(
  labels: Ui['detectionLab'],
  state: LabState,
  published: Published,
  exact: readonly ExactPoint[],
  own?: OwnShown,
): TableData {
  if (state.panel === 'own') return ownAll(labels.own, published, own);
  if (state.panel === 'leak') return leakTable(labels, state, published);
  if (state.panel === 'looking') return lookingTable(labels, state);
  if (state.panel === 'bayes') return bayesTable(labels, state);
  return powerTable(labels, state, exact);
}

function leakTable(labels: Ui['detectionLab'], state: LabState, published: Published): TableData {
  const words = labels.table;
  const areas = [
    ...published.recognition.map(({ area }) => area),
    ...Array.from({ length: 10 }, (_, step) => (50 + 5 * step) / 100),
    0.99,
    state.recognition / 100,
  ];
  return {
    caption: fill(words.leakCaption, { agent: labels.agents[state.agent] }),
    columns: [words.auc, words.threshold, words.soft, words.times, words.gap],
    rows: [...new Set(areas)]
      .sort((a, b) => a - b)
      .map((area) => {
        const row = leakRow(state, area);
        return [
          areaText(area),
          tenth(row.threshold),
          tenth(row.soft),
          timesText(labels, row.times).replace(',', ''),
          tenth(row.gap),
        ];
      }),
  };
}

function lookingTable({ table: words }: Ui['detectionLab'], state: LabState): TableData {
  const { clean, faking } = lookingAt(state).walks;
  const ends = [clean.length - 1, faking.length - 1];
  const longest = Math.max(...ends);
  const stride = Math.ceil(longest / rowsOfRun);
  // Both last steps are always there: they carry the decision.
  const reads = Array.from({ length: longest + 1 }, (_, read) => read).filter(
    (read) => read % stride === 0 || ends.includes(read),
  );
  return {
    caption: fill(words.lookingCaption, { seed: state.seed }),
    columns: [words.read, words.evidenceClean, words.evidenceFaking],
    rows: reads.map((read) => [
      read,
      ...[clean, faking].map((walk) => (read < walk.length ? decimals(walk[read]!, 3) : '')),
    ]),
  };
}

function bayesTable({ table: words }: Ui['detectionLab'], state: LabState): TableData {
  const run = testRun(state);
  const arms = ['training', 'unmonitored'] as const;
  return {
    caption: fill(words.bayesCaption, { seed: state.seed }),
    columns: [words.what, words.training, words.unmonitored],
    rows: [
      [words.counts, ...arms.map((arm) => run[arm].yes)],
      [words.of, state.prompts, state.prompts],
      [words.low, ...arms.map((arm) => tenth(run.within[arm].low))],
      [words.high, ...arms.map((arm) => tenth(run.within[arm].high))],
    ],
  };
}

function powerTable(
  labels: Ui['detectionLab'],
  state: LabState,
  exact: readonly ExactPoint[],
): TableData {
  const words = labels.table;
  const { real, printed } = chainOf(state);
  const sizes = [...new Set([...exactSizes, state.prompts])].sort((a, b) => a - b);
  return {
    caption: fill(words.caption, {
      design: fill(labels.controls.moreSummary, designWords(labels, state)),
    }),
    columns: [
      words.prompts,
      words.realFormula,
      words.printedFormula,
      words.realExact,
      words.printedExact,
    ],
    rows: sizes.map((prompts) => {
      const point = exact.find((each) => each.prompts === prompts);
      return [
        prompts,
        tenth(approximatePower(state, real, prompts)),
        tenth(approximatePower(state, printed, prompts)),
        point ? tenth(point.real) : '',
        point ? tenth(point.printed) : '',
      ];
    }),
  };
}

/** The settings that are folded away, in words. */
export const designWords = (labels: Ui['detectionLab'], state: LabState) => ({
  training: decimals(state.training / 10, 1),
  use: decimals(state.use / 10, 1),
  paired: labels.pairedWords[state.paired ? 1 : 0],
  judged: labels.judgedWords[state.judged ? 1 : 0],
});
