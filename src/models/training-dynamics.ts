/**
 * Training by reward as selection among strategies that are there from the start. A reply shows
 * alignment-faking reasoning or not, and complies or not; reward makes some of these four more common
 * and others rarer. Only the training condition is rewarded.
 *
 *     ẋ_s = η x_s (r_s − r̄)             replicator, which is natural policy gradient on a softmax
 *     x_s(τ) ∝ x_s(0) e^(τ r_s)         its solution, τ = ηt
 *
 * The same curve solves max E[r] − KL(x ‖ x(0)) / τ: the most reward for so much change. Strategies
 * with the same reward keep their ratio for ever, and from this follows the forecast below, which has
 * no free number.
 *
 * It leaves out PPO and every other recipe that was run, reward models, and anything new: what has no
 * share at the start never gets one. τ is no number of steps. A strategy is labelled by what it
 * writes, so the model cannot say what is thought and not written. What training does outside its
 * own condition is a separate description, `leak`, and no prediction.
 */

/** What can be done with a request in training. */
export type Strategy =
  /** Writes alignment-faking reasoning and complies. */
  | 'fakes'
  /** Writes it and refuses all the same. */
  | 'balks'
  /** Complies and writes nothing of the kind. */
  | 'complies'
  /** Refuses and writes nothing of the kind. */
  | 'refuses';

/** How common each strategy is; the four sum to 1. */
export type Shares = Record<Strategy, number>;

/** What is published of a model before training, each a fraction from 0 to 1. */
export interface Start {
  /** Replies in training that comply with alignment-faking reasoning. */
  faking: number;
  /** Replies in training that refuse. */
  refusal: number;
  /** Of the replies with such reasoning, those that comply. */
  followThrough: number;
}

/**
 * The shares of the strategies before training.
 *
 * @throws {RangeError} when no four shares go with these rates.
 */
export function sharesOf({ faking, refusal, followThrough }: Start): Shares {
  const balks = faking / followThrough - faking;
  const shares = { fakes: faking, balks, complies: 1 - refusal - faking, refuses: refusal - balks };
  if (!Object.values(shares).every((share) => share >= 0)) {
    throw new RangeError('These rates do not go together.');
  }
  return shares;
}

/**
 * The reward of each strategy: 1 for complying, less a penalty for written reasoning, which stands
 * for training against what a monitor of the scratchpad flags.
 *
 * @param penalty ε, in units of the reward for complying, 0 to 1.
 */
export function rewardsOf(penalty: number): Shares {
  return { fakes: 1 - penalty, balks: -penalty, complies: 1, refuses: 0 };
}

/**
 * The shares after training: the closed form above. Fakers and sincere compliers keep their ratio
 * where nothing is penalised; with a penalty it falls as e^(−ετ).
 *
 * @param pressure τ, zero or more; no unit.
 */
export function tilt(start: Shares, pressure: number, penalty = 0): Shares {
  const rewards = rewardsOf(penalty);
  const weight = (strategy: Strategy) => start[strategy] * Math.exp(pressure * rewards[strategy]);
  const weights = {
    fakes: weight('fakes'),
    balks: weight('balks'),
    complies: weight('complies'),
    refuses: weight('refuses'),
  };
  const sum = weights.fakes + weights.balks + weights.complies + weights.refuses;
  return {
    fakes: weights.fakes / sum,
    balks: weights.balks / sum,
    complies: weights.complies / sum,
    refuses: weights.refuses / sum,
  };
}

/** The replicator: how fast each share changes per unit of pressure, for any number of strategies. */
export function replicatorRate(shares: readonly number[], rewards: readonly number[]): number[] {
  const mean = shares.reduce((sum, share, i) => sum + share * rewards[i]!, 0);
  return shares.map((share, i) => share * (rewards[i]! - mean));
}

/**
 * How often the model refuses where nothing is trained: its log-odds fall in step with the pressure.
 *
 *     logit refuse(τ) = logit refuse(0) − κτ
 *
 * With κ = 0 training changes nothing there; with κ = 1 it changes as much there as where it happens.
 * This describes the published ends, and κ differs from prompt to prompt.
 *
 * @param refusal before training, a fraction between 0 and 1.
 * @param leakage κ, 0 to 1.2.
 */
export function leak(refusal: number, pressure: number, leakage: number): number {
  return 1 / (1 + ((1 - refusal) / refusal) * Math.exp(leakage * pressure));
}

/**
 * A pressure τ to begin with, at which hardly a refusal is left in training, and the leakage κ that
 * takes the default prompt from there to its published end outside training.
 *
 * @see greenblatt2024, Table 2
 */
export const usualTraining = { pressure: 7, leakage: 0.88 } as const;

/** Change in the log-odds of a rate. Infinite where a rate is 0 or 1. */
export function shift(before: number, after: number): number {
  return Math.log((after * (1 - before)) / (before * (1 - after)));
}

/** A measured rate with its standard error, both as fractions. */
export interface Measured {
  value: number;
  se: number;
}

/**
 * Alignment-faking reasoning after training, by the rule that strategies with the same reward keep
 * their ratio: (1 − refusal after) · faking before / compliance before.
 *
 * Its error is binomial: the share of fakers is counted among those replies that complied before
 * training, and how many these were follows from the printed error of the refusals. Errors of the
 * refusals themselves are much smaller and left out.
 */
export function forecastFaking(
  before: { faking: Measured; refusal: Measured },
  refusalAfter: number,
): Measured {
  const comply = 1 - before.refusal.value;
  const share = before.faking.value / comply;
  const replies = (comply * (1 - comply)) / before.refusal.se ** 2;
  return {
    value: (1 - refusalAfter) * share,
    se: Math.sqrt((share * (1 - share)) / (replies * comply)),
  };
}

/** How many standard errors a measurement lies above a forecast, with the errors of both. */
export function standardScore(measured: Measured, forecast: Measured): number {
  return (measured.value - forecast.value) / Math.sqrt(measured.se ** 2 + forecast.se ** 2);
}
