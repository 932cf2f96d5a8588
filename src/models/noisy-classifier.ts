/**
 * Counting with a classifier that errs, such as another model that reads scratchpads. What it reports is
 * not the share that is there; with known error rates the share can be worked out. Left out is that the
 * error rates are themselves measured on few cases, and may differ between conditions or models.
 */

/** How often a classifier raises an alarm. */
export interface Detector {
  /** Share of the wanted kind that it catches, 0 to 1: its true positive rate. */
  caught: number;
  /** Share of the others for which it raises a false alarm, 0 to 1. */
  falseAlarms: number;
}

/** Share of alarms among everything, 0 to 1, where `rate` of it is of the wanted kind. */
export function apparentRate(rate: number, { caught, falseAlarms }: Detector): number {
  return caught * rate + falseAlarms * (1 - rate);
}

/** A true share that was worked out from a reported one. */
export interface CorrectedRate {
  /** 0 to 1. */
  rate: number;
  /** Where the arithmetic left the range: `low` was raised to 0, `high` lowered to 1. */
  clamped?: 'low' | 'high';
}

/**
 * The share that is there, from the share of alarms: (reported − false alarms)/(caught − false alarms).
 *
 * @returns undefined where the detector catches no more than it raises false alarms: it says nothing then.
 * @see Rogan and Gladen 1978, doi 10.1093/oxfordjournals.aje.a112510
 */
export function correctedRate(
  apparent: number,
  { caught, falseAlarms }: Detector,
): CorrectedRate | undefined {
  if (!(caught > falseAlarms)) return undefined;
  const rate = (apparent - falseAlarms) / (caught - falseAlarms);
  if (rate < 0) return { rate: 0, clamped: 'low' };
  if (rate > 1) return { rate: 1, clamped: 'high' };
  return { rate };
}
