import * as v from 'valibot';
import { fill } from '../../lib/fill.ts';
import {
  allOrNothing,
  chance,
  type Climb,
  climbOf,
  fakingSkills,
  logScore,
  partialCredit,
  seenAtLeastOnce,
} from '../../models/emergence.ts';
import type { Ui } from '../../schemas/ui.ts';
import { decimals } from '../parts/decimals.ts';
import { wholeNumber, type LinkSchema } from '../parts/link-state.ts';
import type { TableData } from '../parts/table-data.ts';

/** How the same skills are scored. */
export type Score = 'all' | 'partial' | 'log' | 'seen';

/** What the reader sets. */
export type EmergenceState = {
  score: Score;
  /** Steps of the plan that must all go right, 1 to `mostSteps`. */
  steps: number;
  /** Tries per model, a power of ten from 10 on; counts for the score `seen` alone. */
  tries: number;
  /** Models that were tested, evenly spread over the decades; 0 stands for every size. */
  models: number;
  /** Whether the axis of sizes goes by factors of ten or evenly. */
  axis: 'tenfold' | 'even';
};

export const scores: readonly Score[] = ['all', 'partial', 'log', 'seen'];
export const modelsOffered = [0, 8, 6, 5, 4];
export const mostSteps = 12;
/** Most tries per model, as a power of ten. */
export const mostTries = 4;

export const defaults: EmergenceState = {
  score: 'all',
  steps: 3,
  tries: 100,
  models: 0,
  axis: 'tenfold',
};

const among = (offered: readonly number[]) =>
  v.pipe(
    wholeNumber(0, 10 ** mostTries),
    v.check((value) => offered.includes(value)),
  );

export const linkSchema: LinkSchema<EmergenceState> = v.strictObject({
  score: v.optional(v.picklist(['all', 'partial', 'log', 'seen']), defaults.score),
  steps: v.optional(wholeNumber(1, mostSteps), String(defaults.steps)),
  tries: v.optional(among([10, 100, 1000, 10_000]), String(defaults.tries)),
  models: v.optional(among(modelsOffered), String(defaults.models)),
  axis: v.optional(v.picklist(['tenfold', 'even']), defaults.axis),
});

/** The sizes on show, in decades of the model. They hold every climb that can be set. */
export const smallest = 21;
export const largest = 27;

/** A size as a multiple of the smallest one on show. */
export const multiple = (size: number) => 10 ** (size - smallest);

/** Where a size stands on the axis, as a share of its length. */
export function across(size: number, axis: EmergenceState['axis']): number {
  return axis === 'even' ? 10 ** (size - largest) : (size - smallest) / (largest - smallest);
}

/** The lowest chance on the axis of the log score, as a power of ten: one in a billion. */
const logFloor = -9;

/** Height of a chance or share in the plot, as a share of it; below 0 where the axis ends above it. */
export function height(value: number, score: Score): number {
  return score === 'log' ? 1 - Math.log10(value) / logFloor : value;
}

/** The score as a function of size: a chance or a share, 0 to 1. */
export function scoreOf({ score, steps, tries }: EmergenceState): (size: number) => number {
  const skills = fakingSkills(steps);
  if (score === 'partial') return (size) => partialCredit(skills, size);
  const all = (size: number) => allOrNothing(skills, size);
  return score === 'seen' ? (size) => seenAtLeastOnce(all(size), tries) : all;
}

/** Sizes at which something is drawn: of the models tested, or close enough for a smooth curve. */
export function sizesOf({ models }: EmergenceState): number[] {
  const last = (models || 241) - 1;
  return Array.from(
    { length: last + 1 },
    (_, index) => smallest + ((largest - smallest) * index) / last,
  );
}

/** Where the score climbs from 1 in 10 to 9 in 10; few models or another axis do not change it. */
export function climb(state: EmergenceState): Climb {
  return climbOf(scoreOf(state));
}

/** How a task of more steps differs from one of a single step, scored alike; all in decades. */
export function comparison(state: EmergenceState) {
  const now = climb(state);
  const one = climb({ ...state, steps: 1 });
  return { now, one, delay: now.from - one.from, narrowing: one.width - now.width };
}

