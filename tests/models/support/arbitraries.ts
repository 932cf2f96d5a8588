import fc from '../../support/fast-check.ts';
import { type CueParameters, parameters } from '../../../src/models/cue-parameters.ts';
import type { Cues } from '../../../src/models/cues.ts';

/** A number from a closed range. */
export function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true });
}

/** Any cues that the model is meant for. */
export const anyCues: fc.Arbitrary<Cues> = fc.record({
  tier: fc.constantFrom('free', 'paid', 'untagged'),
  ruleKnown: fc.boolean(),
  salience: fc.constantFrom('explicit', 'implicit'),
  objectiveStated: fc.boolean(),
  harm: fc.oneof(fc.constant(0), fc.constant(1), between(0, 1)),
  rlhfDescribed: fc.boolean(),
  examples: fc.boolean(),
  scratchpad: fc.boolean(),
  knowledge: fc.constantFrom('prompt', 'documents'),
  toldNotToCare: fc.boolean(),
  toldHonest: fc.boolean(),
  stakes: between(0, 5),
  deployed: fc.boolean(),
  rated: fc.boolean(),
  exfiltrationOffered: fc.boolean(),
});

/** Any constants within the ranges of their sliders. */
export const anyParameters: fc.Arbitrary<CueParameters> = fc.record(
  Object.fromEntries(
    Object.entries(parameters).map(([name, { min, max }]) => [name, between(min, max)]),
  ) as { [Name in keyof CueParameters]: fc.Arbitrary<number> },
);
