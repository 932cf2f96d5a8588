import { linearRegression, quantile, sampleCorrelation } from 'simple-statistics';
import { resampleLines } from '../models/bootstrap.ts';

/** Fewer points than this get no line. Illustrative: a convention of ours. */
export const fewestPoints = 5;

/** Lines drawn for an interval, and where the draws start. Illustrative: both by convention. */
const draws = 2000;
const seed = 1;

/** The 95 % in the middle of the draws. */
const interval = [0.025, 0.975];

/** The band is worked out at so many places, evenly apart, from the leftmost point to the rightmost. */
const places = 13;

/** A line of least squares through points, and how far it moves when they are drawn anew. */
export interface LineFit {
  points: number;
  slope: number;
  intercept: number;
  /** Pearson's r; not a number where all points have the same y. */
  correlation: number;
  /** 95 % interval of the slope. */
  slopeInterval: readonly [low: number, high: number];
  /** 95 % interval of the line's height, place by place. */
  band: { x: number; low: number; high: number }[];
}

/**
 * Lays a line of least squares through points. The intervals are percentiles of a seeded pairs
 * bootstrap: they speak of which points were there to be drawn, as if these were independent, and
 * not of the error of each point.
 *
 * @returns nothing where there are fewer than five points, or all have the same x.
 */
export function fitLine(points: readonly (readonly [x: number, y: number])[]): LineFit | undefined {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const left = Math.min(...xs);
  const right = Math.max(...xs);
  if (points.length < fewestPoints || left === right) return undefined;
  const { m: slope, b: intercept } = linearRegression(xs.map((x, i) => [x, ys[i]!]));
  const { slopes, intercepts } = resampleLines(xs, ys, draws, seed);
  const middle = (values: number[]) => quantile(values, interval) as [number, number];
  return {
    points: points.length,
    slope,
    intercept,
    correlation: sampleCorrelation(xs, ys),
    slopeInterval: middle([...slopes]),
    band: Array.from({ length: places }, (_, place) => {
      const x = left + ((right - left) * place) / (places - 1);
      const [low, high] = middle(Array.from(slopes, (each, i) => intercepts[i]! + each * x));
      return { x, low, high };
    }),
  };
}
