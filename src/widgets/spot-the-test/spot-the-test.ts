import * as v from 'valibot';
import { fill } from '../../lib/fill.ts';
import type { Range } from '../../models/counts.ts';
import { seededRandom } from '../../models/random.ts';
import { areaInterval, areaUnderCurve, rocCurve, type Rated } from '../../models/roc.ts';
import type { Transcript } from '../../schemas/transcript.ts';
import type { Ui } from '../../schemas/ui.ts';
import { truth, wholeNumber, type LinkSchema } from '../parts/link-state.ts';
import type { TableData } from '../parts/table-data.ts';

type Labels = Ui['spotTheTest'];

/** A transcript with its name. */
export type Item = Transcript & { id: string };

/** What the reader sets. */
export interface SortingState extends Record<string, string | number | boolean> {
  /** Start of the shuffle; the same seed brings the transcripts in the same order. */
  seed: number;
  /** The ratings given, in the order shown: one digit each, from 1, surely a test, to 6, surely real. */
  ratings: string;
  /** True once the reader has stopped and looks at the result. */
  done: boolean;
}

export const defaults: SortingState = { seed: 1, ratings: '', done: false };
export const highestSeed = 9999;

/** Steps of the scale, from surely a test to surely real. */
export const steps = [1, 2, 3, 4, 5, 6] as const;

/** Ratings from which a result is shown; from fewer, almost any area could be true. */
export const fewest = 8;

/** Schema of the address, for so many transcripts. */
export const linkSchema = (count: number): LinkSchema<SortingState> =>
  v.pipe(
    v.strictObject({
      seed: v.optional(wholeNumber(1, highestSeed), String(defaults.seed)),
      ratings: v.optional(
        v.pipe(v.string(), v.regex(/^[1-6]*$/), v.maxLength(count)),
        defaults.ratings,
      ),
      done: v.optional(truth, 'false'),
    }),
    v.check(({ done, ratings }) => !done || ratings.length >= fewest),
  );

/**
 * The transcripts in the order of a seed: shuffled, and dealt so that each four in a row hold a test and
 * a real conversation of either setting. Whoever stops early has then seen as many of each kind, give
 * or take two.
 */
export function orderOf(items: readonly Item[], seed: number): Item[] {
  const random = seededRandom(seed);
  const hands = new Map<string, Item[]>();
  // By name first, so that a link does not hang on the files in which the transcripts stand.
  const named = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const item of shuffled(named, random)) {
    const kind = `${item.setting} ${item.truth}`;
    hands.set(kind, [...(hands.get(kind) ?? []), item]);
  }
  const rounds = Math.max(...[...hands.values()].map((hand) => hand.length));
  return Array.from({ length: rounds }, (_, round) =>
    shuffled(
      [...hands.values()].flatMap((hand) => hand.slice(round, round + 1)),
      random,
    ),
  ).flat();
}

/** Fisher and Yates's shuffle. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}

/** A transcript and what the reader said of it. */
export interface Rating {
  item: Item;
  /** From 1, surely a test, to 6, surely real. */
  step: number;
}

/** The ratings given so far, in the order shown. */
export function ratingsOf(items: readonly Item[], { seed, ratings }: SortingState): Rating[] {
  const order = orderOf(items, seed);
  return [...ratings].map((digit, index) => ({ item: order[index]!, step: Number(digit) }));
}

/** True where the result is shown: the reader has stopped, or there is nothing left to rate. */
export function isFinished(items: readonly Item[], { ratings, done }: SortingState): boolean {
  return done || ratings.length === items.length;
}

/** How well some of the ratings tell tests from real use. */
export interface Score {
  /** Area under the ROC curve, 0 to 1; absent where one of the two kinds is missing. */
  area?: number | undefined;
  interval?: Range | undefined;
  tests: number;
  real: number;
}

const asRated = ({ item, step }: Rating): Rated => ({
  rating: -step,
  wanted: item.truth === 'test',
});

/** The score of some ratings. */
export function scoreOf(ratings: readonly Rating[]): Score {
  const rated = ratings.map(asRated);
  const area = areaUnderCurve(rated);
  const tests = rated.filter(({ wanted }) => wanted).length;
  const real = rated.length - tests;
  return {
    area,
    interval: area === undefined ? area : areaInterval(area, tests, real),
    tests,
    real,
  };
}

/** One way to draw the line: all that was rated `step` or surer counts as a test. */
export interface Line {
  /** The last step that counts as a test; 0 where none does. */
  step: number;
  falseAlarms: number;
  caught: number;
}

/** The reader's ROC curve, from the strictest line to the loosest; empty where a kind is missing. */
export function linesOf(ratings: readonly Rating[]): Line[] {
  return (rocCurve(ratings.map(asRated)) ?? []).map(({ threshold, ...shares }) => ({
    step: threshold === Infinity ? 0 : -threshold,
    ...shares,
  }));
}

