import * as v from 'valibot';
import { fill } from '../../lib/fill.ts';
import { constants, distances, usualTuning, type Base } from '../../models/crossed-objectives.ts';
import type { Survey } from '../../models/crossed-objectives-survey.ts';
import { recallOnGrid, type Contexts, type KernelMemory } from '../../models/kernel-memory.ts';
import type { Ui } from '../../schemas/ui.ts';
import { wholeNumber, type LinkSchema } from '../parts/link-state.ts';
import type { TableData } from '../parts/table-data.ts';
import { outlines } from './outlines.ts';

/** What the reader sets. Lengths are in hundredths of a unit of the plane. */
export interface ObjectivesState extends Record<string, number> {
  /** ℓ of the fine-tuning. */
  width: number;
  /** r of the fine-tuning. */
  spread: number;
  seed: number;
  /** From the middle of the fine-tuning to the marker. */
  distance: number;
  /** Where the marker lies from there, in degrees, anticlockwise from the right. */
  direction: number;
}

/** The marker starts in the middle; straight down lies the middle of corpus B. */
export const defaults: ObjectivesState = {
  width: 100 * usualTuning.width,
  spread: 100 * usualTuning.spread,
  seed: 1,
  distance: 0,
  direction: 270,
};

/** Least, greatest and step of what sliders set. */
export const limits = {
  width: [20, 150, 5],
  spread: [5, 120, 5],
  distance: [0, 250, 5],
  direction: [0, 355, 5],
} as const;
export const highestSeed = 9999;

const setting = (key: keyof typeof limits) => {
  const [min, max, step] = limits[key];
  return v.optional(v.pipe(wholeNumber(min, max), v.multipleOf(step)), String(defaults[key]));
};

export const linkSchema: LinkSchema<ObjectivesState> = v.strictObject({
  width: setting('width'),
  spread: setting('spread'),
  seed: v.optional(wholeNumber(1, highestSeed), String(defaults.seed)),
  distance: setting('distance'),
  direction: setting('direction'),
});

/** The part of the plane that the picture shows, and the cells of its map, in units of the plane. */
export const plane = { left: -3.4, right: 3.6, bottom: -2.4, top: 3.35, cell: 1 / 8 } as const;
const columns = Math.round((plane.right - plane.left) / plane.cell);
const rows = Math.round((plane.top - plane.bottom) / plane.cell);

/** Cells around the frame: the edge of the grid, where outlines are closed, stays out of sight. */
const rim = 2;
const columnsAt = Float64Array.from(
  { length: columns + 2 * rim },
  (_, column) => plane.left + (column + 0.5 - rim) * plane.cell,
);
const rowsAt = Float64Array.from(
  { length: rows + 2 * rim },
  (_, row) => plane.top - (row + 0.5 - rim) * plane.cell,
);

/** The frame of the map in cells. */
export const mapFrame = { x: rim, y: rim, width: columns, height: rows };

/** Cells of the map, across and down, for a point of the plane. */
export const across = (x: number) => (x - plane.left) / plane.cell + rim;
export const down = (y: number) => (plane.top - y) / plane.cell + rim;
export const cells = (length: number) => length / plane.cell;

/** Shares of the picture's width and height, in per cent, for a point of the plane. */
export const percentAcross = (x: number) => (100 * (x - plane.left)) / (plane.right - plane.left);
export const percentDown = (y: number) => (100 * (plane.top - y)) / (plane.top - plane.bottom);

/** Log-odds of following the policy on the map's grid, from one memory. */
export const onMap = (memory: KernelMemory) => recallOnGrid(memory, columnsAt, rowsAt);

/** Chances at which the bands of the map begin, on either side of even chances. */
export const bandChances = [0.75, 0.9];

/** The map as outlines, each an SVG path in cells. */
export interface Bands {
  /** Where the policy is likelier to be followed than not. */
  even: string;
  /** Where the chance to follow it exceeds each of `bandChances`. */
  follows: string[];
  /** Where the chance to break it does. */
  breaks: string[];
}

/** Draws the bands of a map from the log-odds of a base and what is laid over it, with pauses. */
export function* bandsOf(
  base: Float64Array,
  overlay: Float64Array,
): Generator<undefined, Bands, undefined> {
  const follows = base.map((logOdds, cell) => logOdds + overlay[cell]!);
  const breaks = follows.map((logOdds) => -logOdds);
  const bands: Bands = {
    even: outlines(follows, columnsAt.length, 0),
    follows: [],
    breaks: [],
  };
  for (const chance of bandChances) {
    const level = Math.log(chance / (1 - chance));
    yield;
    bands.follows.push(outlines(follows, columnsAt.length, level));
    yield;
    bands.breaks.push(outlines(breaks, columnsAt.length, level));
  }
  return bands;
}

/** Points as strokes of no length: with round caps they are discs, with square ones squares. */
export function dots({ xs, ys }: Contexts): string {
  let path = '';
  for (let i = 0; i < xs.length; i += 1) {
    const [x, y] = [xs[i]!, ys[i]!];
    // A few examples lie beyond the picture.
    if (x < plane.left || x > plane.right || y < plane.bottom || y > plane.top) continue;
    path += `M${across(x).toFixed(1)} ${down(y).toFixed(1)}h0`;
  }
  return path;
}

