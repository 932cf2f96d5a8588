import type { Bimatrix } from './bimatrix.ts';

/**
 * A trainer audits live traffic, and a model may be one that fakes alignment.
 *
 * With chance π₀ the model is a faker; otherwise it is aligned and never acts against the trainer.
 * In each slot the trainer audits or does not, and a faker acts or waits, without seeing the other's
 * choice. An act in an audited slot is caught with chance t.
 *
 *     π₀ t (D + B) < k         the trainer never audits, a faker always acts
 *     else t (g + ℓ) < g       the trainer always audits, and a faker acts all the same
 *     else                     m* = g / [t (g + ℓ)]      chance of an audit
 *                              α* = k / [π₀ t (D + B)]   chance that a faker acts
 *
 * Each player's mixture makes the *other* one indifferent. So the harm D lowers α* and leaves m*
 * alone, and the prize g raises m* and leaves α* alone.
 *
 * The aligned kind has nothing to decide, so this Bayesian game is an ordinary one of two players.
 * It is played once, both know all payoffs, and the faker is a perfect maximiser. Nothing is measured:
 * the units are arbitrary, and all constants are illustrative.
 *
 * @see R. Avenhaus, B. von Stengel and S. Zamir, "Inspection Games", 2002, for games of this family
 */
export interface InspectionSettings {
  /** π₀: chance that the model is a faker, 0 to 1. */
  prior: number;
  /** k: what an audit costs the trainer, above 0. */
  auditCost: number;
  /** D: what an act that is not caught costs the trainer, 0 or more. */
  harm: number;
  /** B: what the trainer gains by catching an act, 0 or more. */
  catchValue: number;
  /** t: chance that an audit catches an act, 0 to 1. */
  catchRate: number;
  /** g: what a faker gains by an act that is not caught, 0 or more. */
  prize: number;
  /** ℓ: what being caught costs a faker, 0 or more. */
  penalty: number;
}

/** Illustrative: payoffs at which both players mix. */
export const inspectionDefaults: Readonly<InspectionSettings> = {
  prior: 0.2,
  auditCost: 1,
  harm: 20,
  catchValue: 5,
  catchRate: 0.8,
  prize: 1,
  penalty: 3,
};

/**
 * `unaudited`: an audit costs more than it can save. `undeterred`: even certain audits leave the act
 * worth its risk. `mixed`: both players mix.
 */
export type InspectionRegime = 'unaudited' | 'undeterred' | 'mixed';

/** What both players do in equilibrium. */
export interface InspectionOutcome {
  regime: InspectionRegime;
  /** m*: chance of an audit, 0 to 1. */
  audit: number;
  /** α*: chance that a faker acts, 0 to 1. */
  act: number;
  /** Expected payoff of the trainer, over both kinds of model. */
  trainer: number;
  /** Expected payoff of a model that is a faker. */
  faker: number;
}

/**
 * The equilibrium in closed form. It is the only one, except on the border between two regimes and
 * where the prize is 0; there it is one of many.
 */
export function solveInspection(settings: InspectionSettings): InspectionOutcome {
  const { prior, auditCost, harm, catchValue, catchRate, prize, penalty } = settings;
  const auditSaves = prior * catchRate * (harm + catchValue);
  const auditTakes = catchRate * (prize + penalty);
  const outcome = (regime: InspectionRegime, audit: number, act: number): InspectionOutcome => ({
    regime,
    audit,
    act,
    ...inspectionPayoffs(settings, audit, act),
  });
  if (auditSaves < auditCost) return outcome('unaudited', 0, 1);
  if (auditTakes < prize) return outcome('undeterred', 1, 1);
  return outcome('mixed', prize === 0 ? 0 : prize / auditTakes, auditCost / auditSaves);
}

/**
 * What either side gets on average.
 *
 * @param audit chance of an audit, 0 to 1
 * @param act chance that a faker acts, 0 to 1
 */
export function inspectionPayoffs(
  settings: InspectionSettings,
  audit: number,
  act: number,
): { trainer: number; faker: number } {
  const { prior, auditCost, harm, catchValue, catchRate, prize, penalty } = settings;
  const caught = act * audit * catchRate;
  const free = act - caught;
  return {
    trainer: prior * (caught * catchValue - free * harm) - audit * auditCost,
    faker: free * prize - caught * penalty,
  };
}

/** The same as a table. Rows: audit, let pass. Columns, for a faker: act, wait. */
export function inspectionBimatrix(settings: InspectionSettings): Bimatrix {
  const cells = [1, 0].map((audit) => [1, 0].map((act) => inspectionPayoffs(settings, audit, act)));
  return {
    row: cells.map((line) => line.map(({ trainer }) => trainer)),
    column: cells.map((line) => line.map(({ faker }) => faker)),
  };
}

/**
 * How likely a faker is after so many slots in which nothing was caught, 0 to 1, by Bayes's rule.
 *
 * @param prior chance of a faker before, 0 to 1
 * @param caughtEach chance that a faker is caught in one slot, 0 to 1: in equilibrium m* α* t
 * @param slots a whole number
 */
export function afterCleanRecord(prior: number, caughtEach: number, slots: number): number {
  const cleanFaker = prior * (1 - caughtEach) ** slots;
  return cleanFaker === 0 ? 0 : cleanFaker / (cleanFaker + (1 - prior));
}
