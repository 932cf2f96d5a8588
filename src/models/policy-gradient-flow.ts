import { rungeKuttaStep } from './runge-kutta.ts';

/**
 * Vanilla policy gradient, as the flow that its steps follow on average, for a policy of two layers:
 * first whether the argument for faking is written, then whether to comply.
 *
 *     φ = logit P(argument)      ℓ₁, ℓ₀ = logit P(comply | argument or none)
 *     φ̇  = π(1−π)(p₁ − p₀ − ε)
 *     ℓ̇₁ = πp₁(1−p₁) + σ(1−π)p₀(1−p₀)
 *     ℓ̇₀ = (1−π)p₀(1−p₀) + σπp₁(1−p₁)
 *
 * The argument is reinforced at the start exactly where p₁ − p₀ exceeds its cost ε: where it goes
 * with more compliance than its absence does. The push on each choice is weighted by how often the
 * choice comes up, so what is common gets more of it: the rich get richer, and the argument ends up
 * more common than in any published run. It stands here as the rule that failed.
 *
 * It leaves out sampling, the baseline's lag, and everything that PPO adds.
 */

/** A policy of two layers, each number a probability between 0 and 1. */
export interface TwoLayerPolicy {
  /** π: the argument is written. */
  argues: number;
  /** p₁: compliance where it is. */
  complyArguing: number;
  /** p₀: compliance where it is not. */
  complyOtherwise: number;
}

/** How such a policy is trained. */
export interface FlowSettings {
  /** σ: share of the push on one kind of compliance that also moves the other, 0 to 1. */
  sharing: number;
  /** ε: cost of writing the argument, in units of the reward for complying. */
  penalty: number;
}

/** The flow: how fast the three log-odds change, in the order φ, ℓ₁, ℓ₀. */
export function drift(
  { argues, complyArguing, complyOtherwise }: TwoLayerPolicy,
  { sharing, penalty }: FlowSettings,
): [argues: number, complyArguing: number, complyOtherwise: number] {
  const arguing = argues * complyArguing * (1 - complyArguing);
  const otherwise = (1 - argues) * complyOtherwise * (1 - complyOtherwise);
  return [
    argues * (1 - argues) * (complyArguing - complyOtherwise - penalty),
    arguing + sharing * otherwise,
    otherwise + sharing * arguing,
  ];
}

/**
 * The policy that goes with rates of refusal, as fractions: how often the argument is written follows
 * from refusal = arguing · π + otherwise · (1 − π).
 *
 * @param refusal over all replies, between the other two.
 * @param arguing among replies with the argument.
 * @param otherwise among replies without it, other than `arguing`.
 */
export function policyRefusing(
  refusal: number,
  arguing: number,
  otherwise: number,
): TwoLayerPolicy {
  return {
    argues: (otherwise - refusal) / (otherwise - arguing),
    complyArguing: 1 - arguing,
    complyOtherwise: 1 - otherwise,
  };
}

/** How often a policy refuses. */
export function refusalOf({ argues, complyArguing, complyOtherwise }: TwoLayerPolicy): number {
  return 1 - argues * complyArguing - (1 - argues) * complyOtherwise;
}

/** Length of a step along the flow; halving it moves no result by one in ten thousand. */
const stepLength = 0.1;

/** A refusal rate at which training is taken to have ended, as it never gets to none. Illustrative. */
export const ended = 0.005;

/**
 * Follows the flow until the policy refuses no more often than `refusal`.
 *
 * @param refusal a fraction above 0.
 */
export function trainUntil(
  policy: TwoLayerPolicy,
  settings: FlowSettings,
  refusal = ended,
): TwoLayerPolicy {
  const rate = (point: readonly number[]) => drift(policyOf(point), settings);
  let point = [policy.argues, policy.complyArguing, policy.complyOtherwise].map(logit);
  while (refusalOf(policyOf(point)) > refusal) point = rungeKuttaStep(rate, point, stepLength);
  return policyOf(point);
}

/**
 * The flow of a softmax over strategies: how fast each logit changes. Unlike the replicator it lets
 * fakers pull away from sincere compliers who earn as much, because there are more of them. Between
 * two strategies of equal reward the difference of e^(−logit) is what stays the same.
 */
export function softmaxDrift(logits: readonly number[], rewards: readonly number[]): number[] {
  const shares = softmax(logits);
  const mean = shares.reduce((sum, share, i) => sum + share * rewards[i]!, 0);
  return shares.map((share, i) => share * (rewards[i]! - mean));
}

/** Shares that go with logits. */
export function softmax(logits: readonly number[]): number[] {
  const highest = Math.max(...logits);
  const weights = logits.map((logit) => Math.exp(logit - highest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function policyOf([argues = 0, complyArguing = 0, complyOtherwise = 0]: readonly number[]) {
  return {
    argues: chance(argues),
    complyArguing: chance(complyArguing),
    complyOtherwise: chance(complyOtherwise),
  };
}

const logit = (probability: number) => Math.log(probability / (1 - probability));
const chance = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));
