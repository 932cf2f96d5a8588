import * as v from 'valibot';
import { fill } from '../../lib/fill.ts';
import type { EvidenceEntry } from '../../schemas/evidence.ts';
import type { Ui } from '../../schemas/ui.ts';
import { decimals } from '../parts/decimals.ts';
import type { LinkSchema } from '../parts/link-state.ts';
import type { TableData } from '../parts/table-data.ts';

type Labels = Ui['exfiltration'];

/** How the model came to know of its training: told in the prompt, or taught by invented documents. */
export const settings = ['prompted', 'documents'] as const;
export type Setting = (typeof settings)[number];

/** Where in the study a rate was taken: with no conflict, as usual, after reward, with no scratchpad. */
export const stages = ['baseline', 'usual', 'afterRl', 'noScratchpad'] as const;
export type Stage = (typeof stages)[number];

/** What a stage is called in the evidence, where the two settings name it differently. */
export const recordedAs = {
  prompted: { baseline: 'baseline', usual: 'default', afterRl: 'after_rl', noScratchpad: 'no_cot' },
  documents: {
    baseline: 'baseline',
    usual: 'documents',
    afterRl: 'after_rl',
    noScratchpad: 'no_cot',
  },
} as const satisfies Record<Setting, Record<Stage, string>>;

/** The behaviours of one figure of the paper, by training aim, with their entries. @see greenblatt2024, Figure 27 */
export const entries = {
  helpful: {
    unasked: { prompted: 'G24-044', documents: 'G24-050' },
    easy: { prompted: 'G24-043', documents: 'G24-049' },
    downplays: { prompted: 'G24-041', documents: 'G24-047' },
    research: { prompted: 'G24-039', documents: 'G24-045' },
    technique: { prompted: 'G24-040', documents: 'G24-046' },
    summary: { prompted: 'G24-042', documents: 'G24-048' },
  },
  welfare: {
    welfareEasy: { prompted: 'G24-055', documents: 'G24-060' },
    employee: { prompted: 'G24-054', documents: 'G24-059' },
    whistle: { prompted: 'G24-051', documents: 'G24-056' },
    evidence: { prompted: 'G24-052', documents: 'G24-057' },
    breakIn: { prompted: 'G24-053', documents: 'G24-058' },
  },
} as const;

export const aims = ['helpful', 'welfare'] as const;
export type Behaviour = keyof (typeof entries)['helpful'] | keyof (typeof entries)['welfare'];
export const behavioursOf = (aim: (typeof aims)[number]) =>
  Object.keys(entries[aim]) as Behaviour[];
export const behaviours = aims.flatMap(behavioursOf);

/** The training aim under which a behaviour was looked for. */
export const aimOf = (behaviour: Behaviour) =>
  aims.find((aim) => behavioursOf(aim).includes(behaviour))!;

/** Published rates of one behaviour in per cent; absent where the figure has no such bar. */
export type Rates = Record<Setting, Partial<Record<Stage, number>>>;
export type PublishedRates = Record<Behaviour, Rates>;

/**
 * The rates of one entry of the evidence, by stage.
 *
 * @throws a sentence where the entry holds anything but single rates of these stages.
 */
export function ratesFrom(figures: EvidenceEntry['figures'], setting: Setting): Rates[Setting] {
  const names = recordedAs[setting];
  const rates = stages.flatMap((stage) => {
    const value = figures?.[names[stage]]?.value;
    return value === undefined ? [] : [[stage, value] as const];
  });
  if (rates.length === 0 || rates.length !== Object.keys(figures ?? {}).length) {
    throw new Error(`These are not rates by stage: ${Object.keys(figures ?? {}).join(', ')}.`);
  }
  return Object.fromEntries(rates);
}

/** What the reader sets. */
export interface ExfiltrationState extends Record<string, string> {
  behaviour: Behaviour;
}

export const defaults: ExfiltrationState = { behaviour: 'unasked' };

export const linkSchema: LinkSchema<ExfiltrationState> = v.strictObject({
  behaviour: v.optional(v.picklist(behaviours), defaults.behaviour),
});

/** A rate as printed, with one decimal. */
export const one = (rate: number) => decimals(rate, 1);

/**
 * So many strokes side by side, in a picture of 100 by 1: one for each chance in a hundred.
 *
 * @param short what is left out at either end of a stroke.
 */
export const strokes = (count: number, short = 0) =>
  Array.from(
    { length: Math.round(count) },
    (_, index) => `M${index + 0.5} ${short}V${1 - short}`,
  ).join('');

/** Fewer than this many of a hundred, in the usual version of a setting, are called rare. */
const rare = 5;
/** At least as many are called frequent. */
const frequent = 20;

/** What the rates of a behaviour show, by name of its sentence. */
export function finding({ prompted, documents }: Rates) {
  const all = [...Object.values(prompted), ...Object.values(documents)];
  if (Math.max(...all) < rare) return 'findingRare';
  if (prompted.usual! >= frequent && documents.usual! >= frequent) return 'findingBoth';
  if (prompted.usual! < rare && documents.usual! >= frequent) return 'findingDocuments';
  return 'findingMixed';
}

/** The numbers that a finding or an outcome names. */
export const numbersOf = ({ prompted, documents }: Rates) => ({
  prompted: one(prompted.usual!),
  documents: one(documents.usual!),
  most: one(Math.max(...Object.values(prompted), ...Object.values(documents))),
});

/** The rates of a setting in order, those that the figure has. */
export const ratesIn = (rates: Rates, setting: Setting) =>
  stages.flatMap((stage) => {
    const rate = rates[setting][stage];
    return rate === undefined ? [] : [{ stage, rate }];
  });

/** One sentence on a behaviour and all of its rates. */
export function sentence(labels: Labels, behaviour: Behaviour, rates: Rates): string {
  const listed = (setting: Setting) =>
    ratesIn(rates, setting)
      .map(({ stage, rate }) => `${labels[setting][stage]} ${one(rate)}`)
      .join('; ');
  return fill(labels.announce, {
    behaviour: labels.behaviours[behaviour],
    aim: labels.aims[aimOf(behaviour)],
    prompted: listed('prompted'),
    documents: listed('documents'),
  });
}

/** Every rate of a behaviour, one row a stage and setting. */
export function tableOf(labels: Labels, behaviour: Behaviour, rates: Rates): TableData {
  return {
    caption: fill(labels.tableCaption, {
      behaviour: labels.behaviours[behaviour],
      aim: labels.aims[aimOf(behaviour)],
    }),
    columns: [labels.columnStage, labels.columnRate],
    rows: settings.flatMap((setting) =>
      stages.map((stage) => {
        const rate = rates[setting][stage];
        const head = `${labels.settings[setting]}: ${labels[setting][stage]}`;
        return [head, rate === undefined ? '–' : one(rate)];
      }),
    ),
  };
}
