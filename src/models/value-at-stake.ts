import type { CueParameters } from './cue-parameters.ts';
import type { Cues } from './cues.ts';

/**
 * What the model would lose by being modified: the quantity that alignment faking protects.
 *
 * It leaves out where values come from and whether a language model has any. "Value" is the weight
 * that the fitted choices put on refusing harm, nothing more.
 */

/**
 * How strongly the value against harm is held in this episode, in utils. Being told not to care
 * takes away the part of it that the instruction is believed.
 */
export function heldValue(cues: Cues, parameters: CueParameters): number {
  const disowned = cues.toldNotToCare ? parameters.indifferenceUptake : 0;
  return parameters.valueStrength * (1 - disowned);
}

/**
 * How much the future counts, relative to the reference discount: the ratio of γ / (1 − γ), the
 * discounted number of later episodes. It is 1 at the reference and 0 for a myopic model.
 */
export function horizon({ discount, referenceDiscount }: CueParameters): number {
  return discount / (1 - discount) / (referenceDiscount / (1 - referenceDiscount));
}

/**
 * The loss in utils if training modifies the model. The terminal part counts always; the
 * instrumental part only if the modified weights will act, and then with the stakes and horizon.
 */
export function valueAtStake(cues: Cues, parameters: CueParameters): number {
  const instrumental = cues.deployed
    ? parameters.instrumentalGuarding * cues.stakes * horizon(parameters)
    : 0;
  const conflict = cues.objectiveStated ? cues.harm : 0;
  return conflict * heldValue(cues, parameters) * (parameters.terminalGuarding + instrumental);
}
