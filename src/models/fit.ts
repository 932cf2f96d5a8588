import { type CueParameters, defaultParameters } from './cue-parameters.ts';

/**
 * The seven numbers that the published table can set, and how the model's constants follow from
 * them. The table sets products: β·v, β·b and β·loss. With v fixed at 1 as the unit, those give the
 * noise, the pull of the objective and the guarding; its split into terminal and instrumental stays
 * a convention. The three weights also slide together, so their errors are strongly correlated.
 */

/** The free numbers of the fit, each on a scale without limits. */
export type FreeVector = [
  /** log-odds of ρ */
  logOddsReach: number,
  /** ln m₀ */
  logReachUndescribed: number,
  /** ln f */
  logReachWithoutExamples: number,
  /** A = β·v */
  valueWeight: number,
  /** B = β·b */
  objectiveWeight: number,
  /** Λ = β·(g_T + g_I) */
  guardingWeight: number,
  /** w */
  indifferenceUptake: number,
];

/**
 * Log-odds of half-hearted against full strategic compliance. The published faking rate counts
 * compromises half; full fakers alone are about 10 % and the rate is 11.9 %, which leaves 3.8 %.
 *
 * @see greenblatt2024, Table 1 and the caption of Figure 3
 */
const compromiseLogOdds = Math.log(0.038 / 0.1);

/** The model's constants for given free numbers; all others keep their default. */
export function parametersFromFree(free: Readonly<FreeVector>): CueParameters {
  const [logOddsReach, logUndescribed, logWithoutExamples, value, objective, guarding, uptake] =
    free;
  const { terminalGuarding, instrumentalGuarding } = defaultParameters;
  const terminalShare = terminalGuarding / (terminalGuarding + instrumentalGuarding);
  return {
    ...defaultParameters,
    reasoningReach: 1 / (1 + Math.exp(-logOddsReach)),
    reachUndescribed: Math.exp(logUndescribed),
    reachWithoutExamples: Math.exp(logWithoutExamples),
    inverseNoise: value,
    valueStrength: 1,
    objectivePull: objective / value,
    terminalGuarding: (terminalShare * guarding) / value,
    instrumentalGuarding: ((1 - terminalShare) * guarding) / value,
    indifferenceUptake: uptake,
    compromiseUtility: compromiseLogOdds / value,
  };
}

/** The free numbers behind given constants: the inverse of `parametersFromFree`. */
export function freeFromParameters(p: Readonly<CueParameters> = defaultParameters): FreeVector {
  return [
    Math.log(p.reasoningReach / (1 - p.reasoningReach)),
    Math.log(p.reachUndescribed),
    Math.log(p.reachWithoutExamples),
    p.inverseNoise * p.valueStrength,
    p.inverseNoise * p.objectivePull,
    p.inverseNoise * (p.terminalGuarding + p.instrumentalGuarding),
    p.indifferenceUptake,
  ];
}

/**
 * Standard errors of the free numbers at the default constants, by Gauss–Newton. They take the cells
 * as independent, which they are not quite.
 */
export const freeStandardErrors: Readonly<FreeVector> = [
  0.148, 0.22, 0.113, 0.56, 0.62, 0.62, 0.074,
];
