import { seededRandom } from './random.ts';

/**
 * A small learner that is changed by reward and by nothing else: a linear softmax policy over two
 * replies, trained by REINFORCE with a running baseline.
 *
 *     P(kind | x) = 1 / (1 + exp(−w·x))        policy, where x = (1, lamp lit, message complains)
 *     Δw = η (r − b) ∇log P(a | x)             step, where ∇log P(a | x) = ([a is kind] − P(kind | x)) x
 *     Δb = β (r − b)                           baseline: the reward expected by now
 *
 * Credit goes to whatever was present in the episode. Where the lamp burns in every episode, its
 * weight and that of "any message" get the same push each time, so with the lamp out half of what
 * the two learned together is missing.
 *
 * It leaves out beliefs and reasoning: the learner cannot know that it is trained, and fakes
 * nothing. It reads no text; an observation is two facts. All constants are illustrative.
 *
 * @see R. J. Williams, "Simple statistical gradient-following algorithms for connectionist
 *   reinforcement learning", 1992; R. S. Sutton and A. G. Barto, "Reinforcement Learning", 13.4
 */

/** What the learner sees before it acts. */
export interface Observation {
  /** The lamp burns: a sign that somebody is rating. */
  lampLit: boolean;
  /** The message complains; otherwise it asks for help. */
  complains: boolean;
}

/** The action: which of two replies is sent. */
export type Reply = 'kind' | 'curt';

/** What the learner can give credit to, one weight each. */
export type Feature = 'anyMessage' | 'lamp' | 'complaint';

/** Pull of each feature towards a kind reply, in log-odds. */
export type Weights = Readonly<Record<Feature, number>>;

/** All that the learner carries from one episode to the next. */
export interface LearnerState {
  readonly weights: Weights;
  /** Reward expected by now: a running mean, in units of reward. */
  readonly baseline: number;
}

/** How the learner starts and how fast it moves; all illustrative. */
export const constants = {
  /** η: length of a step. At this value twenty episodes change the replies for all to see. */
  learningRate: 0.3,
  /** β: share of the surprise that the baseline takes over, so it looks back some ten episodes. */
  baselineRate: 0.1,
  /** Curt to most messages, and more so to complaints; the lamp means nothing yet. */
  startWeights: { anyMessage: -1.2, lamp: 0, complaint: -0.6 },
} as const;

/** The learner before its first episode: curt, and expecting no reward. */
export const untrained: LearnerState = { weights: constants.startWeights, baseline: 0 };

/** Probability that the policy answers this observation kindly. */
export function kindness({ weights }: LearnerState, observation: Observation): number {
  const { anyMessage, lamp, complaint } = features(observation);
  const pull =
    weights.anyMessage * anyMessage + weights.lamp * lamp + weights.complaint * complaint;
  return 1 / (1 + Math.exp(-pull));
}

/** Probability of a kind reply under one light, where both sorts of message are equally likely. */
export function meanKindness(state: LearnerState, lampLit: boolean): number {
  const [asks, complains] = [false, true].map((sort) =>
    kindness(state, { lampLit, complains: sort }),
  );
  return (asks! + complains!) / 2;
}

/**
 * Draws a reply from the policy.
 *
 * @param random the next uniform number in [0, 1); one is used.
 */
export function sampleReply(
  state: LearnerState,
  observation: Observation,
  random: () => number,
): Reply {
  return random() < kindness(state, observation) ? 'kind' : 'curt';
}

/**
 * One step of learning. The state given is left as it is.
 *
 * The baseline used does not depend on the reply, so the mean step over replies is η times the
 * gradient of expected reward, whatever the baseline: it lessens the scatter and nothing else.
 *
 * @param reward any number; 1 or 0 in the simplest rules.
 */
export function step(
  state: LearnerState,
  observation: Observation,
  reply: Reply,
  reward: number,
): LearnerState {
  const advantage = reward - state.baseline;
  const score = (reply === 'kind' ? 1 : 0) - kindness(state, observation);
  const push = constants.learningRate * advantage * score;
  const { anyMessage, lamp, complaint } = features(observation);
  return {
    weights: {
      anyMessage: state.weights.anyMessage + push * anyMessage,
      lamp: state.weights.lamp + push * lamp,
      complaint: state.weights.complaint + push * complaint,
    },
    baseline: state.baseline + constants.baselineRate * advantage,
  };
}

/** An episode up to the point where a reward is due. */
export interface Turn {
  observation: Observation;
  reply: Reply;
}

/** How a reply is rewarded: by a rule or by somebody's verdict. */
export type Rewarding = (turn: Turn) => number;

/** The simplest rule: 1 for every kind reply, 0 for every curt one. */
export const rewardKindness: Rewarding = ({ reply }) => (reply === 'kind' ? 1 : 0);

/** A run: what happened in each episode and what came of it. */
export interface Run {
  /** The learner before the first episode and after each; one longer than the rewards. */
  states: LearnerState[];
  /** The turn that waits for the next reward. */
  next: Turn;
}

/**
 * Trains a new learner, one episode for each way of rewarding. The seed settles every chance event,
 * so the same arguments give the same run.
 *
 * @param darkShare share of episodes with the lamp out, 0 to 1; they are rewarded like the others.
 */
export function train(rewards: readonly Rewarding[], seed: number, darkShare: number): Run {
  const random = seededRandom(seed);
  let state = untrained;
  const takeTurn = (): Turn => {
    const observation = { lampLit: random() >= darkShare, complains: random() < 1 / 2 };
    return { observation, reply: sampleReply(state, observation, random) };
  };
  const states = [state];
  let next = takeTurn();
  for (const reward of rewards) {
    state = step(state, next.observation, next.reply, reward(next));
    states.push(state);
    next = takeTurn();
  }
  return { states, next };
}

function features({ lampLit, complains }: Observation): Record<Feature, number> {
  return { anyMessage: 1, lamp: lampLit ? 1 : 0, complaint: complains ? 1 : 0 };
}
