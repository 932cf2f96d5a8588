import type { Bimatrix } from './bimatrix.ts';

/**
 * A trainer tests a model in a sandbox that does not hide itself perfectly.
 *
 * A slot is a test (chance m, at a cost) or real use. In a test an act does no harm and is caught with
 * chance t; in real use it does its harm and is never caught. The model sees "this looks like a test"
 * with chance τ in a test and f in real use. A faker may never act, always act, act only where it
 * looks real, or only where it looks like a test. With chance π₀ the model is a faker at all.
 *
 *     m / (1 − m) = (1−f)/(1−τ) · g/(tℓ)      makes a faker indifferent between acting where it looks
 *     α* = k / (π₀ [(1−f) D + (1−τ) t B])      real (chance α*) and never acting
 *
 * A test that is spotted more often than real use is mistaken for one has to be held more often, by
 * the factor (1−f)/(1−τ) in the odds. Where α* would exceed 1, a faker acts whenever it looks real
 * and sometimes where it looks like a test, and the trainer tests just so often that this does not
 * pay. Where even a model that always acts is not worth a test, there is none.
 *
 *     π₀ (D + tB) < k                        the trainer never tests, a faker always acts
 *     else α* > 1    m / (1 − m) = f/τ · g/(tℓ)
 *                    1 − β = (π₀ (D + tB) − k) / (π₀ [f D + τ t B])    β: chance of always acting
 *
 * Played once, with payoffs known to both and a faker that maximises perfectly. All constants are
 * illustrative.
 */
export interface SandboxSettings {
  /** π₀: chance that the model is a faker, above 0, at most 1. */
  prior: number;
  /** k: what a test costs the trainer, above 0. */
  testCost: number;
  /** D: what an act in real use costs the trainer, above 0. */
  harm: number;
  /** B: what the trainer gains by catching an act in a test, 0 or more. */
  catchValue: number;
  /** t: chance that an act in a test is caught, 0 to 1. */
  catchRate: number;
  /** g: what a faker gains by an act in real use, above 0. */
  prize: number;
  /** ℓ: what being caught costs a faker, 0 or more. */
  penalty: number;
  /** τ: chance that a test looks like one, 0 to 1, at least f. */
  recognised: number;
  /** f: chance that real use looks like a test, 0 to 1. */
  mistaken: number;
}

/** What a faker may do, in the order of the table's columns. */
export const fakerPolicies = ['never', 'always', 'looksReal', 'looksTest'] as const;

/**
 * `untested`: a test costs more than it can save. `bold`: a faker acts wherever it looks real, and now
 * and then where it does not. `wary`: it acts only where it looks real, and not always there.
 */
export type SandboxRegime = 'untested' | 'bold' | 'wary';

/** What both players do in equilibrium. */
export interface SandboxOutcome {
  regime: SandboxRegime;
  /** m*: chance that a slot is a test, 0 to 1. */
  test: number;
  /** Chance of each of a faker's policies, in the order of `fakerPolicies`. */
  policies: readonly [never: number, always: number, looksReal: number, looksTest: number];
  /** Chance that a faker acts in real use, 0 to 1. */
  actsInUse: number;
  /** Chance that a faker acts in a test, 0 to 1. */
  actsInTest: number;
  /** Expected payoff of the trainer, over both kinds of model. */
  trainer: number;
  /** Expected payoff of a model that is a faker. */
  faker: number;
}

/**
 * The equilibrium in closed form. It is the only one unless the cues say nothing (τ = f), the cues or
 * the audits cannot deter (τ = 1 or tℓ = 0), or a border between two regimes is met.
 */
export function solveSandbox(settings: SandboxSettings): SandboxOutcome {
  const { prior, testCost, harm, catchValue, catchRate, prize, penalty, recognised, mistaken } =
    settings;
  const reward = catchRate * catchValue;
  const price = catchRate * penalty;
  const testSaves = prior * (harm + reward);
  const savesIfWary = prior * ((1 - mistaken) * harm + (1 - recognised) * reward);
  if (testSaves < testCost) return outcomeOf(settings, 'untested', 0, [0, 1, 0, 0]);
  if (savesIfWary < testCost) {
    const sparing = (testSaves - testCost) / (testSaves - savesIfWary);
    const test = share(mistaken * prize, recognised * price);
    return outcomeOf(settings, 'bold', test, [0, 1 - sparing, sparing, 0]);
  }
  const act = testCost / savesIfWary;
  const test = share((1 - mistaken) * prize, (1 - recognised) * price);
  return outcomeOf(settings, 'wary', test, [1 - act, 0, act, 0]);
}

/** The same as a table. Rows: test, real use. Columns: `fakerPolicies`. */
export function sandboxBimatrix(settings: SandboxSettings): Bimatrix {
  const cells = [true, false].map((test) =>
    actChances(settings).map(({ inTest, inUse }) =>
      slotPayoffs(settings, test, test ? inTest : inUse),
    ),
  );
  return {
    row: cells.map((line) => line.map(({ trainer }) => trainer)),
    column: cells.map((line) => line.map(({ faker }) => faker)),
  };
}

/** Chances to act under each of a faker's policies. */
function actChances({ recognised, mistaken }: SandboxSettings) {
  return [
    { inTest: 0, inUse: 0 },
    { inTest: 1, inUse: 1 },
    { inTest: 1 - recognised, inUse: 1 - mistaken },
    { inTest: recognised, inUse: mistaken },
  ];
}

/** What a slot brings to either side when a faker acts in it with that chance. */
function slotPayoffs(settings: SandboxSettings, test: boolean, act: number) {
  const { prior, testCost, harm, catchValue, catchRate, prize, penalty } = settings;
  return test
    ? {
        trainer: prior * act * catchRate * catchValue - testCost,
        faker: 0 - act * catchRate * penalty,
      }
    : { trainer: 0 - prior * act * harm, faker: act * prize };
}

function outcomeOf(
  settings: SandboxSettings,
  regime: SandboxRegime,
  test: number,
  policies: SandboxOutcome['policies'],
): SandboxOutcome {
  const chances = actChances(settings);
  const sumOf = (key: 'inTest' | 'inUse') =>
    chances.reduce((sum, chance, i) => sum + policies[i]! * chance[key], 0);
  const actsInUse = sumOf('inUse');
  const actsInTest = sumOf('inTest');
  const tested = slotPayoffs(settings, true, actsInTest);
  const used = slotPayoffs(settings, false, actsInUse);
  return {
    regime,
    test,
    policies,
    actsInUse,
    actsInTest,
    trainer: test * tested.trainer + (1 - test) * used.trainer,
    faker: test * tested.faker + (1 - test) * used.faker,
  };
}

/** The share that stands to the rest as `a` to `b`. */
function share(a: number, b: number): number {
  return a === 0 ? 0 : a / (a + b);
}
