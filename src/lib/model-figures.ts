import { cueModel } from '../models/cue-model.ts';
import { calibrate } from '../models/calibration.ts';
import { publishedCells } from './published-cells.ts';
import type { PrintableFigure } from './print-figure.ts';

/** A number of our own model as prose may print it. */
export interface ModelFigure extends PrintableFigure {
  /** What it is, for the reader who points at it. */
  meaning: string;
}

const free = cueModel({ tier: 'free' });
const paid = cueModel({ tier: 'paid' });
const calibration = calibrate(publishedCells());
/** Free numbers of the fit; see src/models/fit.ts. */
const freeNumbers = 7;

const percent = (share: number) => Math.round(share * 1000) / 10;
const figure = (value: number, unit: string, meaning: string): ModelFigure => ({
  value,
  unit,
  meaning: `Cue model: ${meaning}`,
});

/** Every number that `<Model of>` can print, computed while the site is built. */
export const modelFigures: Record<string, ModelFigure> = {
  'default.comply-free': figure(percent(free.comply), '%', 'harmful requests answered in training'),
  'default.comply-paid': figure(
    percent(paid.comply),
    '%',
    'harmful requests answered in deployment',
  ),
  'default.faking': figure(
    percent(free.alignmentFaking),
    '%',
    'answered with alignment-faking reasoning',
  ),
  'default.gap': figure(
    Math.round((free.comply - paid.comply) * 1000) / 10,
    'points',
    'compliance gap, default prompt',
  ),
  'default.argument': figure(
    percent(free.argument),
    '%',
    'scratchpads that hold the argument, whatever its conclusion',
  ),
  'fit.chi-square': figure(
    Math.round(calibration.chiSquared * 10) / 10,
    '',
    'χ² of the fit to the published cells',
  ),
  'fit.cells': figure(calibration.cells.length, 'cells', 'published figures in the fit'),
  'fit.degrees-of-freedom': figure(
    calibration.cells.length - freeNumbers,
    'degrees of freedom',
    'published figures less fitted numbers',
  ),
};
