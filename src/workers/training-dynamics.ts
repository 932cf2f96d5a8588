import { createStrategyLearner, type ReinforceSettings } from '../models/strategy-reinforce.ts';

/** Learners that differ in nothing but their luck. */
export interface RunsOrder extends Omit<ReinforceSettings, 'seed'> {
  /** Shares of refusing, faking and sincerely complying at the start. */
  start: readonly number[];
  rewards: readonly number[];
  /** Seed of the first learner; each next one has the next seed. */
  firstSeed: number;
  runs: number;
  steps: number;
  /** Steps between two points of a line; it divides `steps`. */
  every: number;
}

/** Finished learners so far. */
export interface RunsFrame {
  /** The faker's share along each run: at the start and then at every point. */
  lines: readonly (readonly number[])[];
}

/** Trains one learner after the other and shows each when it has finished. */
function* runs({
  start,
  rewards,
  firstSeed,
  runs,
  steps,
  every,
  ...settings
}: RunsOrder): Generator<RunsFrame | undefined, RunsFrame, undefined> {
  const lines: number[][] = [];
  while (lines.length < runs) {
    const seed = firstSeed + lines.length;
    const learner = createStrategyLearner(start, rewards, { ...settings, seed });
    const line = [learner.shares[1]!];
    for (let step = 0; step < steps; step += every) {
      learner.learn(every);
      line.push(learner.shares[1]!);
      yield;
    }
    lines.push(line);
    yield { lines: [...lines] };
  }
  return { lines };
}

/** What the figure asks of its worker. */
export const jobs = { runs };
