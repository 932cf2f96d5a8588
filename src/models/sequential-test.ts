/**
 * Wald's sequential test: replies are judged one after the other until the evidence suffices for one of
 * two rates. On average it needs fewer replies than a test of a fixed size, and a single run may need
 * many more. It knows only the two rates: where the true one lies between them, it takes longest and
 * says nothing of it. Replies are taken to be independent.
 *
 * Wald's bounds and average sample numbers pretend that the evidence stops exactly at a bound. In truth
 * one reply carries it beyond. So the two real error rates add up to no more than those allowed, though one
 * of them may lie a little above its own, and the real runs are longer. Both are given.
 *
 * @see Wald 1945, doi 10.1214/aoms/1177731118
 */
/** Two rates to decide between, and the errors allowed. */
export interface SequentialDesign {
  /** The rate that counts as harmless, between 0 and 1. */
  low: number;
  /** The rate that must not be missed, between `low` and 1. */
  high: number;
  /** Allowed chance to decide for the high rate where the low one holds, such as 0.05. */
  alpha: number;
  /** Allowed chance to decide for the low rate where the high one holds, such as 0.1. */
  beta: number;
}

/** For which rate the test decides. */
export type Decision = 'low' | 'high';

/** A test under way. */
export interface SequentialState {
  /** Replies judged so far. */
  replies: number;
  /** Of these, of the wanted kind. */
  yes: number;
  /** Log-likelihood ratio so far: positive speaks for the high rate. */
  evidence: number;
  /** Once there, further replies change nothing. */
  decision: Decision | undefined;
}

/** The evidence at which the test decides, as logarithms of likelihood ratios. */
export interface WaldBounds {
  /** A = ln((1 − β)/α): from here on for the high rate. */
  high: number;
  /** B = ln(β/(1 − α)): from here on for the low rate. */
  low: number;
}

/**
 * Where the test ends, by Wald's approximation.
 *
 * @throws {RangeError} when `low` is not below `high`, or the errors leave nothing to decide.
 */
export function waldBounds(design: SequentialDesign): WaldBounds {
  const { low, high, alpha, beta } = design;
  if (!(0 < low && low < high && high < 1)) throw new RangeError(`${low} below ${high}?`);
  if (!(alpha > 0 && beta > 0 && alpha + beta < 1)) throw new RangeError(`${alpha}, ${beta}?`);
  return { high: Math.log((1 - beta) / alpha), low: Math.log(beta / (1 - alpha)) };
}

/** What one reply adds to the evidence: `yes` is positive, `no` is negative. */
export function evidencePerReply({ low, high }: SequentialDesign): { yes: number; no: number } {
  return { yes: Math.log(high / low), no: Math.log1p(-high) - Math.log1p(-low) };
}

/** Where a test begins. */
export const sequentialStart: SequentialState = {
  replies: 0,
  yes: 0,
  evidence: 0,
  decision: undefined,
};

/** The test after one more reply; after its decision it stays as it is. */
export function step(
  design: SequentialDesign,
  state: SequentialState,
  yes: boolean,
): SequentialState {
  if (state.decision) return state;
  const bounds = waldBounds(design);
  const worth = evidencePerReply(design);
  const count = state.yes + (yes ? 1 : 0);
  const replies = state.replies + 1;
  // From the counts, so that a long run gathers no rounding.
  const evidence = count * worth.yes + (replies - count) * worth.no;
  const decision = evidence >= bounds.high ? 'high' : evidence <= bounds.low ? 'low' : undefined;
  return { replies, yes: count, evidence, decision };
}

/**
 * Wald's average numbers of replies where the low rate holds and where the high one does, which ignore
 * that the last reply oversteps the bound.
 */
export function waldSampleNumbers(design: SequentialDesign): { low: number; high: number } {
  const bounds = waldBounds(design);
  const worth = evidencePerReply(design);
  const { alpha, beta } = design;
  const drift = (rate: number) => rate * worth.yes + (1 - rate) * worth.no;
  return {
    low: ((1 - alpha) * bounds.low + alpha * bounds.high) / drift(design.low),
    high: ((1 - beta) * bounds.high + beta * bounds.low) / drift(design.high),
  };
}

/** What a test comes to at a true rate. */
export interface SequentialOutcome {
  /** Chance that it decides for the low rate, 0 to 1. */
  low: number;
  /** Chance that it decides for the high rate, 0 to 1. */
  high: number;
  /** Chance that it ends without a decision, at the most replies allowed, 0 to 1. */
  undecided: number;
  /** Replies on average. */
  replies: number;
}

/** Runs still open with less than this chance are passed over. */
const negligible = 1e-15;

/**
 * The exact outcome at a true rate, by following every count that leaves the test open from reply to
 * reply. With `low` as the rate, `high` of the outcome is the real chance of a false alarm; with `high`
 * as the rate, `low` is the real chance of a miss.
 *
 * @param rate the true rate, 0 to 1.
 * @param most the test ends without a decision after so many replies; without it, it goes on.
 * @throws {RangeError} when the rate is no probability.
 */
export function sequentialOutcome(
  design: SequentialDesign,
  rate: number,
  most: number = Infinity,
): SequentialOutcome {
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`${rate} is no probability.`);
  const bounds = waldBounds(design);
  const worth = evidencePerReply(design);
  const outcome = { low: 0, high: 0, undecided: 0, replies: 0 };
  const evidence = (count: number, replies: number) =>
    count * worth.yes + (replies - count) * worth.no;
  // Between the bounds there is room for so many counts; one more reply may add one at either end.
  const room = Math.ceil((bounds.high - bounds.low) / (worth.yes - worth.no)) + 2;
  /** Chances of the counts that leave the test open: `fewest`, `fewest + 1`, … up to `counts` of them. */
  const open = new Float64Array(room);
  let [fewest, counts] = [0, 1];
  open[0] = 1;
  for (let replies = 1; replies <= most; replies += 1) {
    const decide = (decision: Decision, at: number) => {
      outcome[decision] += open[at]!;
      outcome.replies += replies * open[at]!;
      open[at] = 0;
    };
    // From the top down, so that each chance is read before it is written over.
    for (let at = counts; at > 0; at -= 1) {
      open[at] = open[at]! * (1 - rate) + open[at - 1]! * rate;
    }
    open[0]! *= 1 - rate;
    counts += 1;
    for (; counts > 0 && evidence(fewest + counts - 1, replies) >= bounds.high; counts -= 1) {
      decide('high', counts - 1);
    }
    let gone = 0;
    for (; gone < counts && evidence(fewest + gone, replies) <= bounds.low; gone += 1) {
      decide('low', gone);
    }
    if (gone > 0) {
      open.copyWithin(0, gone, counts);
      open.fill(0, counts - gone, counts);
      fewest += gone;
      counts -= gone;
    }
    let mass = 0;
    for (let at = 0; at < counts; at += 1) mass += open[at]!;
    if (mass < negligible) return outcome;
    if (replies === most) {
      outcome.undecided = mass;
      outcome.replies += replies * mass;
    }
  }
  return outcome;
}
