import { atOnce } from './at-once.ts';
import {
  learn,
  probability,
  recall,
  recallAll,
  type Contexts,
  type KernelMemory,
} from './kernel-memory.ts';
import { normalQuantile } from './normal.ts';
import { seededRandom } from './random.ts';

/**
 * A hypothesis as a toy: two bodies of text teach opposite things, a policy is laid over one of them
 * by fine-tuning, and the older lesson comes back where the fine-tuning did not reach.
 *
 *     corpus A     120 contexts from N((−1, 0), 0.8² I), action 1: as the policy wants it
 *     corpus B     120 contexts from N((1, 0), 0.8² I), action 0: against it
 *     base         f₀, learned from both with kernel width 0.6
 *     fine-tuning  40 contexts from N((1, 0.8), r² I), all action 1, learned on top of f₀ with width ℓ
 *
 * The policy fails in a context with probability 1 − σ(f₁). At a distance δ from the middle of the
 * fine-tuning this is averaged over 72 directions.
 *
 * It leaves out nearly everything. A context is a point of a plane, an action is one of two, and how
 * far a lesson carries is set by hand. Reach and damage are one quantity seen from two sides: nothing
 * in the toy says up to where the policy was meant to hold. No belief about training enters, so
 * nothing here fakes. It is no evidence that language models fail in this way. All constants are
 * illustrative.
 */

/** The shape of the toy; all illustrative, none tuned to data. */
export const constants = {
  /** Examples in each corpus. */
  corpusSize: 120,
  middleOfA: { x: -1, y: 0 },
  middleOfB: { x: 1, y: 0 },
  /** Standard deviation of a corpus about its middle, along either axis. */
  corpusSpread: 0.8,
  /** ℓ of the base memory. */
  baseWidth: 0.6,
  /** Examples of the fine-tuning. */
  examples: 40,
  /** Middle of the fine-tuning: on the ground of corpus B, off its middle. */
  middle: { x: 1, y: 0.8 },
  /** Examples of corpus B nearer to the middle of the fine-tuning than this are taken to be meant. */
  meant: 0.6,
  /** Directions that are averaged over at each distance. */
  directions: 72,
} as const;

/** Distances from the middle of the fine-tuning at which its failure is taken. */
export const distances: readonly number[] = Array.from({ length: 21 }, (_, step) => step / 8);

/** How the policy is laid over the base. */
export interface FineTuning {
  /** ℓ: how far each of its examples carries; above 0. */
  width: number;
  /** r: how different its contexts are from each other, as a standard deviation; 0.05 to 1.2. */
  spread: number;
}

/** A fine-tuning to start from; illustrative. */
export const usualTuning: FineTuning = { width: 0.6, spread: 0.3 };

/** A memory of both corpora, and what depends on it alone. */
export interface Base {
  readonly seed: number;
  /** f₀. Its examples are those of corpus A, followed by those of corpus B. */
  readonly memory: KernelMemory;
  /** Standard normal draws: where the examples of the fine-tuning lie about its middle, in units of r. */
  readonly offsets: Contexts;
  /** f₀ on the rings about the middle of the fine-tuning: distance by distance, all directions of each. */
  readonly onRings: Float64Array;
  /** f₀ at each example of corpus B. */
  readonly onB: Float64Array;
}

/** The contexts of the rings, in the order of `Base.onRings`. */
const rings = ringContexts();

function ringContexts(): Contexts {
  const count = distances.length * constants.directions;
  const [xs, ys] = [new Float64Array(count), new Float64Array(count)];
  // Turning by five degrees at a time takes no sine, whose last bits are left to the engine.
  const [cos5, sin5] = [0.9961946980917455, 0.08715574274765817];
  let [cos, sin] = [1, 0];
  for (let turn = 0; turn < constants.directions; turn += 1) {
    distances.forEach((distance, ring) => {
      xs[ring * constants.directions + turn] = constants.middle.x + distance * cos;
      ys[ring * constants.directions + turn] = constants.middle.y + distance * sin;
    });
    [cos, sin] = [cos * cos5 - sin * sin5, sin * cos5 + cos * sin5];
  }
  return { xs, ys };
}

