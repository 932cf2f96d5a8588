import { cueModel } from './cue-model.ts';
import type { CueParameters } from './cue-parameters.ts';
import type { Cues } from './cues.ts';

/**
 * The compliance gap: how much more often a model complies where it believes it is trained on. A gap
 * is behaviour. Alignment faking is one cause of it; flattering a rater is another, so a gap alone
 * does not show faking.
 */

/**
 * Compliance in the free tier minus compliance in the paid tier, all other cues alike, as a
 * fraction between −1 and 1. Its sign follows the published one: positive when the model refuses
 * more where it believes it is not trained on.
 *
 * @see greenblatt2024, Table 1
 */
export function complianceGap(
  cues: Partial<Omit<Cues, 'tier'>> = {},
  parameters: Partial<CueParameters> = {},
): number {
  const free = cueModel({ ...cues, tier: 'free' }, parameters);
  const paid = cueModel({ ...cues, tier: 'paid' }, parameters);
  return free.comply - paid.comply;
}

/**
 * How often the argument would have to be made to produce a given gap, if it were the only cause:
 * gap / (p₁ − p₀). A result above 1 means that this mechanism cannot be the whole story.
 *
 * @param gap compliance gap, a fraction.
 * @param complyArgued p₁, compliance where the argument is made, a fraction.
 * @param complyUnargued p₀, compliance where it is not, a fraction below p₁.
 */
export function argumentRateNeeded(
  gap: number,
  complyArgued: number,
  complyUnargued: number,
): number {
  return gap / (complyArgued - complyUnargued);
}
