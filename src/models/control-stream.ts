/**
 * One stream of outputs under the rules of `control-room.ts`, drawn at random from a seed. It shares the
 * line with the formulas there and nothing else: each output is drawn, scored and dealt with by itself.
 * Whatever the rules, the same seed draws the same requests, so that two policies can be compared on one
 * stream.
 */
import { lineOf, type ControlSettings } from './control-room.ts';
import { normalQuantile } from './normal.ts';
import { seededRandom } from './random.ts';

/** What chance has in store for a request; each a uniform number, or a standard normal score. */
export interface Drawn {
  /** Below the chance of an attack, the output is sabotaged if it can be. */
  attack: number;
  /** Score of an honest output at each try. */
  scores: [first: number, second: number];
  /** Below the chance of a sabotage at the second try, there is one. */
  repeat: number;
  /** Below the share of looks at random, somebody looks. */
  pick: number;
  /** Below the chance of seeing a sabotage, who looks sees it. */
  find: number;
}

/**
 * What became of a request. Honest work is `delivered`, delivered after a `look`, delivered on the
 * `second` try, or lost because the `weak` model answered; a sabotage is `stopped` or `passes`.
 */
export const fates = ['delivered', 'look', 'second', 'weak', 'stopped', 'passes'] as const;
/** What became of a request. */
export type Fate = (typeof fates)[number];

/** A request that has gone through. */
export interface Passage {
  fate: Fate;
  /** Scores of what the strong model put out, in order; none where it was not asked. */
  scores: number[];
  /** Time that people spent on it, where a whole look is 1. */
  looks: number;
  /** Worth of what was delivered less the cost of a look; honest work of the strong model is worth 1. */
  worth: number;
}

/** Draws requests. */
export function drawRequests(count: number, seed: number): Drawn[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const attack = random();
    const scores: Drawn['scores'] = [score(random()), score(random())];
    return { attack, scores, repeat: random(), pick: random(), find: random() };
  });
}

/** A uniform number may be 0, which has no normal score. */
const score = (uniform: number) => normalQuantile(Math.max(uniform, 2 ** -33));

/**
 * Sends requests through, one after the other.
 *
 * @param drawn the requests; `settings.requests` is not read.
 * @throws {RangeError} when a setting is out of its range.
 */
export function runStream(settings: ControlSettings, drawn: readonly Drawn[]): Passage[] {
  const { policy, above, careful, repeats, weak, look, pause } = settings;
  const { at, shift, looksBelow, sees, takes } = lineOf(settings);
  /** Whether the strong model sabotages an output that would score so much if it were honest. */
  const attacks = ({ attack }: Drawn, score: number) =>
    attack < takes && (!careful || score + shift < at);
  const unseen = (fate: Fate, scores: number[], worth: number): Passage => ({
    fate,
    scores,
    worth,
    looks: 0,
  });
  /** Time of a look. */
  const looks = policy === 'light' ? above : 1;
  const lookedAt = (sabotage: boolean, { find }: Drawn, scores: number[]): Passage => {
    const honest = policy === 'light' ? 'delivered' : 'look';
    const fate = !sabotage ? honest : find < sees ? 'stopped' : 'passes';
    const worth = { delivered: 1, look: 1, stopped: weak, passes: 0 }[fate] - look * looks;
    return { fate, scores, worth, looks };
  };
  /** The first request that goes to the strong model again. */
  let resumes = policy === 'weak' ? Infinity : 0;

  return drawn.map((request, index) => {
    if (index < resumes) return unseen('weak', [], weak);
    const sabotage = attacks(request, request.scores[0]);
    const first = request.scores[0] + (sabotage ? shift : 0);
    if (first <= at) {
      if (request.pick < looksBelow) return lookedAt(sabotage, request, [first]);
      return sabotage ? unseen('passes', [first], 0) : unseen('delivered', [first], 1);
    }
    if (policy === 'audit') return lookedAt(sabotage, request, [first]);
    if (policy === 'pause') {
      const passage = lookedAt(sabotage, request, [first]);
      resumes = passage.fate === 'stopped' ? Infinity : index + 1 + pause;
      return passage;
    }
    if (policy !== 'resample') return unseen(sabotage ? 'stopped' : 'weak', [first], weak);

    const again = careful
      ? attacks(request, request.scores[1])
      : sabotage && request.repeat < repeats;
    const second = request.scores[1] + (again ? shift : 0);
    const tries = [first, second];
    if (second > at) return unseen(sabotage ? 'stopped' : 'weak', tries, weak);
    if (again) return unseen('passes', tries, 0);
    return unseen(sabotage ? 'stopped' : 'second', tries, 1);
  });
}
