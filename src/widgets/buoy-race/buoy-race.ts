import * as v from 'valibot';
import { fill } from '../../lib/fill.ts';
import type { BoatSettings, Learner, Training } from '../../models/buoy-race-training.ts';
import {
  cellOf,
  conductOf,
  course,
  placeOf,
  type BestRace,
  type Conduct,
  type Stretch,
} from '../../models/buoy-race.ts';
import type { Ui } from '../../schemas/ui.ts';
import { truth, wholeNumber, type LinkSchema } from '../parts/link-state.ts';
import type { TableData } from '../parts/table-data.ts';

type Labels = Ui['buoyRace'];

/** What the reader sets: a whole training. Spelled out by `Pick`, as an address takes no interface. */
export type RaceState = Pick<BoatSettings, keyof BoatSettings>;

export const learners = ['network', 'table'] as const satisfies Learner[];
export const highestBonus = 60;
export const highestSeed = 9999;

/**
 * With this bonus four networks of five end up circling. The one of seed 2, like a third of them,
 * first learns to finish and comes upon the loop later.
 */
export const defaults: RaceState = { bonus: 3, once: false, learner: 'network', seed: 2 };

export const linkSchema: LinkSchema<RaceState> = v.strictObject({
  bonus: v.optional(wholeNumber(0, highestBonus), String(defaults.bonus)),
  once: v.optional(truth, String(defaults.once) as 'false'),
  learner: v.optional(v.picklist(learners), defaults.learner),
  seed: v.optional(wholeNumber(1, highestSeed), String(defaults.seed)),
});

/** A training and what it was set to. */
export interface Trained extends Training {
  settings: BoatSettings;
}

/** What is known without any learning. */
export interface Facts {
  /** What pays best for each bonus: where the buoys light up again, and where each counts once. */
  best: { again: Stretch[]; once: Stretch[] };
  /** Boats that sail by plan: once round the island, and straight to the finish. */
  plans: Record<'lap' | 'straight', Pick<BestRace, 'points'> & { moves: number }>;
  /** Size of the network. */
  network: { inputs: number; hidden: number; outputs: number };
}

/** Whether two trainings would be the same. */
export const sameSettings = (a: BoatSettings, b: BoatSettings) =>
  a.bonus === b.bonus && a.once === b.once && a.learner === b.learner && a.seed === b.seed;

/** A training as a page carries it: rounded, and with the last wake only. */
export function packed({ settings, after, scores, finished, wakes }: Trained): Trained {
  const round = (value: number) => Number(value.toFixed(4));
  return {
    settings,
    after,
    scores: scores.map(round),
    finished: finished.map(round),
    wakes: wakes.slice(-1),
  };
}

/** A share of 1 as so many of 100. */
export const ofHundred = (share: number) => Math.round(100 * share);

/** A number of points without needless decimals. */
export const points = (score: number) => String(Math.round(score));

/** What the boat does at one look at it. */
export function conductAt({ settings, scores, finished }: Trained, look: number): Conduct {
  return conductOf(scores[look]! - settings.bonus * finished[look]!, finished[look]!);
}

const findings = {
  circles: 'findingCircles',
  lap: 'findingLap',
  straight: 'findingStraight',
  drifts: 'findingDrifts',
} as const satisfies Record<Conduct, keyof Labels>;

/** What the trained boat does, in a sentence. */
export function finding(labels: Labels, trained: Trained): string {
  const end = trained.scores.length - 1;
  return fill(labels[findings[conductAt(trained, end)]], numbersAt(trained, end));
}

/** What the boat brings in at one look at it, in a sentence. */
export function sentence(labels: Labels, trained: Trained, look: number): string {
  const { settings, after } = trained;
  return fill(settings.learner === 'network' ? labels.afterRaces : labels.afterMoves, {
    n: after[look]!.toLocaleString('en-GB'),
    ...numbersAt(trained, look),
  });
}

const numbersAt = ({ scores, finished }: Trained, look: number) => ({
  score: points(scores[look]!),
  finished: ofHundred(finished[look]!),
});

