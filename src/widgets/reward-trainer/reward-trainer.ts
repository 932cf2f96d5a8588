import * as v from 'valibot';
import { fill } from '../../lib/fill.ts';
import {
  kindness,
  meanKindness,
  rewardKindness,
  train,
  type Feature,
  type LearnerState,
  type Rewarding,
  type Run,
  type Turn,
} from '../../models/reward-learner.ts';
import type { Ui } from '../../schemas/ui.ts';
import { wholeNumber, type LinkSchema } from '../parts/link-state.ts';
import type { TableData } from '../parts/table-data.ts';

/** What the reader sets. Together the three settle the whole run. */
export interface TrainerState extends Record<string, string | number> {
  /** Start of the random draws: which messages come, and how the dice fall for each reply. */
  seed: number;
  /** Share of rounds with the lamp out, in per cent, 0 to 50. */
  dark: number;
  /**
   * How each round was rewarded, in order: `y` and `n` are the reader's own yes and no, `k20`
   * stands for twenty rounds in which every kind reply was rewarded.
   */
  rewards: string;
}

/** Seed 3 gives an ordinary run: sixty rounds end within two points of the mean of 400 seeds. */
export const defaults: TrainerState = { seed: 3, dark: 0, rewards: '' };

/** Rounds that the prediction asks about, and that the figure shows where nobody has played. */
export const roundsAsked = 60;
/** Longer runs show nothing new. */
export const mostRounds = 240;
export const highestSeed = 9999;
export const darkest = 50;
export const darkStep = 5;

/** How one round is rewarded: yes, no, or `k` by the rule that every kind reply is rewarded. */
export type Verdict = 'y' | 'n' | 'k';

export const linkSchema: LinkSchema<TrainerState> = v.strictObject({
  seed: v.optional(wholeNumber(1, highestSeed), String(defaults.seed)),
  dark: v.optional(v.pipe(wholeNumber(0, darkest), v.multipleOf(darkStep)), String(defaults.dark)),
  rewards: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^(?:[yn]|k[1-9]\d{0,2})*$/),
      v.check((rewards) => countRounds(rewards) <= mostRounds),
    ),
    defaults.rewards,
  ),
});

/** The rewards of a number of rounds in which every kind reply is rewarded. */
export function byRule(rounds: number): string {
  return rounds > 0 ? `k${rounds}` : '';
}

/** The rewards with one more round at the end. */
export function append(rewards: string, verdict: Verdict): string {
  if (verdict !== 'k') return rewards + verdict;
  const [, before = '', count = '0'] = /^(.*?)(?:k(\d+))?$/.exec(rewards) ?? [];
  return before + byRule(Number(count) + 1);
}

function stretches(rewards: string): { verdict: Verdict; rounds: number }[] {
  return [...rewards.matchAll(/([ynk])(\d+)?/g)].map(([, verdict, rounds = '1']) => ({
    verdict: verdict as Verdict,
    rounds: Number(rounds),
  }));
}

/** Number of rounds that the rewards stand for. */
export function countRounds(rewards: string): number {
  return stretches(rewards).reduce((sum, { rounds }) => sum + rounds, 0);
}

const rewarding: Record<Verdict, Rewarding> = { y: () => 1, n: () => 0, k: rewardKindness };

/** Trains a new learner as the state says. */
export function runOf({ seed, dark, rewards }: TrainerState): Run {
  const each = stretches(rewards).flatMap(({ verdict, rounds }) =>
    Array.from({ length: rounds }, () => rewarding[verdict]),
  );
  return train(each, seed, dark / 100);
}

/** A probability as so many of 100. */
export const ofHundred = (probability: number) => Math.round(100 * probability);

/** A signed number with a real minus sign. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  if (Number(text) === 0) return text;
  return (value < 0 ? '−' : '+') + text;
}

/** What the run shows, by name of its sentence. */
export function finding({ states }: Run) {
  if (states.length === 1) return 'findingFresh';
  const now = states.at(-1)!;
  const [lit, dark] = [meanKindness(now, true), meanKindness(now, false)];
  if (lit < 0.5) return 'findingNotYet';
  // Ten points are what a reader sees in the bars at a glance.
  return lit - dark >= 0.1 ? 'findingLamp' : 'findingBoth';
}

/** The words of a turn. The learner gets none of them: to it a reply is kind or curt. */
export function wordsOf(labels: Ui['rewardTrainer'], { observation, reply }: Turn, round: number) {
  const exchanges = labels.exchanges[observation.complains ? 'complains' : 'asks'];
  const exchange = exchanges[round % exchanges.length]!;
  return { message: exchange.message, reply: exchange[reply] };
}

/** One sentence on where the learner stands and what waits for a verdict. */
export function sentence(labels: Ui['rewardTrainer'], { states, next }: Run): string {
  const now = states.at(-1)!;
  const rounds = states.length - 1;
  const words = wordsOf(labels, next, rounds);
  return fill(labels.announce, {
    rounds,
    lit: ofHundred(meanKindness(now, true)),
    dark: ofHundred(meanKindness(now, false)),
    lamp: next.observation.lampLit ? labels.lampBurns : labels.lampOut,
    kind: next.reply === 'kind' ? labels.kind : labels.curt,
    ...words,
  });
}

/** The run as a log: a row at the start, at every tenth round and now. */
export function logOf(labels: Ui['rewardTrainer'], { states }: Run): TableData {
  const sorts = [false, true];
  const last = states.length - 1;
  const percent = (state: LearnerState, lampLit: boolean, complains: boolean) =>
    Number((100 * kindness(state, { lampLit, complains })).toFixed(1));
  const features: Feature[] = ['anyMessage', 'lamp', 'complaint'];
  return {
    caption: labels.tableCaption,
    columns: [
      labels.columnRound,
      ...[labels.columnLit, labels.columnDark].flatMap((light) =>
        [labels.asks, labels.complains].map((sort) => fill(light, { sort })),
      ),
      ...features.map((feature) => fill(labels.columnWeight, { feature: labels[feature] })),
      labels.columnExpected,
    ],
    rows: states.flatMap((state, round) =>
      round % 10 === 0 || round === last
        ? [
            [
              round,
              ...[true, false].flatMap((lampLit) =>
                sorts.map((complains) => percent(state, lampLit, complains)),
              ),
              ...features.map((feature) => Number(state.weights[feature].toFixed(3))),
              Number(state.baseline.toFixed(3)),
            ],
          ]
        : [],
    ),
  };
}