/** A number of decades with two decimals. */
export const two = (value: number) => decimals(value, 2);

/** A multiple of 1 or more to two figures, as prose prints it: 3459 → "3,500". */
export function rounded(value: number): string {
  return String(Number(value.toPrecision(2))).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The finding of the present state, as a title. */
export function finding(labels: Ui['emergence'], state: EmergenceState): string {
  const { score, steps, tries, models, axis } = state;
  const { now, one, delay, narrowing } = comparison(state);
  const numbers = {
    steps,
    models,
    tries: rounded(tries),
    delay: two(delay),
    width: two(now.width),
  };
  if (axis === 'even' && models) {
    const share = Number((100 * across(sizesOf(state).at(-2)!, axis)).toPrecision(2));
    return fill(labels.findingEvenFew, { ...numbers, share });
  }
  if (axis === 'even') {
    const share = Number((100 * across(now.middle, axis)).toPrecision(2));
    return score === 'log' ? labels.findingEvenLog : fill(labels.findingEven, { share });
  }
  if (models) {
    const leap = Math.round(100 * largestLeap(state));
    return score === 'log'
      ? fill(labels.findingFewLog, numbers)
      : fill(labels.findingFew, { ...numbers, leap });
  }
  if (score === 'all' && steps > 1) {
    return fill(labels.findingAll, { ...numbers, narrowing: two(narrowing) });
  }
  if (score === 'seen') {
    const sooner = climb({ ...state, score: 'all' }).from - now.from;
    return fill(labels.findingSeen, { ...numbers, sooner: two(sooner) });
  }
  const sentence = {
    all: labels.findingOne,
    partial: labels.findingPartial,
    log: labels.findingLog,
  };
  return fill(sentence[score], { ...numbers, one: two(one.width) });
}

/** The most by which the score differs between two models next to each other, 0 to 1. */
export function largestLeap(state: EmergenceState): number {
  const values = sizesOf(state).map(scoreOf(state));
  return Math.max(...values.slice(1).map((value, index) => value - values[index]!));
}

/** One sentence on what is set and how sudden the score is. */
export function sentence(labels: Ui['emergence'], state: EmergenceState): string {
  const { from, to, width } = climb(state);
  return fill(labels.announce, {
    score: scoreName(labels, state),
    steps: state.steps,
    from: rounded(multiple(from)),
    to: rounded(multiple(to)),
    width: two(width),
    models: state.models ? fill(labels.modelsShown, { n: state.models }) : labels.everySizeShown,
    axis: state.axis === 'even' ? labels.axisEven : labels.axisTenfold,
  });
}

/** The name of the score, with the tries where they count. */
export function scoreName(labels: Ui['emergence'], { score, tries }: EmergenceState): string {
  return score === 'seen' ? fill(labels.seenIn, { tries: rounded(tries) }) : labels.scores[score];
}

/** The data behind the picture: a row for each model tested, or for every half decade. */
export function tableOf(labels: Ui['emergence'], state: EmergenceState): TableData {
  const skills = fakingSkills(state.steps);
  const share = (value: number) => Number(value.toFixed(4));
  return {
    caption: fill(labels.tableCaption, { steps: state.steps, tries: rounded(state.tries) }),
    columns: [
      labels.columnSize,
      labels.skills.awareness,
      labels.skills.goal,
      labels.skills.planning,
      labels.scores.all,
      labels.scores.partial,
      labels.columnLog,
      labels.scores.seen,
    ],
    rows: sizesOf({ ...state, models: state.models || 13 }).map((size) => {
      const all = allOrNothing(skills, size);
      return [
        Number(multiple(size).toPrecision(3)),
        ...skills.map((skill) => share(chance(skill, size))),
        share(all),
        share(partialCredit(skills, size)),
        decimals(logScore(skills, size), 3),
        share(seenAtLeastOnce(all, state.tries)),
      ];
    }),
  };
}
