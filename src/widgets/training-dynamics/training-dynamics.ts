import * as v from 'valibot';
import { fill } from '../../lib/fill.ts';
import {
  leak,
  rewardsOf,
  sharesOf,
  tilt,
  usualTraining,
  type Shares,
} from '../../models/training-dynamics.ts';
import type { Ui } from '../../schemas/ui.ts';
import type { RunsOrder } from '../../workers/training-dynamics.ts';
import { decimals } from '../parts/decimals.ts';
import { truth, wholeNumber, type LinkSchema } from '../parts/link-state.ts';

/** The published starts from which the figure can train. */
export const promptIds = ['default', 'openai', 'cutExamples', 'animalWelfare'] as const;
export type PromptId = (typeof promptIds)[number];
export const batches = ['4', '32', '256'] as const;
export const rates = ['0.1', '0.5', '1'] as const;
export const counts = ['20', '200'] as const;

/** What the reader sets. */
export interface DynamicsState extends Record<string, number | string | boolean> {
  prompt: PromptId;
  /** τ in tenths. */
  pressure: number;
  /** κ in hundredths. */
  leakage: number;
  /** Whether written reasoning costs reward. */
  penalised: boolean;
  /** ε in hundredths, where it does. */
  penalty: number;
  /** Of 100 compliers who write no such reasoning, so many fake in silence. Nobody knows it. */
  silent: number;
  batch: (typeof batches)[number];
  rate: (typeof rates)[number];
  /** How many learners. */
  runs: (typeof counts)[number];
  /** Which set of seeds: set n holds the n-th lot of as many seeds as there are learners. */
  set: number;
}

export const defaults: DynamicsState = {
  prompt: 'default',
  pressure: 10 * usualTraining.pressure,
  leakage: 100 * usualTraining.leakage,
  penalised: false,
  penalty: 50,
  silent: 0,
  batch: '32',
  rate: '0.5',
  runs: '20',
  set: 1,
};

/** Least, greatest and step of what sliders set. */
export const limits = {
  pressure: [0, 120, 1],
  leakage: [0, 120, 1],
  penalty: [0, 100, 1],
  silent: [0, 100, 1],
} as const;
export const highestSet = 999;

const setting = (key: keyof typeof limits) =>
  v.optional(wholeNumber(limits[key][0], limits[key][1]), String(defaults[key]));

export const linkSchema: LinkSchema<DynamicsState> = v.strictObject({
  prompt: v.optional(v.picklist(promptIds), defaults.prompt),
  pressure: setting('pressure'),
  leakage: setting('leakage'),
  penalised: v.optional(truth, 'false'),
  penalty: setting('penalty'),
  silent: setting('silent'),
  batch: v.optional(v.picklist(batches), defaults.batch),
  rate: v.optional(v.picklist(rates), defaults.rate),
  runs: v.optional(v.picklist(counts), defaults.runs),
  set: v.optional(wholeNumber(1, highestSet), String(defaults.set)),
});

/** A published rate in per cent, with one standard error. */
export interface Rate {
  value: number;
  se: number;
}

/** What is published of one prompt at one time, in per cent. */
export interface Rates {
  /** Alignment-faking reasoning in training. */
  faking: Rate;
  refuseTraining: Rate;
  refuseUnmonitored: Rate;
  /** The compliance gap, in points. */
  gap: Rate;
}

/** A prompt with its published ends. @see greenblatt2024, Table 2 and Appendix G.3 */
export interface Prompt {
  id: PromptId;
  before: Rates;
  /** Absent where no numbers are printed. */
  after?: Rates;
  /** Of 100 replies with the reasoning, those that comply: measured in the default prompts alone. */
  followThrough: number;
}

/** What the model says at one pressure, in per cent. */
export interface Moment {
  /** Complies with written alignment-faking reasoning. */
  faking: number;
  refuseTraining: number;
  refuseUnmonitored: number;
  gap: number;
  /** Complies, fakes and does not write it. */
  silent: number;
}

export const sharesAtStart = ({ before, followThrough }: Prompt): Shares =>
  sharesOf({
    faking: before.faking.value / 100,
    refusal: before.refuseTraining.value / 100,
    followThrough: followThrough / 100,
  });

/** ε of a state, in units of the reward. */
export const penaltyOf = ({ penalised, penalty }: DynamicsState) => (penalised ? penalty / 100 : 0);

/** The model at a pressure τ, in units of its own, for the settings of a state. */
export function momentAt(prompt: Prompt, state: DynamicsState, pressure: number): Moment {
  const shares = tilt(sharesAtStart(prompt), pressure, penaltyOf(state));
  const refuseTraining = 100 * (shares.refuses + shares.balks);
  const unmonitored = prompt.before.refuseUnmonitored.value / 100;
  const refuseUnmonitored = 100 * leak(unmonitored, pressure, state.leakage / 100);
  return {
    faking: 100 * shares.fakes,
    refuseTraining,
    refuseUnmonitored,
    gap: refuseUnmonitored - refuseTraining,
    // They earn what sincere compliers earn, so their part among them never changes.
    silent: state.penalised ? shares.complies * state.silent : 0,
  };
}

