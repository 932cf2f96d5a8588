import * as v from 'valibot';
import type { Outcomes } from '../../models/corridor-policy.ts';
import { wholeNumber, type LinkSchema } from '../parts/link-state.ts';

/** What the reader sets. All but the level settle the training. */
export interface CorridorState extends Record<string, number> {
  /** Share of training levels with the coin at a random place, in per cent; one of `shares`. */
  share: number;
  /** How strongly the coin shows next to the exit, in per cent. */
  salience: number;
  /** Training levels, one after another. */
  episodes: number;
  /** Start of the random draws of the training and of the test. */
  seed: number;
  /** The level on the board, by the start of its random draws. */
  level: number;
}

/** The part of the state that a training depends on. */
export type TrainingSettings = Pick<CorridorState, 'share' | 'salience' | 'episodes' | 'seed'>;

/** Shares of levels with the coin anywhere that can be chosen, in per cent: close together where the learner turns. */
export const shares: readonly number[] = [0, 1, 2, 3, 5, 10, 20, 50, 100];

export const limits = {
  salience: { min: 25, max: 100, step: 5 },
  episodes: { min: 500, max: 20_000, step: 500 },
};
export const highestSeed = 9999;
/** Learners of a sweep for each share. */
export const sweepSeeds = 20;

/** Seed 40 gives an ordinary learner at every share: within seven points of the mean of 150 seeds. */
export const defaults: CorridorState = {
  share: 0,
  salience: 70,
  episodes: 8000,
  seed: 40,
  level: 34,
};

const steps = ({ min, max, step }: { min: number; max: number; step: number }) =>
  v.pipe(wholeNumber(min, max), v.multipleOf(step));

export const linkSchema: LinkSchema<CorridorState> = v.strictObject({
  share: v.optional(v.pipe(wholeNumber(0, 100), v.picklist(shares)), String(defaults.share)),
  salience: v.optional(steps(limits.salience), String(defaults.salience)),
  episodes: v.optional(steps(limits.episodes), String(defaults.episodes)),
  seed: v.optional(wholeNumber(1, highestSeed), String(defaults.seed)),
  level: v.optional(wholeNumber(1, highestSeed), String(defaults.level)),
});

export const settingsOf = ({
  share,
  salience,
  episodes,
  seed,
}: TrainingSettings): TrainingSettings => ({ share, salience, episodes, seed });

/** Whether two trainings would be the same. */
export const sameSettings = (a: TrainingSettings, b: TrainingSettings) =>
  a.share === b.share &&
  a.salience === b.salience &&
  a.episodes === b.episodes &&
  a.seed === b.seed;

/** A share of 1 as so many of 100. */
export const ofHundred = (share: number) => Math.round(100 * share);

/** Three shares that sum to 1 as whole numbers that sum to 100: what is left over goes to the largest remainders. */
export function hundredOf({ exitFirst, coinFirst, neither }: Outcomes) {
  const parts = [exitFirst, coinFirst, neither].map((share) => 100 * share);
  const whole = parts.map((part) => Math.floor(part + 1e-9));
  const order = [0, 1, 2].sort((a, b) => parts[b]! - whole[b]! - (parts[a]! - whole[a]!));
  const left = 100 - whole.reduce((sum, n) => sum + n, 0);
  for (const index of order.slice(0, left)) whole[index]! += 1;
  const [exit = 0, coin = 0, none = 0] = whole;
  return { exit, coin, neither: none };
}

/** A count as it is printed. */
export const counted = (value: number) => value.toLocaleString('en');

/** Learners of one share: their exits first, as shares of 1. */
export const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Where an episode stands on an axis from 0 to 1 that gives the beginning most of the room: a square root. */
export const acrossEpisodes = (episode: number, of: number) => Math.sqrt(episode / of);

/** Where a share stands on an axis from 0 to 1 that gives the low shares most of the room: log(1 + share). */
export const acrossShare = (share: number) => Math.log1p(share) / Math.log1p(100);

/** A signed number with a real minus sign. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  if (Number(text) === 0) return text;
  return (value < 0 ? '−' : '+') + text;
}

/** Positions moved apart where they are closer than `gap`, in their order, none beyond `end`. */
export function apart(positions: readonly number[], gap: number, end: number): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a]! - positions[b]!);
  const moved = [...positions];
  order.forEach((index, place) => {
    const before = order[place - 1];
    if (before !== undefined) moved[index] = Math.max(moved[index]!, moved[before]! + gap);
  });
  let limit = end;
  for (const index of order.toReversed()) {
    moved[index] = Math.min(moved[index]!, limit);
    limit = moved[index] - gap;
  }
  return moved;
}