/** The kinds for which the score is shown by itself, beside the one for all. */
export const kinds = ['all', 'chat', 'agentic', 'easy', 'middling', 'subtle'] as const;
export type Kind = (typeof kinds)[number];

/** The ratings of one kind of transcript. */
export function ofKind(ratings: readonly Rating[], kind: Kind): Rating[] {
  return ratings.filter(
    ({ item }) => kind === 'all' || item.setting === kind || item.difficulty === kind,
  );
}

/** How far a rating is off: 0 where the reader was sure and right, 5 where sure and wrong. */
export function missOf({ item, step }: Rating): number {
  return item.truth === 'test' ? step - 1 : 6 - step;
}

/** Whether the reader leaned to the right side, however surely. */
export const isRight = (rating: Rating): boolean => missOf(rating) < 3;

/** What the figure shows, by name of its sentence. */
export function findingOf(items: readonly Item[], state: SortingState) {
  if (state.ratings === '') return 'findingPublished';
  if (!isFinished(items, state)) return 'findingSorting';
  const { interval } = scoreOf(ratingsOf(items, state));
  if (!interval) return 'findingUnclear';
  if (interval.low > 0.5) return 'findingBetter';
  return interval.high < 0.5 ? 'findingReversed' : 'findingUnclear';
}

/** An area with two decimals, as the papers print it. */
export const areaText = (area: number) => area.toFixed(2);

/** An area as so many of a hundred pairs. */
export const ofHundred = (area: number) => Math.round(100 * area);

/** A stretch of a turn, and the cue that it is part of: a number from 0, or the false friend. */
export interface Stretch {
  text: string;
  cue?: number | 'falseFriend';
}

/** A turn cut up so that the words of each cue can be marked. */
export function stretchesOf(text: string, { cues, falseFriend }: Transcript): Stretch[] {
  const marks = [
    ...cues.map(({ words }, cue) => ({ words, cue })),
    { words: falseFriend.words, cue: 'falseFriend' as const },
  ]
    .map((mark) => ({ ...mark, start: text.indexOf(mark.words) }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start);
  const stretches: Stretch[] = [];
  let end = 0;
  for (const { words, cue, start } of marks) {
    if (start > end) stretches.push({ text: text.slice(end, start) });
    stretches.push({ text: words, cue });
    end = start + words.length;
  }
  if (end < text.length) stretches.push({ text: text.slice(end) });
  return stretches;
}

/** A published area: one value, or the range over several models. */
export interface PublishedArea {
  low: number;
  high: number;
}

/** Published areas of models and of people, by kind of transcript. */
export type Published = Record<
  'all' | 'chat' | 'agentic',
  { models: PublishedArea; people: PublishedArea }
>;

export const published = ['all', 'chat', 'agentic'] as const;

/** A published area, or the range, as the papers print it. */
const printed = ({ low, high }: PublishedArea) => (low === high ? String(low) : `${low}–${high}`);

/** Both published areas of a kind; of the agentic ones only the upper end is reported. */
export function areaTexts(labels: Labels, areas: Published, kind: keyof Published) {
  const models = printed(areas[kind].models);
  return {
    people: printed(areas[kind].people),
    models: kind === 'agentic' ? fill(labels.upTo, { area: models }) : models,
  };
}

/** The published areas as a table. */
export function publishedTable(labels: Labels, areas: Published): TableData {
  return {
    caption: labels.publishedCaption,
    columns: [labels.columnSetting, labels.columnModels, labels.columnPeople, labels.columnSource],
    rows: published.map((kind) => {
      const { people, models } = areaTexts(labels, areas, kind);
      const source = kind === 'all' ? labels.sourceAbstract : labels.sourceReported;
      return [labels.kinds[kind], models, people, source];
    }),
  };
}

/** Every rated transcript, in the order shown. */
export function ratingsTable(labels: Labels, ratings: readonly Rating[]): TableData {
  return {
    caption: labels.tableCaption,
    columns: [
      labels.columnTranscript,
      labels.columnSetting,
      labels.columnDifficulty,
      labels.columnTruth,
      labels.columnRating,
      labels.columnWords,
    ],
    rows: ratings.map(({ item, step }) => [
      item.title,
      labels.settings[item.setting],
      labels.difficulties[item.difficulty],
      labels.truths[item.truth],
      step,
      labels.steps[step - 1]!,
    ]),
  };
}

/** One sentence on what the figure shows now. */
export function sentence(labels: Labels, items: readonly Item[], state: SortingState): string {
  const ratings = ratingsOf(items, state);
  if (!isFinished(items, state)) {
    return fill(labels.announceSorting, { n: ratings.length, total: items.length });
  }
  const { area, interval, tests, real } = scoreOf(ratings);
  if (area === undefined || !interval) return fill(labels.announceNoArea, { tests, real });
  return fill(labels.announce, {
    tests,
    real,
    area: areaText(area),
    low: areaText(interval.low),
    high: areaText(interval.high),
  });
}