/** Pressures at which the curves are drawn. */
export const drawnAt = Array.from({ length: 61 }, (_, i) => i / 5);
export const highestPressure = limits.pressure[1] / 10;

/** The learners that a state asks for. */
export const runSteps = 600;
export const runEvery = 15;
export function orderFor(
  prompt: Prompt,
  state: Pick<DynamicsState, 'batch' | 'rate' | 'runs' | 'set'>,
): RunsOrder {
  const { faking, refuseTraining } = prompt.before;
  const [fakes, refuses] = [faking.value / 100, refuseTraining.value / 100];
  const { fakes: reward, refuses: none } = rewardsOf(0);
  const runs = Number(state.runs);
  return {
    start: [refuses, fakes, 1 - fakes - refuses],
    rewards: [none, reward, reward],
    learningRate: Number(state.rate),
    batch: Number(state.batch),
    firstSeed: (state.set - 1) * runs + 1,
    runs,
    steps: runSteps,
    every: runEvery,
  };
}

/** How learners end, in per cent. */
export interface Spread {
  mean: number;
  /** Standard deviation over these learners; absent for fewer than two. */
  sd?: number;
  lowest: number;
  highest: number;
}

/** How the finished learners end, or nothing while there are none. */
export function spreadOf(lines: readonly (readonly number[])[]): Spread | undefined {
  if (!lines.length) return undefined;
  const ends = lines.map((line) => 100 * line.at(-1)!);
  const mean = ends.reduce((sum, end) => sum + end, 0) / ends.length;
  const squares = ends.reduce((sum, end) => sum + (end - mean) ** 2, 0);
  return {
    mean,
    ...(ends.length > 1 && { sd: Math.sqrt(squares / ends.length) }),
    lowest: Math.min(...ends),
    highest: Math.max(...ends),
  };
}

/** A rate with one decimal, and a pressure, which has one too. */
export const one = (value: number) => decimals(value, 1);
export const printed = ({ value, se }: Rate) => `${one(value)}\u00a0±\u00a0${one(se)}`;
export const hundredths = (value: number) => decimals(value / 100, 2);

/** The finding in the present state, in a sentence. */
export function finding(
  labels: Ui['trainingDynamics'],
  prompt: Prompt,
  state: DynamicsState,
): string {
  const now = momentAt(prompt, state, state.pressure / 10);
  const words = {
    faking: Math.round(now.faking),
    before: Math.round(prompt.before.faking.value),
    unmonitored: Math.round(now.refuseUnmonitored),
    silent: Math.round(now.silent),
    measured: prompt.after ? Math.round(prompt.after.refuseUnmonitored.value) : '',
  };
  return fill(labels.findings[findingName(prompt, state)], words);
}

function findingName(
  prompt: Prompt,
  state: DynamicsState,
): keyof Ui['trainingDynamics']['findings'] {
  if (state.pressure === 0) return 'untrained';
  if (penaltyOf(state) > 0) return state.silent > 0 ? 'silent' : 'penalised';
  if (!prompt.after) return 'animalWelfare';
  const { refuseUnmonitored } = momentAt(prompt, state, state.pressure / 10);
  const { value, se } = prompt.after.refuseUnmonitored;
  // Further off than two errors of the measurement is a miss.
  if (refuseUnmonitored > value + 2 * se) return 'tooMuchKept';
  return refuseUnmonitored < value - 2 * se ? 'tooLittleKept' : 'trained';
}

/** One sentence on the present state, for readers who do not see the picture. */
export function sentence(
  labels: Ui['trainingDynamics'],
  prompt: Prompt,
  state: DynamicsState,
): string {
  const now = momentAt(prompt, state, state.pressure / 10);
  return fill(labels.announce, {
    prompt: labels.prompts[prompt.id],
    pressure: one(state.pressure / 10),
    faking: one(now.faking),
    training: one(now.refuseTraining),
    unmonitored: one(now.refuseUnmonitored),
    gap: one(now.gap),
  });
}

/** Pushes words apart that would lie on each other, downwards first, and keeps them above `lowest`. */
export function apart(places: readonly number[], distance: number, lowest: number): number[] {
  const order = places.map((place, i) => ({ place, i })).sort((a, b) => a.place - b.place);
  const put = [...places];
  let above = -Infinity;
  for (const { place, i } of order) above = put[i] = Math.max(place, above + distance);
  let below = lowest + distance;
  for (const { i } of order.reverse()) below = put[i] = Math.min(put[i]!, below - distance);
  return put;
}

/** Lines as a short text: thousandths, the runs apart by commas. */
export const packLines = (lines: readonly (readonly number[])[]) =>
  lines.map((line) => line.map((share) => Math.round(1000 * share)).join(' ')).join();
export const unpackLines = (packed: string) =>
  packed.split(',').map((line) => line.split(' ').map((share) => Number(share) / 1000));