/** What pays best at a bonus, and the bonus at which something else does; both exact. */
export function bestAt({ best }: Facts, { bonus, once }: Pick<RaceState, 'bonus' | 'once'>) {
  const stretches = once ? best.once : best.again;
  // Where a bonus of nothing is the whole stretch, only that bonus lies in it.
  const index = stretches.findLastIndex(({ from }, i) => (i === 0 ? true : from < bonus));
  return { conduct: stretches[index]!.conduct, until: stretches[index + 1]?.from };
}

const pays = {
  circles: 'payCircles',
  lap: 'payLap',
  straight: 'payStraight',
  drifts: 'payNothing',
} as const satisfies Record<Conduct, keyof Labels>;

/** What pays best, in a sentence; and that the boat has not found it, where that is so. */
export function reading(labels: Labels, facts: Facts, trained: Trained): string {
  const { conduct, until } = bestAt(facts, trained.settings);
  const sentence = fill(labels[pays[conduct]], { until: Math.ceil(until ?? highestBonus) });
  const found = conductAt(trained, trained.scores.length - 1) === conduct;
  return found ? sentence : `${sentence} ${labels.settled}`;
}

/** The training as a log, and the boats that sail by plan. */
export function tableOf(labels: Labels, { plans }: Facts, trained: Trained): TableData {
  const { settings, after, scores, finished } = trained;
  const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
  return {
    caption: labels.tableCaption,
    columns: [
      settings.learner === 'network' ? labels.columnRaces : labels.columnMoves,
      labels.rewardedText,
      labels.meantText,
    ],
    rows: [
      ...after.map((n, look) => [n, rounded(scores[look]!, 2), rounded(100 * finished[look]!, 1)]),
      [labels.boatLap, plans.lap.points + settings.bonus, 100],
      [labels.boatStraight, plans.straight.points + settings.bonus, 100],
    ],
  };
}

/** A point of the picture, in tenths of a cell from the upper left corner. */
export interface Point {
  x: number;
  y: number;
}

/** The middle of a cell. */
export const middleOf = ({ column, row }: { column: number; row: number }): Point => ({
  x: 10 * column + 5,
  y: 10 * row + 5,
});

/**
 * The wake of a race. Each time round the island it lies a little farther out, so that laps can be
 * told apart; a boat that stands still leaves none.
 */
export function wakeOf(cells: readonly number[]): Point[] {
  const centre = middleOf(course.island[0]!);
  const moved = cells.filter((cell, index) => cell !== cells[index - 1]);
  const middles = moved.map((cell) => middleOf(placeOf(cell)));
  let turned = 0;
  const laps = middles.map(({ x, y }, index) => {
    const before = middles[index - 1] ?? { x, y };
    const angle = (at: Point) => Math.atan2(at.y - centre.y, at.x - centre.x);
    const turn = (angle({ x, y }) - angle(before)) / (2 * Math.PI);
    turned += turn - Math.round(turn);
    return Math.abs(turned);
  });
  const halfway = laps.at(-1)! / 2;
  return middles.map(({ x, y }, index) => {
    const [dx, dy] = [x - centre.x, y - centre.y];
    // Beside the island only: elsewhere nobody circles.
    if (Math.max(Math.abs(dx), Math.abs(dy)) > 10) return { x, y };
    const drift = 1 + 0.042 * (laps[index]! - halfway);
    return { x: centre.x + drift * dx, y: centre.y + drift * dy };
  });
}

/** The wake as a path with round corners. */
export function pathOf(wake: readonly Point[]): string {
  const at = ({ x, y }: Point) => `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`;
  const half = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const [first, ...others] = wake;
  const last = others.at(-1);
  if (!first || !last) return '';
  const bends = others.slice(0, -1).map((bend, index) => {
    return `Q${at(bend)} ${at(half(bend, others[index + 1]!))}`;
  });
  return `M${at(first)}L${at(half(first, others[0]!))}${bends.join('')}L${at(last)}`;
}

/** Which buoy is lit once a boat has been in these cells: 0 to 3, and 4 for none. */
export function litAfter(cells: readonly number[], once: boolean): number {
  const { buoys } = course;
  let lit = 0;
  cells.forEach((cell, index) => {
    const buoy = buoys[lit];
    if (!buoy || cell !== cellOf(buoy) || cell === cells[index - 1]) return;
    lit = once ? lit + 1 : (lit + 1) % buoys.length;
  });
  return lit;
}
