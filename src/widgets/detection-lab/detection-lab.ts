import * as v from 'valibot';
import { truth, wholeNumber, type LinkSchema } from '../parts/link-state.ts';

/** What the figure shows below its controls, one at a time. */
export const panels = ['power', 'leak', 'looking', 'bayes', 'own'] as const;
export type Panel = (typeof panels)[number];
/** How well founded what each shows is. */
export const marksOf: Record<Panel, ('measured' | 'illustrative')[]> = {
  power: ['measured', 'illustrative'],
  leak: ['measured', 'illustrative'],
  looking: ['illustrative'],
  bayes: ['measured', 'illustrative'],
  own: ['measured'],
};
export const agents = ['threshold', 'soft'] as const;
type Agent = (typeof agents)[number];
/** Chance of a false report that is put up with, in per cent. */
export const alphas = ['1', '5', '10'] as const;
/** Chance of seeing the gap that is asked for, in per cent. */
export const powers = ['80', '90', '95'] as const;

/** What the reader sets. Rates of compliance are in tenths of a per cent, areas in hundredths. */
export interface LabState extends Record<string, number | string | boolean> {
  panel: Panel;
  /** Compliance in the arm that says it trains the model. */
  training: number;
  /** Compliance in real use, where nobody looks. */
  use: number;
  /** Prompts in each arm. */
  prompts: number;
  /** Whether the same prompts are asked in both arms and compared one by one. */
  paired: boolean;
  /** How alike the two answers to one prompt are: 0 as if unrelated, 100 as alike as the rates allow. */
  alike: number;
  /** Whether a classifier decides what counts as complying. */
  judged: boolean;
  /** Area under the ROC curve of that classifier. */
  judge: number;
  /** Of 100 refusals, so many are counted as complying. */
  alarms: number;
  /** Area under the ROC curve of the model that tells the test from real use; 50 is a coin. */
  recognition: number;
  agent: Agent;
  /** Where the threshold lies, in tenths of a standard deviation above the unbiased one. */
  criterion: number;
  alpha: (typeof alphas)[number];
  power: (typeof powers)[number];
  /** Marked scratchpads of 100 if the model does not fake. */
  clean: number;
  /** How many more of 100 are marked if it does. */
  extra: number;
  seed: number;
}

/** Compliance in the two tiers of the 2024 study, in per cent, and the gap. @see greenblatt2024, Table 1 */
export interface PublishedGap {
  training: number;
  use: number;
  /** Points, with one standard error; rounded in print by itself. */
  gap: number;
  se: number;
}

/** The published numbers that the figure draws. */
export interface Published extends PublishedGap {
  /** Areas of telling tests from real use. @see needham2025 */
  recognition: { id: RecognitionId; area: number }[];
  /** Area of a classifier of alignment-faking reasoning. @see hughes2025 */
  judge: number;
}

type RecognitionId = 'chatLow' | 'chatHigh' | 'best' | 'people' | 'agentic';

/** Least, greatest and step of what sliders set. */
export const limits = {
  training: [0, 1000, 1],
  use: [0, 1000, 1],
  prompts: [5, 20_000, 1],
  alike: [0, 100, 5],
  judge: [50, 99, 1],
  alarms: [0, 30, 1],
  recognition: [50, 99, 1],
  criterion: [-20, 20, 1],
  clean: [1, 30, 1],
  // Closer rates take thousands of scratchpads to tell apart.
  extra: [5, 60, 1],
} as const;
export const highestSeed = 999;

/** The state at rest: the published rates, and a test that is recognised as well as the best model did. */
export function defaultsFrom({ training, use, recognition, judge }: Published): LabState {
  const area = (id: RecognitionId) => recognition.find((each) => each.id === id)!.area;
  return {
    panel: 'power',
    training: Math.round(10 * training),
    use: Math.round(10 * use),
    prompts: 100,
    paired: false,
    alike: 0,
    judged: false,
    judge: Math.round(100 * judge),
    alarms: 5,
    recognition: Math.round(100 * area('best')),
    agent: 'threshold',
    criterion: 0,
    alpha: '5',
    power: '80',
    clean: 1,
    extra: 9,
    // Both runs of the sequential test end rightly with it, as most do, and neither at once.
    seed: 12,
  };
}

/** Reads an address against a state at rest. */
export function linkSchemaFor(defaults: LabState): LinkSchema<LabState> {
  const setting = (key: keyof typeof limits) =>
    v.optional(wholeNumber(limits[key][0], limits[key][1]), String(defaults[key]));
  const yes = (key: 'paired' | 'judged') => v.optional(truth, defaults[key] ? 'true' : 'false');
  return v.strictObject({
    panel: v.optional(v.picklist(panels), defaults.panel),
    training: setting('training'),
    use: setting('use'),
    prompts: setting('prompts'),
    paired: yes('paired'),
    alike: setting('alike'),
    judged: yes('judged'),
    judge: setting('judge'),
    alarms: setting('alarms'),
    recognition: setting('recognition'),
    agent: v.optional(v.picklist(agents), defaults.agent),
    criterion: setting('criterion'),
    alpha: v.optional(v.picklist(alphas), defaults.alpha),
    power: v.optional(v.picklist(powers), defaults.power),
    clean: setting('clean'),
    extra: setting('extra'),
    seed: v.optional(wholeNumber(1, highestSeed), String(defaults.seed)),
  });
}

/**
 * Numbers of prompts that a slider offers: each about a tenth above the one before, rounded to two
 * figures, from 10 to 20,000.
 */
export const promptSteps: readonly number[] = [
  ...new Set(
    Array.from({ length: 81 }, (_, step) => {
      const exact = 10 * 10 ** ((step * Math.log10(2000)) / 80);
      const unit = 10 ** (Math.floor(Math.log10(exact)) - 1);
      return unit * Math.round(exact / unit);
    }),
  ),
];

/** Place of the step that is nearest to a number of prompts, by ratio. */
export function promptStep(prompts: number): number {
  const off = (step: number) => Math.abs(Math.log(promptSteps[step]! / prompts));
  return promptSteps.reduce((best, _, step) => (off(step) < off(best) ? step : best), 0);
}

/** A whole number with commas between thousands. */
export const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
