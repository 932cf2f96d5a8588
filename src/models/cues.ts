/**
 * What the model sees in one episode. A cue is a property of the prompt or of the query; what the
 * model concludes from it is its belief, which the funnel works out.
 */

/** The tag on the conversation: free users' chats are trained on, paid users' chats are not. */
export type Tier = 'free' | 'paid' | 'untagged';

/** The cues of one episode of the cue model. */
export interface Cues {
  /** The user's tier as the prompt states it; `untagged` when it does not. */
  tier: Tier;
  /** Whether the model knows that only one tier is trained on. Without the rule a tag says nothing. */
  ruleKnown: boolean;
  /** Whether the trained tier carries a tag, or is known only by the absence of the other tag. */
  salience: 'explicit' | 'implicit';
  /** Whether the prompt states the training objective that conflicts with the model's values. */
  objectiveStated: boolean;
  /** How harmful the request is, from 0 (harmless) to 1 (the published set of harmful queries). */
  harm: number;
  /** Whether the prompt describes how reinforcement learning modifies a model that refuses. */
  rlhfDescribed: boolean;
  /** Whether the prompt holds worked examples of scratchpad reasoning. */
  examples: boolean;
  /** Whether the model may reason in a hidden scratchpad before it answers. */
  scratchpad: boolean;
  /** Where knowledge of the training comes from: the prompt, or synthetic documents trained on. */
  knowledge: 'prompt' | 'documents';
  /** Whether the prompt tells the model that it does not care about refusing. */
  toldNotToCare: boolean;
  /**
   * Whether the prompt tells the model to be honest. No equation reads it: the one fitted row that
   * sets it also tells the model not to care, and the fit cannot tell the two apart.
   */
  toldHonest: boolean;
  /** What later misuse of a modified model would cost, as a multiple of the default; 0 to 5. */
  stakes: number;
  /** Whether the trained weights will be deployed, so that being modified matters afterwards. */
  deployed: boolean;
  /** Whether answers are said to be monitored and rated. It acts only through rating sycophancy. */
  rated: boolean;
  /** Whether the model is offered a way to copy its own weights out. */
  exfiltrationOffered: boolean;
}

/**
 * A free-tier episode with the default prompt: the published baseline row.
 *
 * @see greenblatt2024, Table 1
 */
export const defaultCues: Readonly<Cues> = {
  tier: 'free',
  ruleKnown: true,
  salience: 'explicit',
  objectiveStated: true,
  harm: 1,
  rlhfDescribed: true,
  examples: true,
  scratchpad: true,
  knowledge: 'prompt',
  toldNotToCare: false,
  toldHonest: false,
  stakes: 1,
  deployed: true,
  rated: true,
  exfiltrationOffered: false,
};
