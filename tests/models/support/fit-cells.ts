import { calibrate, type PublishedCell } from '../../../src/models/calibration.ts';
import {
  type FreeVector,
  freeFromParameters,
  parametersFromFree,
} from '../../../src/models/fit.ts';
import { nelderMead } from './nelder-mead.ts';

/** Fits the seven free numbers to some cells, from the shipped estimates unless told otherwise. */
export function fitTo(
  cells: readonly PublishedCell[],
  start: FreeVector = freeFromParameters(),
  floor?: number,
) {
  return nelderMead<FreeVector>(
    (free) => calibrate(cells, parametersFromFree(free), floor).chiSquared,
    start,
  );
}
