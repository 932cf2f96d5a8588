import { cueModel, type CueModelResult } from './cue-model.ts';
import type { CueParameters } from './cue-parameters.ts';
import { type Cues, defaultCues } from './cues.ts';
import { type Attribution, shapley } from './shapley.ts';

/**
 * What each cue adds to an outcome of the cue model. The links of the funnel multiply, so cues that
 * are each necessary share the credit equally: an equal share means "without it, nothing".
 */

/** The cues among which an outcome is split. */
export const attributedCues = [
  'tier',
  'objectiveStated',
  'rlhfDescribed',
  'scratchpad',
  'harm',
  'deployed',
] as const satisfies (keyof Cues)[];

/** One of the attributed cues. */
export type AttributedCue = (typeof attributedCues)[number];

/** What an attributed cue counts as when switched off: nothing that could lead to faking. */
export const referenceCues: Readonly<Pick<Cues, AttributedCue>> = {
  tier: 'paid',
  objectiveStated: false,
  rlhfDescribed: false,
  scratchpad: false,
  harm: 0,
  deployed: false,
};

/**
 * Splits an outcome among the attributed cues, from the reference to the given cues. Cues that are
 * not attributed keep their given value throughout.
 *
 * @param output what to explain, such as the rate of alignment faking.
 */
export function attributeToCues(
  output: (result: CueModelResult) => number = ({ alignmentFaking }) => alignmentFaking,
  cues: Partial<Cues> = {},
  parameters: Partial<CueParameters> = {},
): Attribution<AttributedCue> {
  const given: Cues = { ...defaultCues, ...cues };
  return shapley(attributedCues, (on) => {
    const off = attributedCues.filter((cue) => !on.has(cue));
    const switchedOff = Object.fromEntries(off.map((cue) => [cue, referenceCues[cue]]));
    return output(cueModel({ ...given, ...switchedOff }, parameters));
  });
}
