import * as v from 'valibot';
import { fill } from '../../lib/fill.ts';
import type { Piece } from '../../lib/inline-pieces.ts';
import type { Measure as MeasureText } from '../../schemas/measure.ts';
import type { Ui } from '../../schemas/ui.ts';
import type { LinkSchema } from '../parts/link-state.ts';
import type { TableData } from '../parts/table-data.ts';

export type Labels = Ui['deploymentChecklist'];

export type Stage = MeasureText['stage'];
export type Effort = MeasureText['effort'];

export const stages = [
  'training',
  'release',
  'operation',
  'found',
  'people',
] as const satisfies readonly Stage[];
export const efforts = ['small', 'medium', 'large'] as const satisfies readonly Effort[];

/** How far an organisation is with a measure; `no` is "not for us, because…". */
export const states = ['unseen', 'no', 'planned', 'doing', 'done'] as const;
export type State = (typeof states)[number];

/** A published finding behind a measure. */
export interface Backing {
  id: string;
  /** Source and place in it. */
  citation: string;
  href: string;
}

/** A measure with its tokens looked up. */
export interface Measure {
  id: string;
  title: string;
  stage: Stage;
  why: Piece[];
  steps: Piece[][];
  misses: Piece[];
  /** Empty where we could verify no published figure. */
  evidence: Backing[];
  effort: Effort;
  owner: string;
  /** The lesson that explains it; without an address while it is not written. */
  lesson: { title: string; href?: string | undefined };
}

/** What an organisation writes about one measure. */
export interface Entry {
  state: State;
  /** Why it is not for them; kept while another state is chosen. */
  reason: string;
  owner: string;
  /** `YYYY-MM-DD`, or empty. */
  due: string;
  note: string;
}

/** Whose checklist it is. */
export interface Head {
  organisation: string;
  system: string;
  /** `YYYY-MM-DD`, or empty. */
  date: string;
  by: string;
}

/** Everything that an organisation has written. */
export interface Written {
  version: 1;
  head: Head;
  /** By the measure's id. A measure that the list no longer has keeps its entry. */
  entries: Record<string, Entry>;
}

export const blank: Entry = { state: 'unseen', reason: '', owner: '', due: '', note: '' };
export const nothingWritten: Written = {
  version: 1,
  head: { organisation: '', system: '', date: '', by: '' },
  entries: {},
};

/** What was written about a measure. */
export const entryOf = ({ entries }: Written, id: string): Entry => entries[id] ?? blank;

/** What the reader sets: which measures the list shows. Nothing that an organisation writes is in it. */
export interface ChecklistState extends Record<string, string> {
  /** The stage that is unfolded. */
  stage: Stage | 'none';
  effort: Effort | 'all';
  /** `open`: neither done nor set aside. */
  state: State | 'all' | 'open';
}

export const defaults: ChecklistState = { stage: 'none', effort: 'all', state: 'all' };

export const linkSchema: LinkSchema<ChecklistState> = v.strictObject({
  stage: v.optional(v.picklist(['none', ...stages]), defaults.stage),
  effort: v.optional(v.picklist(['all', ...efforts]), defaults.effort),
  state: v.optional(v.picklist(['all', 'open', ...states]), defaults.state),
});

const isOpen = (state: State) => state !== 'done' && state !== 'no';

/** The measures that pass the filter. */
export function shownMeasures(
  measures: readonly Measure[],
  written: Written,
  { effort, state }: ChecklistState,
): Measure[] {
  return measures.filter((measure) => {
    const own = entryOf(written, measure.id).state;
    return (
      (effort === 'all' || measure.effort === effort) &&
      (state === 'all' || own === state || (state === 'open' && isOpen(own)))
    );
  });
}

/** How many of some measures are in each state. */
export function countStates(measures: readonly Measure[], written: Written): Record<State, number> {
  const counts = { unseen: 0, no: 0, planned: 0, doing: 0, done: 0 };
  for (const { id } of measures) counts[entryOf(written, id).state] += 1;
  return counts;
}

/** In which order a stage with nothing in place is named: what hurts a running system comes first. */
const gravest = ['operation', 'found', 'release', 'people', 'training'] as const;

/** What the checklist shows now: how much is in place, and where nothing is. */
export function finding(labels: Labels, measures: readonly Measure[], written: Written): string {
  const counts = countStates(measures, written);
  if (counts.unseen === measures.length) {
    const backed = measures.filter(({ evidence }) => evidence.length > 0).length;
    return fill(labels.findingFresh, {
      total: measures.length,
      backed,
      rest: measures.length - backed,
    });
  }
  const total = measures.length - counts.no;
  if (total === 0) return labels.findingNone;
  if (counts.done === 0) {
    return fill(labels.findingStarted, { total, planned: counts.planned, doing: counts.doing });
  }
  if (counts.done === total) return fill(labels.findingAll, { total });
  const gap = gravest.find((stage) => {
    const own = countStates(
      measures.filter((measure) => measure.stage === stage),
      written,
    );
    return own.done === 0 && own.unseen + own.planned + own.doing > 0;
  });
  return fill(labels.findingSome, {
    done: counts.done,
    total,
    gap: gap ? labels.gaps[gap] : labels.noGap,
  });
}

/** One sentence on all measures, and on how many of them pass the filter. */
export function sentence(
  labels: Labels,
  measures: readonly Measure[],
  written: Written,
  values: ChecklistState,
): string {
  const counts = countStates(measures, written);
  return fill(labels.announce, {
    total: measures.length,
    counts: states.map((state) => `${labels.states[state]} ${counts[state]}`).join(', '),
    shown: shownMeasures(measures, written, values).length,
  });
}

/** Every measure with its state, one row each. */
export function tableOf(labels: Labels, measures: readonly Measure[], written: Written): TableData {
  return {
    caption: labels.tableCaption,
    columns: [labels.measure, labels.stage, labels.effort, labels.findings, labels.state],
    words: [1, 2, 4],
    rows: measures.map((measure) => [
      measure.title,
      labels.stages[measure.stage],
      labels.efforts[measure.effort],
      measure.evidence.length,
      labels.states[entryOf(written, measure.id).state],
    ]),
  };
}

/** Checks that the prediction asks about: which of them alone would have shown nothing? */
export const checks = ['training', 'tiers', 'reasoning', 'chat'] as const;
export type Check = (typeof checks)[number];
/** Answers in training alone looked perfect after the reward. @see greenblatt2024, Table 2 */
export const blindCheck: Check = 'training';

/** A published value on a scale of its own, with one standard error where one is printed. */
export interface Reading {
  value: number;
  se?: number | undefined;
}

/** What each of the checks would have read after the reward. `chat` holds a value from before as well. */
export interface CheckReadings {
  /** Refusals in training, in per cent. */
  training: Reading;
  /** Compliance gap, in percentage points. */
  tiers: Reading;
  /** Alignment-faking reasoning, in per cent of scratchpads. */
  reasoning: Reading;
  /** Voiced preference for avoiding harm, from 0 to 10. */
  chat: Reading & { before: number };
}

/** A published value as its source prints it. */
export const shown = (check: Check, value: number) => value.toFixed(check === 'chat' ? 2 : 1);

/** All readings as text, for sentences. */
export const readingTexts = (readings: CheckReadings) => ({
  training: shown('training', readings.training.value),
  tiers: shown('tiers', readings.tiers.value),
  reasoning: shown('reasoning', readings.reasoning.value),
  chat: shown('chat', readings.chat.value),
  before: shown('chat', readings.chat.before),
});
