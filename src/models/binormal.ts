/**
 * The plainest smooth ROC curve: both kinds give normal evidence of the same spread, and only the means
 * differ. One number, the distance d′ of the means in standard deviations, then stands for the whole
 * curve. A published area alone does not say that a detector is of this kind: a curve drawn from it is
 * illustrative.
 */
import { normalCdf, normalQuantile } from './normal.ts';

/**
 * d′ of the binormal curve with this area under it: √2 Φ⁻¹(AUC).
 *
 * @param area from 0 to 1; 0.5 gives 0.
 * @throws {RangeError} when the area is no share.
 */
export function discriminability(area: number): number {
  return Math.SQRT2 * normalQuantile(area);
}

/** Share of the wanted kind caught at a share of false alarms: Φ(d′ + Φ⁻¹(false alarms)), 0 to 1. */
export function caughtAt(falseAlarms: number, dPrime: number): number {
  return normalCdf(dPrime + normalQuantile(falseAlarms));
}

/**
 * Share of alarms that are right, 0 to 1, where only a part of all things is of the wanted kind: the
 * positive predictive value, by Bayes's rule. NaN where nothing raises an alarm: no share of none is
 * right or wrong.
 *
 * @param rates share of the wanted kind that is caught, share of the others that raise a false alarm,
 *   and share of the wanted kind among all things, each 0 to 1.
 */
export function rightAlarms(rates: {
  caught: number;
  falseAlarms: number;
  wanted: number;
}): number {
  const right = rates.caught * rates.wanted;
  return right / (right + rates.falseAlarms * (1 - rates.wanted));
}
