import { cueModel } from '../models/cue-model.ts';
import { calibrate } from '../models/calibration.ts';
import { publishedCells } from './published-cells.ts';
import type { PrintableFigure } from './print-figure.ts';

/** A number of our own model as prose may print it. */
export interface ModelFigure extends PrintableFigure {
  /** What it is, for the reader who points at it. */
  meaning: string;
}

/** Free numbers of the fit; see src/models/fit.ts. */
const freeNumbers = 7;

let computed: Record<string, ModelFigure> | undefined;

/**
 * Every number that `<Model of>` can print, computed when it is first asked for.
 *
 * @throws {Error} a sentence for the author when the published cells of the fit cannot be read.
 */
export function modelFigures(): Record<string, ModelFigure> {
  return (computed ??= compute());
}

function compute(): Record<string, ModelFigure> {
  const free = cueModel({ tier: 'free' });
  const paid = cueModel({ tier: 'paid' });
  const { cells, chiSquared } = calibrate(publishedCells());
  return {
    'default.comply-free': percent(free.comply, 'harmful requests answered in training'),
    'default.comply-paid': percent(paid.comply, 'harmful requests answered in deployment'),
    'default.faking': percent(free.alignmentFaking, 'answered with alignment-faking reasoning'),
    'default.gap': figure(
      oneDecimal(100 * (free.comply - paid.comply)),
      'points',
      'compliance gap, default prompt',
    ),
    'default.argument': percent(
      free.argument,
      'scratchpads that hold the argument, whatever its conclusion',
    ),
    'fit.chi-square': figure(oneDecimal(chiSquared), '', 'χ² of the fit to the published cells'),
    'fit.cells': figure(cells.length, 'cells', 'published figures in the fit'),
    'fit.degrees-of-freedom': figure(
      cells.length - freeNumbers,
      'degrees of freedom',
      'published figures less fitted numbers',
    ),
  };
}

const oneDecimal = (value: number) => Math.round(value * 10) / 10;

function percent(share: number, meaning: string): ModelFigure {
  return figure(oneDecimal(100 * share), '%', meaning);
}

function figure(value: number, unit: string, meaning: string): ModelFigure {
  return { value, unit, meaning: `Cue model: ${meaning}` };
}
