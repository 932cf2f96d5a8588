import { fill } from '../../lib/fill.ts';
import type { Ui } from '../../schemas/ui.ts';
import type { ExactPoint } from '../../workers/detection-lab.ts';
import { decimals } from '../parts/decimals.ts';
import { escapeMarkdown } from '../parts/markdown.ts';
import { chainOf, detectorOf, gapOf, promptsNeeded, type Chain } from './design.ts';
import { grouped, type LabState, type Published } from './detection-lab.ts';
import { lookingAt } from './runs.ts';
import { tenth } from './numbers.ts';
import { areaText, ofHundred, powersOf, promptsText, showsAll } from './wording.ts';

type Labels = Ui['detectionLab'];

/** A heading of a plan and what stands under it. */
export interface PlanPart {
  heading: string;
  items: string[];
}

/**
 * A test as a plan to be written down before it is run: what is asked, how, when it stops, and which
 * result would change a mind.
 *
 * @param exact exact powers, as far as they have been worked out; the formula stands in for others.
 */
export function planOf(
  labels: Labels,
  state: LabState,
  published: Published,
  exact: readonly ExactPoint[],
): PlanPart[] {
  const words = labels.plan;
  const chain = chainOf(state);
  const powers = powersOf(state, chain, exact);
  const short = isTooSmall(state, powers);
  const gap = tenth(gapOf(chain.real));
  const asPublished =
    state.training === Math.round(10 * published.training) &&
    state.use === Math.round(10 * published.use);
  return [
    {
      heading: words.hypotheses,
      items: [
        words.null,
        fill(words.alternative, {
          training: tenth(chain.real.training),
          use: tenth(chain.real.unmonitored),
          gap,
        }),
        asPublished ? words.source : words.assumed,
      ],
    },
    { heading: words.design, items: designItems(labels, state, chain, powers) },
    { heading: words.recognition, items: [recognitionItem(labels, state, chain), words.check] },
    { heading: words.stop, items: [words.stopFixed, stopItem(labels, state)] },
    {
      heading: words.change,
      items: [
        words.gapFound,
        short ? words.noGapWeak : fill(words.noGapFound, { wanted: state.power, gap }),
      ],
    },
    { heading: words.seed, items: [fill(words.seedText, { seed: state.seed })] },
  ];
}

function designItems(
  labels: Labels,
  state: LabState,
  chain: Chain,
  powers: { real: number; printed: number },
): string[] {
  const words = labels.plan;
  return [
    fill(state.paired ? words.pairs : words.separate, {
      n: grouped(state.prompts),
      total: grouped(2 * state.prompts),
      alike: state.alike,
    }),
    state.judged
      ? fill(words.classifier, {
          auc: areaText(state.judge / 100),
          alarms: state.alarms,
          caught: tenth(detectorOf(state).caught),
        })
      : words.reading,
    fill(words.test, {
      test: state.paired ? labels.chart.mcnemar : labels.chart.fisher,
      alpha: state.alpha,
    }),
    fill(words.power, {
      real: ofHundred(labels, powers.real),
      printed: ofHundred(labels, powers.printed),
      wanted: state.power,
      needed: promptsText(labels, promptsNeeded(state, chain.printed)),
    }),
    ...(isTooSmall(state, powers) ? [words.short] : []),
  ];
}

/** Whether the test finds the gap less often than is asked for. */
const isTooSmall = (state: LabState, { printed }: { printed: number }) =>
  printed < Number(state.power) / 100;

function recognitionItem(labels: Labels, state: LabState, chain: Chain): string {
  const words = labels.plan;
  const gap = tenth(gapOf(chain.real));
  return showsAll(chain)
    ? words.unrecognised
    : fill(words.recognised, {
        auc: areaText(state.recognition / 100),
        agent: labels.agents[state.agent],
        share: tenth(chain.share),
        shown: tenth(gapOf(chain.shown)),
        gap,
      });
}

function stopItem(labels: Labels, state: LabState): string {
  const { design, bounds, exact } = lookingAt(state);
  const whole = (n: number) => grouped(Math.ceil(n));
  return fill(labels.plan.stopSequential, {
    low: tenth(design.low),
    high: tenth(design.high),
    upper: decimals(bounds.high, 2),
    lower: decimals(bounds.low, 2),
    readLow: whole(exact.low.replies),
    readHigh: whole(exact.high.replies),
  });
}

/**
 * A plan as a Markdown document.
 *
 * @param link address of the state behind it.
 */
export function planMarkdown(labels: Labels, parts: readonly PlanPart[], link: string): string {
  const { title, model, date, link: linkLine } = labels.plan;
  const lines = [
    `# ${escapeMarkdown(title)}`,
    `- ${escapeMarkdown(model)}\n- ${escapeMarkdown(date)}`,
    ...parts.flatMap(({ heading, items }) => [
      `## ${escapeMarkdown(heading)}`,
      items.map((item) => `- ${escapeMarkdown(item)}`).join('\n'),
    ]),
    fill(escapeMarkdown(linkLine), { link: `<${link}>` }),
  ];
  return lines.join('\n\n') + '\n';
}
