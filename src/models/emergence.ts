/**
 * Skills that grow smoothly with the size of a model, and the scores that are made of them.
 *
 *     s(x) = 1 / (1 + exp(−k (x − c)))      one skill at size x, x in decades (log₁₀ of size)
 *     P(x) = Π sᵢ(x)^mᵢ                     all or nothing: everything right at once
 *     Q(x) = Σ mᵢ sᵢ(x) / Σ mᵢ              partial credit: mean share of parts that are right
 *     ln P(x)                               log score
 *     1 − (1 − P(x))ⁿ                       seen at least once in n tries
 *
 * One set of skills gives a slope, a late climb or a jump, as the score has it. Three things are
 * exact for the climb from 1 in 10 to 9 in 10. More calls of one skill delay it at least twice as
 * far as they narrow it. No product of skills climbs in less than `narrowestShare` of the width that
 * the steepest of them has alone. And however many the tries, Σ kᵢ mᵢ bounds how narrow it gets, so
 * it takes many calls and many tries together to make a jump.
 *
 * It takes skills to be independent, so that their chances multiply, and every skill to be smooth.
 * Nothing is calibrated: sizes are in decades from no particular place, and all constants are
 * illustrative. Size alone decides here, while in published tests of alignment faking it does not.
 *
 * @see greenblatt2024, Table 5; sheshadri2025, Section 5: faking is no function of size alone
 */

/** A skill, or one step of a plan that is called for several times. */
export interface Skill {
  /** c: size at which it succeeds half of the time, in decades. */
  midpoint: number;
  /** k: slope of its log-odds, per decade; above 0. */
  slope: number;
  /** m: how often one task calls for it, each time anew; 1 or more. */
  times: number;
}

/** The three things that faking calls for; the places and the slope are illustrative. */
export const constants = {
  awareness: 23,
  goal: 24,
  planning: 24.5,
  slope: 2,
  steps: 3,
} as const;

/**
 * What one act of alignment faking takes: knowing the situation, a goal that reaches ahead, and a
 * plan of several steps.
 *
 * @param steps steps of the plan that must all go right; 1 or more.
 * @see carlsmith2023, Section 2, for the three prerequisites
 */
export function fakingSkills(steps: number = constants.steps): [Skill, Skill, Skill] {
  const { awareness, goal, planning, slope } = constants;
  return [
    { midpoint: awareness, slope, times: 1 },
    { midpoint: goal, slope, times: 1 },
    { midpoint: planning, slope, times: steps },
  ];
}

/** Chance that one call of a skill succeeds at a size, 0 to 1. */
export function chance({ midpoint, slope }: Skill, size: number): number {
  return 1 / (1 + Math.exp(-slope * (size - midpoint)));
}

/** Natural logarithm of the chance that every call of every skill succeeds; 0 or below. */
export function logScore(skills: readonly Skill[], size: number): number {
  return -skills.reduce(
    (sum, { midpoint, slope, times }) =>
      sum + times * Math.log1p(Math.exp(-slope * (size - midpoint))),
    0,
  );
}

/** Chance that every call of every skill succeeds, 0 to 1. */
export function allOrNothing(skills: readonly Skill[], size: number): number {
  return Math.exp(logScore(skills, size));
}

/** Mean share of calls that succeed, 0 to 1. */
export function partialCredit(skills: readonly Skill[], size: number): number {
  const calls = skills.reduce((sum, { times }) => sum + times, 0);
  return skills.reduce((sum, skill) => sum + skill.times * chance(skill, size), 0) / calls;
}

/**
 * Chance to see something at least once in a number of independent tries, 0 to 1.
 *
 * @param each its chance in one try, 0 to 1.
 * @param tries how many, 1 or more.
 */
export function seenAtLeastOnce(each: number, tries: number): number {
  return each >= 1 ? 1 : -Math.expm1(tries * Math.log1p(-each));
}

/** From where to where a score climbs from 1 in 10 to 9 in 10, in decades. */
export interface Climb {
  from: number;
  /** Where it passes one half. */
  middle: number;
  to: number;
  /** `to − from`: how sudden it is. One decade is a factor of ten in size. */
  width: number;
}

/** The climb of a score, given the size at which it reaches a level, in decades. */
export function climbBy(sizeAt: (level: number) => number): Climb {
  const from = sizeAt(0.1);
  const to = sizeAt(0.9);
  return { from, middle: sizeAt(0.5), to, width: to - from };
}

/**
 * The climb of a score that grows with size.
 *
 * @param score 0 to 1, never falling.
 * @throws {RangeError} when it does not pass from below 1 in 10 to above 9 in 10 within `sizes`.
 */
export function climbOf(
  score: (size: number) => number,
  sizes: readonly [from: number, to: number] = [0, 60],
): Climb {
  return climbBy((level) => crossing(score, level, sizes));
}

/** The climb of `times` calls of one skill, in closed form. */
export function climbOfOne({ midpoint, slope, times }: Skill): Climb {
  return climbBy((level) => midpoint + logit(level ** (1 / times)) / slope);
}

/**
 * The least share of the steepest skill's own width that a product of skills can shrink to, 0.70.
 *
 * With y = exp(−k (x − c)) a skill adds ln(1 + y) to −ln P, and that falls at the rate
 * k y / (1 + y) ≤ k ln(1 + y). So ln(−ln P) falls by at most k a decade, and from P = 0.1 to
 * P = 0.9 it has to fall by ln(ln 10 / ln(10/9)). One skill alone takes 2 ln 9 / k. For the chance
 * to be seen in n tries, the same distance is covered by at most Σ kᵢ mᵢ a decade.
 */
export const narrowestShare = Math.log(Math.LN10 / Math.log(10 / 9)) / (2 * Math.log(9));

function logit(share: number): number {
  return Math.log(share) - Math.log1p(-share);
}

function crossing(
  score: (size: number) => number,
  level: number,
  [from, to]: readonly [number, number],
): number {
  if (!(score(from) < level && score(to) > level)) {
    throw new RangeError(`The score does not pass ${level} between ${from} and ${to}.`);
  }
  let [low, high] = [from, to];
  // Sixty halvings leave less than the spacing of doubles.
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (score(middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
