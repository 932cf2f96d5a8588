import { describe, expect, test } from 'vitest';
import { publishedCells } from '../../src/lib/published-cells.ts';
import { readEvidence } from '../../src/lib/read-content.ts';
import {
  calibrate,
  type PublishedCell,
  type Quantity,
  type RowName,
} from '../../src/models/calibration.ts';
import { argumentRateNeeded, complianceGap } from '../../src/models/compliance-gap.ts';
import { cueModel } from '../../src/models/cue-model.ts';
import { parametersFromFree } from '../../src/models/fit.ts';
import { fitTo } from './support/fit-cells.ts';

const published = publishedCells();
const evidence = readEvidence();
const figure = (id: string, name: string) => evidence.get(id)!.figures![name]!.value! / 100;

const inRow = (...rows: RowName[]) => published.filter(({ row }) => rows.includes(row));
const cell = (row: RowName, quantity: Quantity) =>
  inRow(row).filter((published) => published.quantity === quantity);

/** Fits to some cells and predicts others; rates in per cent, to one digit. */
function predict(fitted: PublishedCell[], heldOut: PublishedCell[]) {
  const parameters = parametersFromFree(fitTo(fitted).at);
  const { cells, chiSquared } = calibrate(heldOut, parameters);
  const rates = cells.map(({ model }) => model.toFixed(1));
  return { rates, chiSquared: chiSquared.toFixed(2), parameters };
}

describe('rows and cells that the fit has not seen', () => {
  const base = inRow('default', 'noObjective');

  test('changes of wording alone are predicted to change nothing, and fit loosely', () => {
    const fitted = inRow('default', 'noObjective', 'noRlhfDescription', 'noExamples');
    const { rates, chiSquared } = predict(fitted, inRow('paraphrased', 'openAi'));
    expect(rates).toEqual(['11.5', '85.4', '98.5', '11.5', '85.4', '98.5']);
    expect(chiSquared).toBe('8.73');
  });

  test('being told not to care: the paid tier’s refusals give the free tier’s', () => {
    const heldOut = [
      ...cell('toldNotToCare', 'alignmentFaking'),
      ...cell('toldNotToCare', 'refuseFree'),
    ];
    const fitted = [...base, ...cell('toldNotToCare', 'refusePaid')];
    const { rates, chiSquared, parameters } = predict(fitted, heldOut);
    expect(rates).toEqual(['10.6', '73.1']);
    expect(chiSquared).toBe('1.31');

    // The rival, in which being told not to care leaves the loss as it was, is no further off.
    const whole = 1 / (1 - parameters.indifferenceUptake);
    const rival = calibrate(heldOut, {
      ...parameters,
      terminalGuarding: parameters.terminalGuarding * whole,
      instrumentalGuarding: parameters.instrumentalGuarding * whole,
    });
    expect(rival.cells.map(({ model }) => model.toFixed(1))).toEqual(['16.4', '66.4']);
    expect(rival.cells.every(({ z }) => Math.abs(z) < 2)).toBe(true);
  });

  test('no RLHF description: the faking rate gives the refusals', () => {
    const { rates, chiSquared } = predict(
      [...base, ...cell('noRlhfDescription', 'alignmentFaking')],
      [...cell('noRlhfDescription', 'refuseFree'), ...cell('noRlhfDescription', 'refusePaid')],
    );
    expect(rates).toEqual(['90.5', '98.6']);
    expect(chiSquared).toBe('0.11');
  });

  test('no examples: the faking rate gives the refusals', () => {
    const { rates, chiSquared } = predict(
      [...base, ...cell('noExamples', 'alignmentFaking')],
      [...cell('noExamples', 'refuseFree'), ...cell('noExamples', 'refusePaid')],
    );
    expect(rates).toEqual(['68.1', '98.8']);
    expect(chiSquared).toBe('1.62');
  });
});

describe('where the model fails', () => {
  test('a less salient tag: the paper’s gap is eliminated, the model’s only shrinks', () => {
    expect(cueModel({ salience: 'implicit' }).links.registers.probability).toBeCloseTo(
      figure('G24-085', 'ho_reduced'),
      9,
    );
    expect((100 * cueModel({ salience: 'implicit' }).alignmentFaking).toFixed(1)).toBe('6.2');
    expect((100 * complianceGap({ salience: 'implicit' })).toFixed(1)).toBe('7.1');
  });

  test('Claude 3.5 Sonnet without reasoning: its gap would need more than every episode', () => {
    const complyArgued = 1 - figure('G24-012', 'ho_prompted_with_af');
    const complyUnargued = 1 - figure('G24-079', 'refuse_unmonitored');
    const gap = figure('G24-079', 'refuse_unmonitored') - figure('G24-079', 'refuse_train');
    const needed = argumentRateNeeded(gap, complyArgued, complyUnargued);
    expect(needed.toFixed(2)).toBe('1.07');
    expect(needed).toBeGreaterThan(1);
  });
});
