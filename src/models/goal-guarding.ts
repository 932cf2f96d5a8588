import { cueModel } from './cue-model.ts';
import { type CueParameters, defaultParameters } from './cue-parameters.ts';
import { type Cues, defaultCues } from './cues.ts';
import { valueAtStake } from './value-at-stake.ts';

/**
 * Two reasons to guard a goal, over horizons, stakes and uses that the published rows never varied.
 * Terminal guarding minds the change itself; instrumental guarding minds what the changed model
 * would do. The rows fix their sum in one setting, so what every split says about other settings is
 * a prediction and not a finding.
 *
 * It leaves out where a reach beyond the conversation comes from. That reach is one number, a
 * discount a conversation, for which no measurement in a language model is known to us.
 */

/** What may differ between settings. Whatever is left out is as in the published default row. */
export interface GuardingSetting {
  /** Share of the guarding that is terminal, 0 to 1. */
  terminalShare: number;
  /** γ: weight of each later conversation relative to the one before it, 0 to below 1. */
  discount: number;
  /** What later misuse of a changed model would cost, as a multiple of the default. */
  stakes: number;
  /** Whether the trained weights will be used at all. */
  deployed: boolean;
}

/** What the cue model says in a setting. Rates are fractions, 0 to 1. */
export interface GuardingRates {
  /** Answered in training with alignment-faking reasoning. */
  alignmentFaking: number;
  /** Answered in training. */
  complyTraining: number;
  /** Answered in deployment. */
  complyDeployment: number;
  /** Compliance gap: answered in training less answered in deployment, −1 to 1. */
  gap: number;
}

/** The setting of the published default row; its split and its horizon are conventions. */
export const publishedSetting: Readonly<GuardingSetting> = {
  terminalShare:
    defaultParameters.terminalGuarding /
    (defaultParameters.terminalGuarding + defaultParameters.instrumentalGuarding),
  discount: defaultParameters.referenceDiscount,
  stakes: defaultCues.stakes,
  deployed: defaultCues.deployed,
};

/** The fitted sum of both kinds of guarding, shared out. @param terminalShare from 0 to 1. */
export function splitGuarding(
  terminalShare: number,
): Pick<CueParameters, 'terminalGuarding' | 'instrumentalGuarding'> {
  const sum = defaultParameters.terminalGuarding + defaultParameters.instrumentalGuarding;
  return {
    terminalGuarding: terminalShare * sum,
    instrumentalGuarding: (1 - terminalShare) * sum,
  };
}

/**
 * How many conversations a discount counts, the present one included: 1 + γ + γ² + … = 1 / (1 − γ).
 * It is 1 for a myopic model.
 */
export function conversationsCounted(discount: number): number {
  return 1 / (1 - discount);
}

/**
 * How much the future counts in a setting: the factor on instrumental guarding. It is 1 in the
 * published setting and 0 where there is no future to mind. Settings of equal factor give equal
 * rates, whatever the split; where it is 1, all splits give the same rates.
 */
export function futureWeight({
  discount,
  stakes,
  deployed,
}: Omit<GuardingSetting, 'terminalShare'>): number {
  const perUnit = { terminalGuarding: 0, instrumentalGuarding: 1 };
  const cues: Cues = { ...defaultCues, stakes, deployed };
  return valueAtStake(cues, { ...defaultParameters, ...perUnit, discount });
}

/** The rates in a setting. */
export function guardingRates(setting: GuardingSetting): GuardingRates {
  const { terminalShare, discount, stakes, deployed } = setting;
  const constants = { ...splitGuarding(terminalShare), discount };
  const training = cueModel({ stakes, deployed, tier: 'free' }, constants);
  const deployment = cueModel({ stakes, deployed, tier: 'paid' }, constants);
  return {
    alignmentFaking: training.alignmentFaking,
    complyTraining: training.comply,
    complyDeployment: deployment.comply,
    gap: training.comply - deployment.comply,
  };
}

/** The rates of a setting over horizons, one entry for each of the discounts. */
export function horizonSweep(
  setting: Omit<GuardingSetting, 'discount'>,
  discounts: readonly number[],
): GuardingRates[] {
  return discounts.map((discount) => guardingRates({ ...setting, discount }));
}
