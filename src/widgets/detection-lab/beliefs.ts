import { logGamma } from '../../models/log-gamma.ts';
import type { TestRun } from './runs.ts';

/** The two beliefs as curves over a range of rates in which nearly all of both lies. */
export interface BeliefCurves {
  /** Ends of the range, 0 to 1. */
  from: number;
  to: number;
  /** Places along the range and heights, each 0 to 1; the higher of both peaks is 1. */
  training: [along: number, height: number][];
  unmonitored: [along: number, height: number][];
}

const points = 160;

/** Beta densities after the counts of a run, from even beliefs. */
export function beliefCurves({ training, unmonitored, within }: TestRun): BeliefCurves {
  const low = Math.min(within.training.low, within.unmonitored.low);
  const high = Math.max(within.training.high, within.unmonitored.high);
  const margin = 0.35 * (high - low);
  const from = Math.max(0, low - margin);
  const to = Math.min(1, high + margin);
  const logs = [training, unmonitored].map(({ yes, no }) =>
    Array.from({ length: points + 1 }, (_, step) => {
      const rate = from + ((to - from) * step) / points;
      // At the ends only a count of none leaves any height.
      const part = (count: number, share: number) => (count === 0 ? 0 : count * Math.log(share));
      return part(yes, rate) + part(no, 1 - rate) - logHeight(yes, no);
    }),
  );
  const peak = Math.max(...logs.flat());
  const [a, b] = logs.map((curve) =>
    curve.map((at, step): [number, number] => [step / points, Math.exp(at - peak)]),
  );
  return { from, to, training: a!, unmonitored: b! };
}

/**
 * Logarithm of what makes the area one, up to a constant that is the same for both arms, which have as
 * many prompts.
 */
const logHeight = (yes: number, no: number) => logGamma(yes + 1) + logGamma(no + 1);