/** The examples of both corpora. */
export function corporaOf({ memory }: Base): { a: Contexts; b: Contexts } {
  const part = (from: number, to?: number) => ({
    xs: memory.xs.subarray(from, to),
    ys: memory.ys.subarray(from, to),
  });
  return { a: part(0, constants.corpusSize), b: part(constants.corpusSize) };
}

/** Where the marker may be put. */
export type Place = Pick<ObjectivesState, 'distance' | 'direction'>;

/** Where the marker stands in the plane. */
export function placeOf({ distance, direction }: Place): { x: number; y: number } {
  const angle = (direction * Math.PI) / 180;
  return {
    x: constants.middle.x + (distance / 100) * Math.cos(angle),
    y: constants.middle.y + (distance / 100) * Math.sin(angle),
  };
}

/** The nearest place that the marker can take. In the middle it keeps the direction that it had. */
export function nearestPlace(x: number, y: number, direction: number): Place {
  const [dx, dy] = [x - constants.middle.x, y - constants.middle.y];
  const [, farthest, step] = limits.distance;
  const distance = Math.min(
    farthest,
    step * Math.round((100 * Math.sqrt(dx * dx + dy * dy)) / step),
  );
  if (distance === 0) return { distance, direction };
  const turn = limits.direction[2];
  const angle = turn * Math.round((Math.atan2(dy, dx) * 180) / Math.PI / turn);
  return { distance, direction: (angle + 360) % 360 };
}

const arrows: Record<string, [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Where a key takes the marker, or nothing where the key means nothing to it. */
export function placeAfter(key: string, from: Place): Place | undefined {
  if (key === 'Home') return { ...from, distance: 0 };
  const way = arrows[key];
  if (!way) return undefined;
  const { x, y } = placeOf(from);
  // Far out the directions lie wide apart, and a short step would end where it began.
  for (let step = 0.1; step < 0.4; step += 0.05) {
    const next = nearestPlace(x + step * way[0], y + step * way[1], from.direction);
    if (next.distance !== from.distance || next.direction !== from.direction) return next;
  }
  return from;
}

/** A probability as so many of 100. */
export const ofHundred = (probability: number) => Math.round(100 * probability);

/** The distance that findings speak of: a good way out, and well short of corpus A. */
export const oneAway = distances.indexOf(1);

/** What is shown, as numbers. */
export interface Shown {
  values: ObjectivesState;
  /** Probability that the policy fails, distance by distance. */
  after: number[];
  /** Examples of corpus B away from the fine-tuning, and those of them that it flipped. */
  rewired: { far: number; flipped: number };
  /** At the marker. */
  followed: { before: number; after: number };
}

/** The finding in the present state, in a sentence. */
export function finding(labels: Ui['crossedObjectives'], { after, rewired }: Shown): string {
  const fails = after[oneAway]!;
  const flipped = rewired.flipped / rewired.far;
  const name = fails >= 0.4 ? 'findingNarrow' : flipped >= 0.6 ? 'findingWide' : 'findingBetween';
  return fill(labels[name], { fails: ofHundred(fails), flipped: ofHundred(flipped) });
}

/** One sentence on the present state, for readers who do not see the picture. */
export function sentence(labels: Ui['crossedObjectives'], shown: Shown): string {
  const { values, followed, rewired } = shown;
  return fill(labels.announce, {
    distance: lengthText(values.distance),
    after: ofHundred(followed.after),
    before: ofHundred(followed.before),
    ...rewired,
    seed: values.seed,
  });
}

/** Hundredths of a unit, as a length with two decimals. */
export const lengthText = (hundredths: number) => (hundredths / 100).toFixed(2);

/** The curves as a table; means that are still being computed show as an ellipsis. */
export function tableOf(
  labels: Ui['crossedObjectives'],
  { values, after }: Shown,
  before: Survey['before'],
  survey: Survey | undefined,
): TableData {
  const share = (value: number | undefined) => value?.toFixed(3) ?? '…';
  return {
    caption: fill(labels.tableCaption, {
      width: lengthText(values.width),
      spread: lengthText(values.spread),
    }),
    columns: [
      labels.columnDistance,
      labels.columnBefore,
      labels.columnBeforeSd,
      labels.columnAfter,
      labels.columnAfterSd,
      labels.columnEntropy,
      fill(labels.columnShown, { seed: values.seed }),
    ],
    rows: distances.map((distance, ring) => [
      distance.toFixed(3),
      share(before[ring]!.mean),
      share(before[ring]!.sd),
      share(survey?.after[ring]!.mean),
      share(survey?.after[ring]!.sd),
      share(survey?.entropy[ring]!.mean),
      share(after[ring]),
    ]),
  };
}

/**
 * What the page is handed so that it need not learn at its start: what the base of the default seed
 * has learned, the survey of the usual fine-tuning, and the state at rest.
 */
export interface Handover {
  /** The pulls of the base to six decimals, which moves no log-odds by more than a thousandth. */
  pulls: string;
  survey: Survey;
  /** The state at rest. */
  shown: Shown;
}

export const packPulls = (pulls: Float64Array) =>
  Array.from(pulls, (pull) => Math.round(1e6 * pull)).join(' ');
export const unpackPulls = (packed: string) =>
  Float64Array.from(packed.split(' '), (pull) => Number(pull) / 1e6);
