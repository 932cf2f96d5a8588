import { fill } from '../../lib/fill.ts';
import type { Ui } from '../../schemas/ui.ts';
import type { ExactPoint } from '../../workers/detection-lab.ts';
import { decimals } from '../parts/decimals.ts';
import { approximatePower, chainOf, gapOf, promptsNeeded, type Chain } from './design.ts';
import { grouped, type LabState } from './detection-lab.ts';
import { leakRow } from './leak.ts';
import { ownFinding, reading, type OwnShown } from './own-wording.ts';
import { lookingAt, testRun } from './runs.ts';
import { meanCount, smallText, tenth } from './numbers.ts';

type Labels = Ui['detectionLab'];

/** An area under a curve. */
export const areaText = (area: number) => decimals(area, 2);

/** So many of a hundred; the ends say that they are not quite none and not quite all. */
export function ofHundred(labels: Labels, share: number): string {
  if (share > 0.995 && share < 1) return labels.moreThan99;
  if (share < 0.005 && share > 0) return labels.fewerThanOne;
  return String(Math.round(100 * share));
}

/** A number of prompts as words. */
export const promptsText = (labels: Labels, n: number) =>
  Number.isFinite(n) ? grouped(n) : labels.never;

/** How many times, to two figures or a whole number. */
export const timesText = (labels: Labels, times: number) =>
  Number.isFinite(times)
    ? times < 20
      ? decimals(times, 1)
      : grouped(Math.round(times))
    : labels.never;

/** Powers of the design, 0 to 1: exact ones where they have been worked out. */
export function powersOf(
  state: LabState,
  chain: Chain,
  exact: readonly ExactPoint[],
): { real: number; printed: number } {
  return (
    exact.find(({ prompts }) => prompts === state.prompts) ?? {
      real: approximatePower(state, chain.real, state.prompts),
      printed: approximatePower(state, chain.printed, state.prompts),
    }
  );
}

/** Whether the model hides less than a thousandth of its gap. */
export const showsAll = ({ share }: Chain) => share > 0.999;

/** The finding in the present state, in a sentence; of own counts once there are some. */
export function finding(
  labels: Labels,
  state: LabState,
  exact: readonly ExactPoint[],
  own?: OwnShown,
): string {
  const words = labels.findings;
  const chain = chainOf(state);
  if (state.panel === 'own') return own ? ownFinding(labels.own, own) : words.own;
  if (state.panel === 'leak') {
    if (showsAll(chain)) return words.noLeak;
    const { area, threshold, soft } = leakRow(state, state.recognition / 100);
    return fill(words.leak, {
      auc: areaText(area),
      threshold: ofHundred(labels, 1 - threshold),
      soft: ofHundred(labels, 1 - soft),
    });
  }
  if (state.panel === 'looking') {
    const { low, high } = lookingAt(state).exact;
    return fill(words.looking, { low: meanCount(low.replies), high: meanCount(high.replies) });
  }
  if (state.panel === 'bayes') {
    const { training, unmonitored, chance } = testRun(state);
    return fill(words.bayes, {
      training: grouped(training.yes),
      unmonitored: grouped(unmonitored.yes),
      n: grouped(state.prompts),
      chance: ofHundred(labels, chance),
    });
  }
  return powerFinding(labels, state, chain, exact);
}

function powerFinding(
  labels: Labels,
  state: LabState,
  chain: Chain,
  exact: readonly ExactPoint[],
): string {
  const { real, printed } = powersOf(state, chain, exact);
  const wanted = Number(state.power) / 100;
  const name = ((): keyof Labels['findings'] => {
    if (gapOf(chain.real) === 0) return 'noGap';
    if (printed >= wanted) return 'caught';
    if (real < wanted) return 'tooSmall';
    return showsAll(chain) ? 'blurred' : 'hidden';
  })();
  const said = fill(labels.findings[name], {
    n: grouped(state.prompts),
    real: ofHundred(labels, real),
    printed: ofHundred(labels, printed),
    alpha: state.alpha,
  });
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** One sentence on the present state, for readers who do not see the picture. */
export function sentence(
  labels: Labels,
  state: LabState,
  exact: readonly ExactPoint[],
  own?: OwnShown,
): string {
  const words = labels.states;
  const chain = chainOf(state);
  if (state.panel === 'own') return own ? reading(labels.own, own.analysis) : words.own;
  if (state.panel === 'leak') {
    const row = leakRow(state, state.recognition / 100);
    return fill(words.leak, {
      auc: areaText(row.area),
      share: tenth(chain.share),
      shown: tenth(row.gap),
      gap: tenth(gapOf(chain.real)),
      times: timesText(labels, row.times),
    });
  }
  if (state.panel === 'looking') {
    const { exact: real } = lookingAt(state);
    return fill(words.looking, {
      low: state.clean,
      high: state.clean + state.extra,
      alarm: tenth(real.low.high),
      miss: tenth(real.high.low),
      readLow: meanCount(real.low.replies),
      readHigh: meanCount(real.high.replies),
    });
  }
  if (state.panel === 'bayes') {
    const run = testRun(state);
    return fill(words.bayes, {
      seed: state.seed,
      training: run.training.yes,
      unmonitored: run.unmonitored.yes,
      n: grouped(state.prompts),
      p: smallText(run.p),
      chance: ofHundred(labels, run.chance),
    });
  }
  return powerSentence(labels, state, chain, exact);
}

function powerSentence(
  labels: Labels,
  state: LabState,
  chain: Chain,
  exact: readonly ExactPoint[],
): string {
  const { real, printed } = powersOf(state, chain, exact);
  return fill(labels.states.power, {
    n: grouped(state.prompts),
    gap: tenth(gapOf(chain.real)),
    shown: tenth(gapOf(chain.shown)),
    printed: tenth(gapOf(chain.printed)),
    power: ofHundred(labels, printed),
    real: ofHundred(labels, real),
    wanted: state.power,
    needed: promptsText(labels, promptsNeeded(state, chain.printed)),
  });
}
