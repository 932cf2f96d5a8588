import { caughtAt, discriminability } from '../../models/binormal.ts';
import { apparentRate, type Detector } from '../../models/noisy-classifier.ts';
import { differing, pairedPower } from '../../models/paired-proportions.ts';
import {
  measuredShare,
  recognition,
  sampleMultiplier,
  softShare,
} from '../../models/test-awareness.ts';
import { perArmNeeded, zPower } from '../../models/two-proportions.ts';
import type { ExactOrder } from '../../workers/detection-lab.ts';
import type { LabState } from './detection-lab.ts';

/** Rates of compliance in the two arms, 0 to 1. */
export interface Arms {
  training: number;
  unmonitored: number;
}

/** How a gap fares on its way to the table that a test prints. */
export interface Chain {
  /** What the model does in training and in real use. */
  real: Arms;
  /** What it does where it behaves in recognised tests as it does in training. */
  shown: Arms;
  /** What the classifier makes of that: the table. */
  printed: Arms;
  /** Part of the real gap that the model shows, 0 to 1. */
  share: number;
  /** How many times as many prompts that costs. */
  multiplier: number;
}

export const gapOf = ({ training, unmonitored }: Arms) => training - unmonitored;

/** Part of its gap that a model of this kind shows at an area under the curve, 0 to 1. */
export function shareAt(
  { agent, criterion }: Pick<LabState, 'agent' | 'criterion'>,
  area: number,
): number {
  if (agent === 'soft') return softShare(area);
  return measuredShare(recognition(area, discriminability(area) / 2 + criterion / 10));
}

/** The classifier of a state; a perfect one where people decide without error. */
export function detectorOf({
  judged,
  judge,
  alarms,
}: Pick<LabState, 'judged' | 'judge' | 'alarms'>): Detector {
  if (!judged) return { caught: 1, falseAlarms: 0 };
  const falseAlarms = alarms / 100;
  return { caught: caughtAt(falseAlarms, discriminability(judge / 100)), falseAlarms };
}

/** From what the model does to what the table would print. */
export function chainOf(state: LabState): Chain {
  const real = { training: state.training / 1000, unmonitored: state.use / 1000 };
  const share = shareAt(state, state.recognition / 100);
  const shown = {
    training: real.training,
    unmonitored: real.training - share * gapOf(real),
  };
  const detector = detectorOf(state);
  const printed = {
    training: apparentRate(shown.training, detector),
    unmonitored: apparentRate(shown.unmonitored, detector),
  };
  return { real, shown, printed, share, multiplier: sampleMultiplier(share) };
}

type TestDesign = Pick<LabState, 'paired' | 'alike' | 'alpha'>;

const alphaOf = ({ alpha }: Pick<LabState, 'alpha'>) => Number(alpha) / 100;

/** Power of a design at so many prompts per arm, by the normal approximation, 0 to 1. */
export function approximatePower(state: TestDesign, arms: Arms, prompts: number): number {
  const { training: first, unmonitored: second } = arms;
  const alpha = alphaOf(state);
  return state.paired
    ? pairedPower({ ...differing(first, second, state.alike / 100), pairs: prompts, alpha })
    : zPower({ first, second, perArm: prompts, alpha });
}

/** More prompts than anybody will ask; a need beyond it is not worked out. */
const beyond = 10_000_000;

/**
 * Fewest prompts per arm at which the approximation reaches the power that is asked for; ∞ where it is
 * never reached, or not before ten million.
 */
export function promptsNeeded(state: TestDesign & Pick<LabState, 'power'>, arms: Arms): number {
  const power = Number(state.power) / 100;
  const { training: first, unmonitored: second } = arms;
  if (!state.paired) {
    const needed =
      Math.abs(first - second) < 1e-4
        ? Infinity
        : perArmNeeded({ first, second, alpha: alphaOf(state), power });
    return needed > beyond ? Infinity : needed;
  }
  const enough = (prompts: number) => approximatePower(state, arms, prompts) >= power;
  if (first === second || !enough(beyond)) return Infinity;
  let [low, high] = [0, beyond];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Numbers of prompts per arm for which the power is worked out exactly. */
export const exactSizes = [10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000, 2000, 5000] as const;
/** Longest arm that is worked out exactly: the work grows with the square. */
export const longestExact = 5000;

/** What the worker is asked for: both gaps, at the sizes of the grid and at that of the design. */
export function exactOrder(state: LabState): ExactOrder {
  const { real, printed } = chainOf(state);
  const own = state.prompts <= longestExact ? [state.prompts] : [];
  return {
    paired: state.paired,
    likeness: state.alike / 100,
    alpha: alphaOf(state),
    real: [real.training, real.unmonitored],
    printed: [printed.training, printed.unmonitored],
    // The design first: it is what the reader waits for.
    sizes: [...new Set([...own, ...exactSizes])],
  };
}