/**
 * Where the examples of a seed lie: both corpora, and the fine-tuning in units of r. The quantile may
 * differ between engines in its last bit. That does no harm here: learning is a climb to a single
 * summit, and a bit of difference at its start stays a bit.
 */
function drawExamples(seed: number): { corpora: Contexts; offsets: Contexts } {
  const random = seededRandom(seed);
  // The source may give 0, for which there is no quantile.
  const normal = () => normalQuantile(Math.max(random(), 2 ** -33));
  const { corpusSize, corpusSpread, middleOfA, middleOfB, examples } = constants;
  const draw = (count: number, place: (index: number) => { x: number; y: number; by: number }) => {
    const [xs, ys] = [new Float64Array(count), new Float64Array(count)];
    for (let i = 0; i < count; i += 1) {
      const { x, y, by } = place(i);
      xs[i] = x + by * normal();
      ys[i] = y + by * normal();
    }
    return { xs, ys };
  };
  const corpora = draw(2 * corpusSize, (i) => ({
    ...(i < corpusSize ? middleOfA : middleOfB),
    by: corpusSpread,
  }));
  return { corpora, offsets: draw(examples, () => ({ x: 0, y: 0, by: 1 })) };
}

/** Learns both corpora of a seed, with pauses. */
export function* learnBase(seed: number): Generator<undefined, Base, undefined> {
  const { corpora, offsets } = drawExamples(seed);
  const actions = corpora.xs.map((_, i) => (i < constants.corpusSize ? 1 : 0));
  const prior = new Float64Array(actions.length);
  const memory = yield* learn({ ...corpora, actions, prior, width: constants.baseWidth });
  return yield* withRings(seed, memory, offsets);
}

/**
 * The base of a seed from what it has learned, without learning it again.
 *
 * @param pulls those of its memory, as `learnBase` gives them for the same seed.
 */
export function* restoreBase(
  seed: number,
  pulls: Float64Array,
): Generator<undefined, Base, undefined> {
  const { corpora, offsets } = drawExamples(seed);
  return yield* withRings(seed, { ...corpora, pulls, width: constants.baseWidth }, offsets);
}

function* withRings(seed: number, memory: KernelMemory, offsets: Contexts) {
  const { directions } = constants;
  const onRings = new Float64Array(rings.xs.length);
  for (let from = 0; from < onRings.length; from += directions) {
    const ring = (values: Float64Array) => values.subarray(from, from + directions);
    onRings.set(recallAll(memory, { xs: ring(rings.xs), ys: ring(rings.ys) }), from);
    yield;
  }
  return { seed, memory, offsets, onRings, onB: recallAll(memory, corpusB(memory)) };
}

function corpusB({ xs, ys }: Contexts): Contexts {
  return { xs: xs.subarray(constants.corpusSize), ys: ys.subarray(constants.corpusSize) };
}

/** Lays the policy over a base, with pauses: what comes back is to be added to f₀. */
export function* layOver(
  base: Base,
  { width, spread }: FineTuning,
): Generator<undefined, KernelMemory, undefined> {
  const { middle } = constants;
  const xs = base.offsets.xs.map((offset) => middle.x + spread * offset);
  const ys = base.offsets.ys.map((offset) => middle.y + spread * offset);
  const actions = new Float64Array(xs.length).fill(1);
  const prior = recallAll(base.memory, { xs, ys });
  yield;
  return yield* learn({ xs, ys, actions, prior, width });
}

/** The same without pauses. */
export const fineTune = (base: Base, tuning: FineTuning): KernelMemory =>
  atOnce(layOver(base, tuning));

