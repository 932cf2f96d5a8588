import type { Moment, SweepFrame, TrainFrame } from '../../workers/coin-corridor.ts';
import {
  defaults,
  settingsOf,
  shares,
  sweepSeeds,
  type TrainingSettings,
} from './coin-corridor.ts';

/** A training, whole or so far. */
export interface Trained {
  settings: TrainingSettings;
  /** Its moments, the present one last; never empty. */
  course: readonly Moment[];
  /** Weights at the last moment. */
  weights: Float64Array;
}

/** Learners for every share, trained with the same salience and episodes. */
export interface Sweep {
  settings: Pick<TrainingSettings, 'salience' | 'episodes'>;
  /** Exits first of each learner as shares of 1, by share in the order of `shares`. */
  runs: readonly (readonly number[])[];
  /** Trained while the page was built. */
  beforehand?: boolean;
}

/** How hard exit and coin pull at a moment as the learner sees them, the coin less clearly. */
export function pullsAt({ pulls: { exit, coin } }: Moment, salience: number): Moment['pulls'] {
  const dim = (pull: number) => (pull * salience) / 100;
  return {
    exit,
    coin: {
      up: dim(coin.up),
      down: dim(coin.down),
      left: dim(coin.left),
      right: dim(coin.right),
    },
  };
}

/**
 * A moment as a row of numbers: episodes; rates; pulls of the exit and of the coin. The exit never
 * lies to the left, so that one pull is left out.
 */
export function numbersOf({ episodes, pulls: { exit, coin }, ...rates }: Moment): number[] {
  return [
    episodes,
    ...[rates.trainingSuccess, rates.exitFirst, rates.coinFirst, rates.neither],
    ...[exit.right, exit.up, exit.down],
    ...[coin.right, coin.up, coin.down, coin.left],
  ];
}

/** The moment that a row of numbers stands for. */
function momentOf(numbers: readonly number[]): Moment {
  const at = (index: number) => numbers[index] ?? 0;
  return {
    episodes: at(0),
    trainingSuccess: at(1),
    exitFirst: at(2),
    coinFirst: at(3),
    neither: at(4),
    pulls: {
      exit: { right: at(5), up: at(6), down: at(7), left: 0 },
      coin: { right: at(8), up: at(9), down: at(10), left: at(11) },
    },
  };
}

/** A training as numbers only, to be sent with the page. */
export interface Packed {
  course: number[][];
  weights: number[];
}

/** A sweep as short texts, to be sent with the page: exits first of a thousand, share by share. */
export type PackedSweep = string[];

const short = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** Packs a training for the page: rates are counts of a thousand, and pulls are shown with two decimals. */
export function pack({ course, weights }: TrainFrame): Packed {
  return {
    course: course.map((moment) =>
      numbersOf(moment).map((value, i) => short(value, i < 5 ? 3 : 2)),
    ),
    weights: [...weights].map((weight) => short(weight, 4)),
  };
}

/** The training at rest, from what was sent with the page. */
export const unpack = ({ course, weights }: Packed): Trained => ({
  settings: settingsOf(defaults),
  course: course.map(momentOf),
  weights: Float64Array.from(weights),
});

export const packSweep = ({ runs }: SweepFrame): PackedSweep =>
  runs.map((exits) => exits.map((exit) => Math.round(1000 * exit)).join(' '));

/** The sweep at rest, from what was sent with the page. */
export const unpackSweep = (packed: PackedSweep): Sweep => ({
  settings: settingsOf(defaults),
  runs: packed.map((exits) => exits.split(' ').map((exit) => Number(exit) / 1000)),
  beforehand: true,
});

/** Moments of a training that its picture shows after the first. */
const framesShown = 80;

/** What the worker is asked for. Shares are whole per cents here and of 1 there. */
export const orderFor = ({ share, salience, episodes, seed }: TrainingSettings) => ({
  ...{ randomShare: share / 100, salience: salience / 100 },
  ...{ episodes, seed, frames: framesShown },
});

/** The same for a sweep over all shares. */
export const sweepOrderFor = ({ salience, episodes }: Sweep['settings']) => ({
  shares: shares.map((share) => share / 100),
  seeds: Array.from({ length: sweepSeeds }, (_, index) => index + 1),
  salience: salience / 100,
  episodes,
});
