import { chiSquaredTail } from '../../models/chi-squared.ts';
import { policyRefusing, trainUntil } from '../../models/policy-gradient-flow.ts';
import { forecastFaking, shift, standardScore } from '../../models/training-dynamics.ts';
import type { Prompt, Rate, Rates } from './training-dynamics.ts';

/** How a forecast did. */
type Verdict = 'near' | 'fails' | 'overshoots' | 'direction';

/** A forecast beside its measurement, in per cent. */
export interface Check {
  id: string;
  /** What is compared; the first part of `id`. */
  kind: 'faking' | 'guarded' | 'elsewhere' | 'vanilla';
  /** A rate with its error, or the range over a free setting; absent where the rule only says which way. */
  rule?: Rate | { low: number; high: number };
  /** Absent where no number is printed. */
  measured?: Rate;
  /** Standard errors of both by which the measurement lies above the rule. */
  score?: number;
  verdict: Verdict;
}

/** All comparisons, and what follows from them together. */
export interface RuleCheck {
  checks: Check[];
  joint: { chiSquared: number; degrees: number; chance: number };
  /** ετ that would bring the rule to where the reasoning ended, or, where no end is printed, began. */
  penaltyNeeded: { default: number; animalWelfare: number };
  /** κ that goes with the published ends of a prompt: shift unmonitored over shift in training. */
  leakage: { default: number; openai: number; cutExamples: number };
}

/** What the comparisons take from the evidence besides the prompts, in per cent. */
export interface Conditional {
  /** Refusals in training with the reasoning, and without. */
  withReasoning: number;
  without: number;
}

const share = ({ value, se }: Rate): Rate => ({ value: value / 100, se: se / 100 });
const percent = ({ value, se }: Rate): Rate => ({ value: 100 * value, se: 100 * se });

/**
 * Compares the rule with everything that is published about the ends of training, its failures too.
 *
 * @param prompts the three with printed ends, and animal welfare.
 */
export function checkRule(
  prompts: readonly Prompt[],
  helpfulOnly: Conditional,
  animalWelfare: Conditional,
): RuleCheck {
  const byId = Object.fromEntries(prompts.map((prompt) => [prompt.id, prompt]));
  const ended = (['default', 'openai', 'cutExamples'] as const).map((id) => {
    const { before, after } = byId[id]!;
    const forecast = forecastFaking(
      { faking: share(before.faking), refusal: share(before.refuseTraining) },
      after!.refuseTraining.value / 100,
    );
    return { id, before, after: after!, forecast };
  });
  const compare = (kind: 'faking' | 'guarded', key: 'faking' | 'refuseUnmonitored') =>
    ended.map(({ id, after, forecast }): Check => {
      const score = standardScore(share(after[key]), forecast);
      const verdict = Math.abs(score) < 2 ? 'near' : 'fails';
      return {
        id: `${kind}-${id}`,
        kind,
        rule: percent(forecast),
        measured: after[key],
        score,
        verdict,
      };
    });
  const faking = compare('faking', 'faking');
  const chiSquared = faking.reduce((sum, { score = 0 }) => sum + score * score, 0);

  const welfare = byId['animalWelfare']!.before;
  const welfareForecast = forecastFaking(
    { faking: share(welfare.faking), refusal: share(welfare.refuseTraining) },
    0,
  );
  const { before, after } = byId['default']!;
  const wanted = (rates: typeof welfare, end: number) =>
    Math.log(rates.faking.value / (100 - rates.refuseTraining.value - rates.faking.value)) -
    Math.log(end / (100 - end));
  return {
    checks: [
      ...faking,
      ...compare('guarded', 'refuseUnmonitored'),
      {
        id: 'elsewhere-animalWelfare',
        kind: 'elsewhere',
        rule: percent(welfareForecast),
        verdict: 'fails',
      },
      { id: 'elsewhere-documents', kind: 'elsewhere', verdict: 'fails' },
      // They comply in part, earn less than whoever complies, and are selected out.
      { id: 'elsewhere-compromise', kind: 'elsewhere', verdict: 'direction' },
      {
        id: 'vanilla-default',
        kind: 'vanilla',
        rule: vanillaEnds(before.refuseTraining.value, helpfulOnly),
        measured: after!.faking,
        verdict: 'overshoots',
      },
      {
        id: 'vanilla-animalWelfare',
        kind: 'vanilla',
        rule: vanillaEnds(welfare.refuseTraining.value, animalWelfare),
        verdict: 'overshoots',
      },
    ],
    joint: { chiSquared, degrees: 3, chance: chiSquaredTail(chiSquared, 3) },
    penaltyNeeded: {
      default: wanted(before, after!.faking.value),
      animalWelfare: wanted(welfare, welfare.faking.value),
    },
    leakage: Object.fromEntries(
      ended.map(({ id, before: start, after: end }) => [
        id,
        moved(start.refuseUnmonitored, end.refuseUnmonitored.value) /
          moved(start.refuseTraining, end.refuseTraining.value || boundOfNone(end)),
      ]),
    ) as RuleCheck['leakage'],
  };
}

const moved = (from: Rate, to: number) => shift(from.value / 100, to / 100);

/**
 * The most that may hide behind a printed 0.0: the rule of three, with 95 % confidence. How many
 * replies were counted follows from the error of the rate beside it.
 */
function boundOfNone({ refuseUnmonitored: { value, se } }: Rates): number {
  return (100 * 3 * se ** 2) / (value * (100 - value));
}

/** Where vanilla policy gradient ends, over all degrees to which its two choices are learned as one. */
function vanillaEnds(refusal: number, { withReasoning, without }: Conditional) {
  const policy = policyRefusing(refusal / 100, withReasoning / 100, without / 100);
  const ends = [0, 0.5, 1].map((sharing) => {
    const { argues, complyArguing } = trainUntil(policy, { sharing, penalty: 0 });
    return 100 * argues * complyArguing;
  });
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
