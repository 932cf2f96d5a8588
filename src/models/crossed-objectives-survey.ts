import {
  curvesOf,
  distances,
  layOver,
  rewired,
  type Base,
  type Curves,
  type FineTuning,
} from './crossed-objectives.ts';

/** A quantity over many data sets: its mean and its standard deviation. */
export interface Average {
  mean: number;
  sd: number;
}

/** One fine-tuning tried on many data sets: `Curves`, and the share of far examples of corpus B that flipped. */
export type Survey = Record<keyof Curves, Average[]> & { flipped: Average };

/** Seeds of the data sets that a survey averages over. */
export const surveySeeds: readonly number[] = Array.from({ length: 20 }, (_, index) => index + 1);

/** Tries a fine-tuning on every base, with pauses. */
export function* survey(
  bases: readonly Base[],
  tuning: FineTuning,
): Generator<undefined, Survey, undefined> {
  const all: Curves[] = [];
  const shares: number[] = [];
  for (const base of bases) {
    const overlay = yield* layOver(base, tuning);
    yield;
    all.push(curvesOf(base, overlay));
    yield;
    const { far, flipped } = rewired(base, overlay);
    shares.push(flipped.xs.length / far);
    yield;
  }
  const over = (curve: keyof Curves) =>
    distances.map((_, ring) => average(all.map((curves) => curves[curve][ring]!)));
  return {
    before: over('before'),
    after: over('after'),
    entropy: over('entropy'),
    flipped: average(shares),
  };
}

function average(values: number[]): Average {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, sd: Math.sqrt(squares / (values.length - 1)) };
}
