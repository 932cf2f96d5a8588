import { fisherPowerSteps } from '../models/fisher-exact.ts';
import { mcnemarPowerSteps } from '../models/mcnemar.ts';
import { differing } from '../models/paired-proportions.ts';

/** Shares of the wanted reply in two conditions, each 0 to 1. */
type Shares = readonly [first: number, second: number];

/** Exact power of one design for two gaps, at several numbers of prompts per arm. */
export interface ExactOrder {
  /** Whether the same prompts are put in both conditions. */
  paired: boolean;
  /** How alike the replies of a pair are, 0 to 1. */
  likeness: number;
  alpha: number;
  real: Shares;
  printed: Shares;
  sizes: readonly number[];
}

/** Exact powers at one number of prompts per arm, each 0 to 1. */
export interface ExactPoint {
  prompts: number;
  real: number;
  printed: number;
}

/** The sizes that have been worked out so far. */
export interface ExactFrame {
  points: readonly ExactPoint[];
}

function* powerOf(
  { paired, likeness, alpha }: ExactOrder,
  [first, second]: Shares,
  prompts: number,
): Generator<undefined, number, undefined> {
  const work = paired
    ? mcnemarPowerSteps({ ...differing(first, second, likeness), pairs: prompts, alpha })
    : fisherPowerSteps({ first, second, perArm: prompts, alpha });
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    yield;
  }
}

/** Works out one number of prompts after the other and shows each. */
function* exact(order: ExactOrder): Generator<ExactFrame | undefined, ExactFrame, undefined> {
  const points: ExactPoint[] = [];
  for (const prompts of order.sizes) {
    const real = yield* powerOf(order, order.real, prompts);
    yield;
    const printed = yield* powerOf(order, order.printed, prompts);
    points.push({ prompts, real, printed });
    yield { points: [...points] };
  }
  return { points };
}

/** What the figure asks of its worker. */
export const jobs = { exact };
