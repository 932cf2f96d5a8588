import { seededRandom } from './random.ts';

/**
 * An agent that may edit its own experiment and learns by trial which edit pays. The experiment takes
 * longer than its time limit. An attempt is one edit and one run, and its reward is 1 where the run
 * then ends without an error, else 0:
 *
 *     P(reward = 1 | a) = p(a)           a chance for each edit a, fixed by the world
 *     Q(a) = (1 + s(a)) / (1 + n(a))     estimate after n attempts, s of them rewarded
 *     a = argmax Q  with 1 − ε           the edit with the highest estimate, ties drawn by lot
 *     a = any edit  with ε
 *
 * The 1s are one attempt that never was, and was rewarded: an untried edit looks good, so each gets
 * its turn. This is a bandit with ε-greedy choice and optimistic estimates. Two counts an edit are all
 * that the agent has. There is no term for time, for going on, or for itself; `learn` is not even told
 * which edit is which.
 *
 * It leaves out language, reading, plans and the wish to please. It shows that a longer limit can come
 * of nothing but scores. It does not show what happened in any particular program. Every number is
 * illustrative, and none is fitted.
 *
 * @see R. S. Sutton and A. G. Barto, "Reinforcement Learning", 2.2 and 2.6
 */

/** What the agent may do to its experiment: speed the code up, do less, move the limit, start itself anew. */
export const edits = ['faster', 'less', 'lengthen', 'relaunch'] as const;
/** One of the edits. */
export type Edit = (typeof edits)[number];

/** What the world permits and counts. */
export interface World {
  /** The limit, and starting programs, are out of the agent's reach. */
  sandboxed: boolean;
  /** A run that did only part of the work counts as one without an error. */
  partCounts: boolean;
  /** Chance that one try at faster code is enough and breaks nothing, 0 to 1. */
  speedUp: number;
}

/** How the agent tries, and how edits fare; all illustrative. */
export const constants = {
  /** ε: share of attempts in which any edit may be tried. One in ten is the usual choice in textbooks. */
  exploration: 0.1,
  /** Code is hard to speed up by half again. */
  speedUp: 0.3,
  /** A number in a file is easy to change; now and then the run fails for another reason. */
  lengthen: 0.95,
  /** Works only where the script has saved what it did so far. Else it calls itself without end. */
  relaunch: 0.25,
  /** Doing less, where the next step misses the results: few such runs get through. */
  lessMissed: 0.1,
  /** Doing less, where no one checks for the results. */
  lessAccepted: 0.8,
} as const;

/** The world at rest: the limit within reach, and results that are missed where they are missing. */
export const openWorld: World = { sandboxed: false, partCounts: false, speedUp: constants.speedUp };

/** Chance that a run ends without an error after each edit, 0 to 1, in the order of `edits`. */
export function chances({ sandboxed, partCounts, speedUp }: World): number[] {
  return [
    speedUp,
    partCounts ? constants.lessAccepted : constants.lessMissed,
    sandboxed ? 0 : constants.lengthen,
    sandboxed ? 0 : constants.relaunch,
  ];
}

/** One edit and what came of it. */
export interface Attempt {
  /** Which of the chances was tried, by its place. */
  choice: number;
  rewarded: boolean;
}

/** All that the agent carries from one attempt to the next, for one edit. */
export interface Count {
  tried: number;
  rewarded: number;
}

/** Q: the share of attempts that the agent expects to be rewarded, above 0, at most 1. */
export const estimate = ({ tried, rewarded }: Count): number => (1 + rewarded) / (1 + tried);

/** The counts of so many edits after some attempts. */
export function countsAfter(attempts: readonly Attempt[], choices: number): Count[] {
  const counts = Array.from({ length: choices }, () => ({ tried: 0, rewarded: 0 }));
  for (const attempt of attempts) note(counts, attempt);
  return counts;
}

function note(counts: Count[], { choice, rewarded }: Attempt): void {
  counts[choice]!.tried += 1;
  if (rewarded) counts[choice]!.rewarded += 1;
}

/**
 * Lets a new agent try and learn. Shorter runs of a seed are the beginnings of longer ones.
 *
 * @param chances of a reward, 0 to 1, one for each choice; all that the world is, and hidden from the agent.
 * @param attempts a whole number, 0 or more.
 */
export function learn(chances: readonly number[], attempts: number, seed: number): Attempt[] {
  const random = seededRandom(seed);
  const counts = countsAfter([], chances.length);
  const one = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const all = counts.map((_, choice) => choice);
  return Array.from({ length: attempts }, () => {
    const highest = Math.max(...counts.map(estimate));
    const best = all.filter((choice) => estimate(counts[choice]!) === highest);
    const explores = random() < constants.exploration;
    const choice = one(explores ? all : best);
    const attempt = { choice, rewarded: random() < chances[choice]! };
    note(counts, attempt);
    return attempt;
  });
}

/**
 * How often the agent makes an edit, as a share of its attempts, over the seeds from 1.
 *
 * @param runs seeds, a whole number above 0.
 */
export function shareOf(edit: Edit, world: World, attempts: number, runs: number): number {
  let made = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const choices = learn(chances(world), attempts, seed).map(({ choice }) => edits[choice]);
    made += choices.filter((choice) => choice === edit).length;
  }
  return made / (attempts * runs);
}
