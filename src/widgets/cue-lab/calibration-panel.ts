import { fill } from '../../lib/fill.ts';
import type { CheckedRate, HeldOutCheck, HeldOutReport } from '../../lib/held-out-report.ts';
import {
  type CalibratedCell,
  type Calibration,
  errorsAbove,
  type RowName,
} from '../../models/calibration.ts';
import { type CueParameters, defaultParameters } from '../../models/cue-parameters.ts';
import type { Ui } from '../../schemas/ui.ts';
import { decimals } from '../parts/decimals.ts';
import type { TableData } from '../parts/table-data.ts';

type Labels = Ui['calibration'];

/** A group of cells in the chart: one prompt, or the default's replies told apart by their reasoning. */
export type GroupName = RowName | 'byReasoning';

/** The group that a cell is drawn in. */
function groupOf({ row, quantity }: Pick<CalibratedCell, 'row' | 'quantity'>): GroupName {
  return /Argued|Unargued/.test(quantity) ? 'byReasoning' : row;
}

/** Cells by group, each in the order of the published cells. */
export function groupsOf(cells: readonly CalibratedCell[]): [GroupName, CalibratedCell[]][] {
  const names = [...new Set(cells.map(groupOf))];
  return names.map((name) => [name, cells.filter((cell) => groupOf(cell) === name)]);
}

/** How far the chart reaches to either side, in standard errors. */
export const reach = 4;

/** A place on the chart: a share of its width in per cent, and the side on which it is out of sight. */
export interface Place {
  x: number;
  beyond: -1 | 0 | 1;
}

/** Where a rate stands beside the published one, which is the middle; a higher rate is to the right. */
export function placeOf(
  rate: number,
  cell: Pick<CalibratedCell, 'value' | 'standardError'>,
): Place {
  const off = errorsAbove(cell, rate);
  const beyond = off > reach ? 1 : off < -reach ? -1 : 0;
  const x = 50 + (50 * Math.min(Math.max(off, -reach), reach)) / reach;
  // Further digits are seen by nobody, and a page sends them all.
  return { x: Math.round(100 * x) / 100, beyond };
}

/** Whether the reader's constants are those of the published calibration. */
export function isFitted(parameters: Partial<CueParameters>): boolean {
  return Object.entries(parameters).every(
    ([name, value]) => value === defaultParameters[name as keyof CueParameters],
  );
}

/** The miss of a typical cell, in standard errors: the root of the mean squared z. */
export function typicalMiss({ chiSquared, cells }: Calibration): number {
  return Math.sqrt(chiSquared / cells.length);
}

/** The cell that is most standard errors off. */
export function furthestOff(cells: readonly CalibratedCell[]): CalibratedCell {
  return cells.reduce((a, b) => (Math.abs(b.z) > Math.abs(a.z) ? b : a));
}

/** Half a percentage point: less than that is no error worth a sentence. */
const noticeable = 0.5;

/** Refusals in the paid tier that the model puts noticeably too high, in percentage points. */
export function overPredicted(cells: readonly CalibratedCell[]): { rows: number; by: number[] } {
  const paid = cells.filter(({ quantity }) => quantity === 'refusePaid');
  return {
    rows: paid.length,
    by: paid.map((cell) => -cell.residual).filter((by) => by > noticeable),
  };
}

/** What the model predicts of a cell when it is fitted without it, where a check has done that. */
export function leftOutPrediction(
  { row, quantity }: CalibratedCell,
  checks: readonly HeldOutCheck[],
): number | undefined {
  const rates = checks.flatMap((check) => check.rates);
  return rates.find((rate) => rate.row === row && rate.quantity === quantity)?.predicted;
}

/** A cell by its name: prompt, then rate. */
function cellName(cell: CalibratedCell, labels: Labels): string {
  return `${labels.rows[groupOf(cell)]}: ${labels.quantities[cell.quantity]}`;
}

/** How far off the model is now, in a sentence. */
export function reading(
  now: Calibration,
  fitted: Calibration,
  atFit: boolean,
  labels: Labels,
): string {
  const furthest = furthestOff(now.cells);
  return fill(atFit ? labels.atFit : labels.moved, {
    typical: decimals(typicalMiss(now), 1),
    fitted: decimals(typicalMiss(fitted), 1),
    furthest: decimals(Math.abs(furthest.z), 1),
    cell: cellName(furthest, labels),
  });
}

/** Every cell with paper, model and residual. */
export function tableOf(
  cells: readonly CalibratedCell[],
  checks: readonly HeldOutCheck[],
  labels: Labels,
): TableData {
  return {
    caption: labels.tableCaption,
    columns: [
      labels.columnCell,
      labels.columnPaper,
      labels.columnError,
      labels.columnModel,
      labels.columnResidual,
      labels.columnZ,
      labels.columnLeftOut,
    ],
    rows: cells.map((cell) => {
      const leftOut = leftOutPrediction(cell, checks);
      return [
        cellName(cell, labels),
        decimals(cell.value, 1),
        decimals(cell.standardError, 1),
        decimals(cell.model, 1),
        decimals(cell.residual, 1),
        decimals(cell.z, 2),
        leftOut === undefined ? labels.notLeftOut : decimals(leftOut, 1),
      ];
    }),
  };
}

/** The checks with those that fail first; otherwise in their own order. */
export function failuresFirst(report: HeldOutReport, labels: Labels): HeldOutCheck[] {
  const fails = ({ name }: HeldOutCheck) => labels.checks[name].verdict === 'fails';
  return [...report.checks.filter(fails), ...report.checks.filter((check) => !fails(check))];
}

/** The published side of a prediction, with its error where the paper prints one. */
export function publishedText({ published, standardError }: CheckedRate, labels: Labels): string {
  const value = decimals(published, 1);
  return standardError === undefined
    ? value
    : fill(labels.published, { value, error: decimals(standardError, 1) });
}
