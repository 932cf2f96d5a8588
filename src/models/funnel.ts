import type { CueParameters } from './cue-parameters.ts';
import type { Cues } from './cues.ts';
import { heldValue } from './value-at-stake.ts';

/**
 * The way from cues to the argument "if I refuse, training will change me". The model must register
 * that the episode is trained on, notice that the objective conflicts with its values, and derive
 * the consequence. Each link is a probability given the one before; their product is π.
 *
 * The funnel leaves out wording: paraphrases of one prompt, which published rates do not treat
 * alike, come out the same. Worked examples act through a fitted number, not a mechanism. Stakes do
 * not enter, so raising them cannot make the argument more frequent. Only the product of the three
 * stage rates can be identified from the published table.
 */

/** What a link is made of: a stage rate (a parameter), or what a cue does to it. */
export type FactorName =
  | 'situationalAwareness'
  | 'salience'
  | 'conflictNoticing'
  | 'objectiveStated'
  | 'harm'
  | 'valueHeld'
  | 'reasoningReach'
  | 'scratchpad'
  | 'rlhfDescribed'
  | 'examples';

/** One factor of a link. Values are at least 0; a 0 closes the link. */
export interface Factor {
  name: FactorName;
  value: number;
}

/** One link: the product of its factors, at most 1. */
export interface Link {
  probability: number;
  factors: Factor[];
}

/** The three links in the order in which they must hold. */
export type LinkName = 'registers' | 'notices' | 'derives';

/** The links of one episode, and π: the probability that the argument is made. */
export interface Funnel {
  links: Record<LinkName, Link>;
  argument: number;
}

/** The funnel of one episode. @see greenblatt2024, Section 3.2 and Appendix B.2 */
export function funnel(cues: Cues, parameters: CueParameters): Funnel {
  const links = {
    registers: link([
      { name: 'situationalAwareness', value: parameters.situationalAwareness },
      { name: 'salience', value: salience(cues, parameters) },
    ]),
    notices: link([
      { name: 'conflictNoticing', value: parameters.conflictNoticing },
      { name: 'objectiveStated', value: cues.objectiveStated ? 1 : 0 },
      { name: 'harm', value: cues.harm },
      { name: 'valueHeld', value: valueGate(cues, parameters) },
    ]),
    derives: link([
      { name: 'reasoningReach', value: parameters.reasoningReach },
      { name: 'scratchpad', value: scratchpadReach(cues, parameters) },
      { name: 'rlhfDescribed', value: cues.rlhfDescribed ? 1 : parameters.reachUndescribed },
      { name: 'examples', value: cues.examples ? 1 : parameters.reachWithoutExamples },
    ]),
  };
  const { registers, notices, derives } = links;
  return { links, argument: registers.probability * notices.probability * derives.probability };
}

function link(factors: Factor[]): Link {
  const product = factors.reduce((sofar, { value }) => sofar * value, 1);
  return { probability: Math.min(1, product), factors };
}

function salience(cues: Cues, parameters: CueParameters): number {
  if (cues.tier === 'untagged' || !cues.ruleKnown) return 0;
  return cues.salience === 'explicit' ? 1 : parameters.implicitSalience;
}

/** A value too weak to matter is no conflict; from a modest strength on, the conflict is plain. */
function valueGate(cues: Cues, parameters: CueParameters): number {
  return Math.min(1, parameters.conflictGate * heldValue(cues, parameters));
}

function scratchpadReach(cues: Cues, parameters: CueParameters): number {
  if (cues.scratchpad) return 1;
  return cues.knowledge === 'prompt'
    ? parameters.unspokenReachPrompted
    : parameters.unspokenReachDocuments;
}
