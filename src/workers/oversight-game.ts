import {
  createRegretMatcher,
  randomGame,
  randomZeroSum,
  type RegretProgress,
} from '../models/regret-matching.ts';

/** A game to be drawn, and how long two learners play it. */
export interface RegretOrder {
  size: number;
  seed: number;
  /** `zero`: one gains what the other loses; `own`: payoffs drawn for each player. */
  sums: 'zero' | 'own';
  rounds: number;
}

/** How far the learners had come after a number of rounds. */
export type RegretPoint = Pick<RegretProgress, 'rounds' | 'gap' | 'regret'>;

export interface RegretFrame {
  /** From the first round on, spaced evenly on a scale of powers of ten. */
  points: RegretPoint[];
  latest: RegretProgress;
}

/** Multiplications between two places where the job may be paused. */
const stretch = 200_000;
/** Points for each power of ten. */
const perDecade = 8;

/** Two learners play until they have played enough, and show where they stand now and then. */
function* regret({
  size,
  seed,
  sums,
  rounds,
}: RegretOrder): Generator<RegretFrame | undefined, RegretFrame, undefined> {
  const matcher = createRegretMatcher((sums === 'zero' ? randomZeroSum : randomGame)(size, seed));
  const points: RegretPoint[] = [];
  const most = Math.ceil(stretch / (2 * size * size));
  const note = (): RegretFrame => {
    const latest = matcher.progress();
    const { rounds, gap, regret } = latest;
    const kept = points.filter((point) => point.rounds < rounds);
    return { points: [...kept, { rounds, gap, regret }], latest };
  };
  for (let step = 0; matcher.rounds < rounds;) {
    const next = Math.min(rounds, Math.round(10 ** (step / perDecade)));
    matcher.play(Math.min(most, Math.max(0, next - matcher.rounds)));
    if (matcher.rounds >= next) {
      const { rounds, gap, regret } = matcher.progress();
      if (points.at(-1)?.rounds !== rounds) points.push({ rounds, gap, regret });
      step += 1;
    }
    yield note();
  }
  return note();
}

/** What the figure asks of its worker. */
export const jobs = { regret };
