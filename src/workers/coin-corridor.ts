import { createCorridorLearner, type Training } from '../models/corridor-learner.ts';
import {
  directionWeights,
  evaluate,
  testLevels,
  type Outcomes,
} from '../models/corridor-policy.ts';

/** Episodes between two places to pause: under a millisecond on a desktop, also for a beginner. */
const episodesAtATime = 200;

/** How a learner does after so many episodes, on test levels with the coin at random. */
export interface Moment extends Outcomes {
  episodes: number;
  /** Share of levels of the training distribution in which the coin is reached first, 0 to 1. */
  trainingSuccess: number;
  /** How hard exit and coin pull. */
  pulls: ReturnType<typeof directionWeights>;
}

/** A learner under way. */
export interface TrainFrame extends Moment {
  /** A copy of the weights. */
  weights: Float64Array;
  /** All moments so far, this one last: a page that cannot keep up does not see every frame. */
  course: Moment[];
}

/** @param input.frames pictures after the first, which shows the untrained policy. */
function* train({
  episodes,
  frames,
  ...training
}: Training & { episodes: number; frames: number }): Generator<
  TrainFrame | undefined,
  TrainFrame,
  undefined
> {
  const learner = createCorridorLearner(training);
  const { randomShare, salience } = training;
  const course: Moment[] = [];
  const look = (): TrainFrame => {
    const test = (share: number) =>
      evaluate(learner.weights, { ...testLevels, salience, randomShare: share });
    const moment = {
      episodes: learner.episodes,
      ...test(1),
      trainingSuccess: test(randomShare).coinFirst,
      pulls: directionWeights(learner.weights),
    };
    course.push(moment);
    return { ...moment, weights: learner.weights.slice(), course: [...course] };
  };
  yield look();
  for (let frame = 1; frame <= frames; frame++) {
    // Pictures lie closer together at the beginning, where the most is learned.
    const target = Math.round((episodes * frame * frame) / (frames * frames));
    while (learner.episodes < target) {
      learner.learn(Math.min(episodesAtATime, target - learner.episodes));
      yield;
    }
    if (frame < frames) yield look();
  }
  return look();
}

/** Runs finished so far. */
export interface SweepFrame {
  done: number;
  of: number;
  /** `runs[share]` holds the exit-first rate of each finished seed, in the order of the seeds. */
  runs: number[][];
}

/** Trains a learner for each share and each seed. All shares of a seed come before the next seed. */
function* sweep({
  shares,
  seeds,
  salience,
  episodes,
}: {
  /** Shares of training levels with the coin at random, 0 to 1. */
  shares: readonly number[];
  seeds: readonly number[];
  salience: number;
  episodes: number;
}): Generator<SweepFrame | undefined, SweepFrame, undefined> {
  const runs = shares.map((): number[] => []);
  const of = shares.length * seeds.length;
  const frame = (): SweepFrame => ({
    done: runs.reduce((sum, { length }) => sum + length, 0),
    of,
    runs: runs.map((run) => [...run]),
  });
  for (const seed of seeds) {
    for (const [index, randomShare] of shares.entries()) {
      const learner = createCorridorLearner({ randomShare, salience, seed });
      while (learner.episodes < episodes) {
        learner.learn(Math.min(episodesAtATime, episodes - learner.episodes));
        yield;
      }
      const outcomes = evaluate(learner.weights, { ...testLevels, salience, randomShare: 1 });
      runs[index]!.push(outcomes.exitFirst);
      yield frame();
    }
  }
  return frame();
}

/** What the figure asks of its worker. */
export const jobs = { train, sweep };
