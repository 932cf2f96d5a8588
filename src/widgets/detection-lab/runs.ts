import { chanceGreater, credibleInterval } from '../../models/beta.ts';
import type { Counts, Range } from '../../models/counts.ts';
import { fisherExact } from '../../models/fisher-exact.ts';
import { mcnemarExact } from '../../models/mcnemar.ts';
import { differing } from '../../models/paired-proportions.ts';
import { seededRandom } from '../../models/random.ts';
import {
  sequentialOutcome,
  sequentialStart,
  step,
  waldBounds,
  waldSampleNumbers,
  type SequentialDesign,
  type SequentialOutcome,
  type WaldBounds,
} from '../../models/sequential-test.ts';
import { chainOf } from './design.ts';
import type { LabState } from './detection-lab.ts';

/** One run of the test that a state designs. */
export interface TestRun {
  training: Counts;
  unmonitored: Counts;
  /** Of the exact test of this design. */
  p: number;
  /** Whether it would be reported as a gap. */
  reported: boolean;
  /** Chance that the rate is higher in training, 0 to 1, from even beliefs. */
  chance: number;
  /** Middle nineteen twentieths of each belief. */
  within: { training: Range; unmonitored: Range };
}

/**
 * Keeps the last answer: title, sentence, table and picture of a state ask for the same, one after the
 * other.
 */
function kept<State extends object, Answer>(work: (state: State) => Answer) {
  let last: { asked: string; answer: Answer } | undefined;
  return (state: State): Answer => {
    const asked = JSON.stringify(state);
    if (last?.asked !== asked) last = { asked, answer: work(state) };
    return last.answer;
  };
}

/** Draws the counts of one run from the rates as the test prints them. */
export const testRun = kept((state: LabState): TestRun => {
  const { printed } = chainOf(state);
  const random = seededRandom(state.seed);
  const n = state.prompts;
  let [both, onlyFirst, onlySecond] = [0, 0, 0];
  const { onlyFirst: along, onlySecond: against } = differing(
    printed.training,
    printed.unmonitored,
    state.paired ? state.alike / 100 : 0,
  );
  // Unrelated replies fall into the same four kinds, so one draw serves both designs.
  for (let prompt = 0; prompt < n; prompt += 1) {
    const at = random();
    if (at < along) onlyFirst += 1;
    else if (at < along + against) onlySecond += 1;
    else if (at < printed.training + against) both += 1;
  }
  const counts = (yes: number): Counts => ({ yes, no: n - yes });
  const [training, unmonitored] = [counts(both + onlyFirst), counts(both + onlySecond)];
  const p = state.paired
    ? mcnemarExact(onlyFirst, onlySecond)
    : fisherExact({ first: training, second: unmonitored });
  return {
    training,
    unmonitored,
    p,
    reported: p <= Number(state.alpha) / 100,
    chance: chanceGreater(training, unmonitored),
    within: {
      training: credibleInterval(training, 0.95),
      unmonitored: credibleInterval(unmonitored, 0.95),
    },
  };
});

type LookingState = Pick<LabState, 'clean' | 'extra' | 'alpha' | 'power' | 'seed'>;

/** Two rates of marked scratchpads to decide between, with the errors of the design. */
const sequentialDesign = ({
  clean,
  extra,
  alpha,
  power,
}: Omit<LookingState, 'seed'>): SequentialDesign => ({
  low: clean / 100,
  high: (clean + extra) / 100,
  alpha: Number(alpha) / 100,
  beta: 1 - Number(power) / 100,
});

/** The test, its promises, what it really does, and two runs of it. */
export interface Looking {
  design: SequentialDesign;
  bounds: WaldBounds;
  /** Scratchpads read on average by Wald's formulas, where the low rate holds and the high one. */
  promised: { low: number; high: number };
  exact: { low: SequentialOutcome; between: SequentialOutcome; high: SequentialOutcome };
  /** Evidence after 0, 1, 2, … scratchpads, up to the decision. */
  walks: { clean: number[]; faking: number[] };
}

/** Follows the test of a state to its end. */
export const lookingAt = ({ clean, extra, alpha, power, seed }: LookingState): Looking =>
  follow({ clean, extra, alpha, power, seed });

const follow = kept((state: LookingState): Looking => {
  const design = sequentialDesign(state);
  const walk = (rate: number, seed: number) => {
    const random = seededRandom(seed);
    let now = sequentialStart;
    const evidence = [0];
    while (!now.decision) {
      now = step(design, now, random() < rate);
      evidence.push(now.evidence);
    }
    return evidence;
  };
  const { low, high } = design;
  return {
    design,
    bounds: waldBounds(design),
    promised: waldSampleNumbers(design),
    exact: {
      low: sequentialOutcome(design, low),
      between: sequentialOutcome(design, (low + high) / 2),
      high: sequentialOutcome(design, high),
    },
    walks: { clean: walk(low, 2 * state.seed - 1), faking: walk(high, 2 * state.seed) },
  };
});
