/**
 * Counting with a classifier that errs, such as another model that reads scratchpads. What it reports is
 * not the share that is there. Left out is that its error rates are themselves measured on few cases, and
 * may differ between conditions or models.
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
