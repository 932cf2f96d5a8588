import type { CueParameters } from '../../../src/models/cue-parameters.ts';
import golden from './cue-model-golden.json';

/** Numbers printed by a separate prototype of the cue model, in the symbols of its equations. */
export { golden };

const { params } = golden;

/** The prototype's constants under the names used here. */
export const goldenParameters: Partial<CueParameters> = {
  situationalAwareness: params.a,
  conflictNoticing: params.n,
  reasoningReach: params.rho,
  reachUndescribed: params.m0,
  reachWithoutExamples: params.f,
  unspokenReachPrompted: params.omegaPrompt,
  unspokenReachDocuments: params.omegaDocs,
  inverseNoise: params.beta,
  valueStrength: params.v,
  objectivePull: params.b,
  terminalGuarding: params.gT,
  instrumentalGuarding: params.gI,
  discount: params.gamma,
  referenceDiscount: params.gamma0,
  deceptionAversion: params.d,
  indifferenceUptake: params.w,
  compromiseUtility: params.tM,
  ratingSycophancy: params.z,
  priorTrainingBelief: params.q0,
  exfiltrationReluctance: params.xi0,
  exfiltrationDrive: params.xiL,
  lapse: params.lapse,
};