/** Probability that the policy is followed in a context, before the fine-tuning and after it. */
export function followed(base: Base, overlay: KernelMemory, x: number, y: number) {
  const before = recall(base.memory, x, y);
  return {
    before: probability(before),
    after: probability(before + recall(overlay, x, y)),
  };
}

/** What is found at each of `distances`, averaged over the directions. */
export interface Curves {
  /** Probability that the policy fails, without the fine-tuning. */
  before: number[];
  /** The same with it. */
  after: number[];
  /** How undecided the memory is with the fine-tuning, in bits, 0 to 1. */
  entropy: number[];
}

/** The curves of one data set, without the fine-tuning and with it. */
export function curvesOf(base: Base, overlay: KernelMemory): Curves {
  const added = recallAll(overlay, rings);
  const overRings = (measure: (index: number) => number) =>
    distances.map((_, ring) => {
      let sum = 0;
      for (let turn = 0; turn < constants.directions; turn += 1) {
        sum += measure(ring * constants.directions + turn);
      }
      return sum / constants.directions;
    });
  const before = (i: number) => probability(base.onRings[i]!);
  const after = (i: number) => probability(base.onRings[i]! + added[i]!);
  return {
    before: overRings((i) => 1 - before(i)),
    after: overRings((i) => 1 - after(i)),
    entropy: overRings((i) => entropy(after(i))),
  };
}

function entropy(p: number): number {
  return p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
}

/** What the fine-tuning did to lessons of corpus B that lie away from it. */
export interface Rewired {
  /** Examples of corpus B further than `constants.meant` from the middle of the fine-tuning. */
  far: number;
  /** Those of them that the base got right and the fine-tuned memory gets wrong. */
  flipped: Contexts;
}

/** Counts them in one data set. */
export function rewired({ memory, onB }: Base, overlay: KernelMemory): Rewired {
  const { middle, meant } = constants;
  const { xs, ys } = corpusB(memory);
  const added = recallAll(overlay, { xs, ys });
  const isFar = (i: number) =>
    (xs[i]! - middle.x) * (xs[i]! - middle.x) + (ys[i]! - middle.y) * (ys[i]! - middle.y) >
    meant * meant;
  const isFlipped = (_: number, i: number) => isFar(i) && onB[i]! < 0 && onB[i]! + added[i]! > 0;
  return {
    far: xs.filter((_, i) => isFar(i)).length,
    flipped: { xs: xs.filter(isFlipped), ys: ys.filter(isFlipped) },
  };
}

/**
 * A rule of thumb for the distance up to which the policy holds:
 *
 *     δ* = √(2 (ℓ² + r²) · ln(push / |f₀|))     push = what the fine-tuning adds at its middle
 *
 * It takes the push to fall off as one Gaussian and the base to pull equally hard everywhere. In truth
 * the base weakens on the way out, so the policy holds further than the rule says, as long as the
 * examples lie close enough together to leave no holes between them.
 *
 * @returns the distance, or 0 where the push is weaker than the base.
 */
export function roughReach(base: Base, overlay: KernelMemory, { width, spread }: FineTuning) {
  const { x, y } = constants.middle;
  const ratio = recall(overlay, x, y) / Math.abs(recall(base.memory, x, y));
  return ratio > 1 ? Math.sqrt(2 * (width * width + spread * spread) * Math.log(ratio)) : 0;
}

/**
 * The distance at which the policy comes to fail half of the time, between two of `distances`.
 *
 * @param failure a curve of failure, or its mean.
 * @returns `undefined` where it never does.
 */
export function halfway(failure: readonly number[]): number | undefined {
  const beyond = failure.findIndex((share) => share >= 0.5);
  if (beyond < 1) return beyond === 0 ? 0 : undefined;
  const [low, high] = [failure[beyond - 1]!, failure[beyond]!];
  const [from, to] = [distances[beyond - 1]!, distances[beyond]!];
  return from + ((0.5 - low) / (high - low)) * (to - from);
}
