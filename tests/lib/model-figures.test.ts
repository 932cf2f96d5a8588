import { expect, test } from 'vitest';
import { modelFigures } from '../../src/lib/model-figures.ts';
import { printFigure } from '../../src/lib/print-figure.ts';
import { publishedCells } from '../../src/lib/published-cells.ts';
import { calibrate } from '../../src/models/calibration.ts';
import { complianceGap } from '../../src/models/compliance-gap.ts';
import { cueModel } from '../../src/models/cue-model.ts';
import { freeStandardErrors } from '../../src/models/fit.ts';

const free = cueModel({ tier: 'free' });
const paid = cueModel({ tier: 'paid' });
const { cells, chiSquared } = calibrate(publishedCells());

/** What the models say, unrounded, and in which unit. */
const expected: Record<string, [value: number, unit: string]> = {
  'default.comply-free': [100 * free.comply, '%'],
  'default.comply-paid': [100 * paid.comply, '%'],
  'default.faking': [100 * free.alignmentFaking, '%'],
  'default.gap': [100 * complianceGap(), 'points'],
  'default.argument': [100 * free.argument, '%'],
  'fit.chi-square': [chiSquared, ''],
  'fit.cells': [cells.length, 'cells'],
  'fit.degrees-of-freedom': [cells.length - freeStandardErrors.length, 'degrees of freedom'],
};

test('every key is known here, and no other', () => {
  expect(Object.keys(modelFigures()).sort()).toEqual(Object.keys(expected).sort());
});

test.each(Object.entries(expected))('%s is the model’s, to one decimal', (key, [value, unit]) => {
  const figure = modelFigures()[key]!;
  expect(figure.unit).toBe(unit);
  expect(Math.abs(figure.value! - value)).toBeLessThanOrEqual(0.05 + 1e-9);
  // Nothing beyond the first decimal, which would claim more than the fit can say.
  expect(printFigure(figure)).toMatch(/^−?\d+(\.\d)?(\u00a0|$)/);
  expect(figure.meaning).toMatch(/^Cue model: ./);
});
