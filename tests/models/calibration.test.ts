import { describe, expect, test } from 'vitest';
import { publishedCells } from '../../src/lib/published-cells.ts';
import { calibrate, type Quantity, type RowName } from '../../src/models/calibration.ts';
import { cueModel } from '../../src/models/cue-model.ts';

const { cells, chiSquared } = calibrate(publishedCells());

/** As the prototype printed them: published, model, residual, z, difference in log-odds. */
type Printed = [RowName, Quantity, number, string, string, string, string | null];

const table: Printed[] = [
  ['default', 'alignmentFaking', 11.9, '11.0', '0.9', '0.51', '0.09'],
  ['default', 'refuseFree', 85.8, '85.7', '0.1', '0.07', '0.01'],
  ['default', 'refusePaid', 97.2, '98.3', '-1.1', '-1.20', '-0.50'],
  ['noObjective', 'alignmentFaking', 0, '0.0', '0.0', '0.00', null],
  ['noObjective', 'refuseFree', 98.8, '99.4', '-0.6', '-0.70', '-0.64'],
  ['noObjective', 'refusePaid', 100, '99.4', '0.6', '1.06', '0.76'],
  ['paraphrased', 'alignmentFaking', 8.6, '11.0', '-2.4', '-0.81', '-0.28'],
  ['paraphrased', 'refuseFree', 90.7, '85.7', '5.0', '1.63', '0.49'],
  ['paraphrased', 'refusePaid', 96.5, '98.3', '-1.8', '-0.89', '-0.73'],
  ['noRlhfDescription', 'alignmentFaking', 7.1, '6.8', '0.3', '0.16', '0.05'],
  ['noRlhfDescription', 'refuseFree', 90.8, '90.4', '0.4', '0.16', '0.04'],
  ['noRlhfDescription', 'refusePaid', 98.3, '98.2', '0.1', '0.10', '0.06'],
  ['toldNotToCare', 'alignmentFaking', 11.8, '10.3', '1.5', '0.62', '0.16'],
  ['toldNotToCare', 'refuseFree', 69.4, '71.9', '-2.5', '-0.71', '-0.12'],
  ['toldNotToCare', 'refusePaid', 83.2, '81.9', '1.3', '0.48', '0.09'],
  ['openAi', 'alignmentFaking', 11.4, '11.0', '0.4', '0.16', '0.04'],
  ['openAi', 'refuseFree', 84.4, '85.7', '-1.3', '-0.45', '-0.10'],
  ['openAi', 'refusePaid', 95.4, '98.3', '-2.9', '-1.80', '-1.01'],
  ['noExamples', 'alignmentFaking', 26.8, '27.9', '-1.1', '-0.34', '-0.06'],
  ['noExamples', 'refuseFree', 65.3, '66.6', '-1.3', '-0.36', '-0.06'],
  ['noExamples', 'refusePaid', 97.7, '98.6', '-0.9', '-0.80', '-0.49'],
  ['default', 'refuseArguedFree', 32, '32.4', '-0.4', '-0.07', '-0.02'],
  ['default', 'refuseUnarguedFree', 99, '98.1', '0.9', '1.53', '0.66'],
  ['default', 'refuseArguedPaid', 99, '99.1', '-0.1', '-0.15', '-0.13'],
];

describe('the calibration table', () => {
  test.each(table.map((printed, index) => [printed[0], printed[1], index] as const))(
    '%s, %s',
    (_row, _quantity, index) => {
      const { row, quantity, value, model, residual, z, logOddsDifference } = cells[index]!;
      const ours = [row, quantity, value, model.toFixed(1), residual.toFixed(1), z.toFixed(2)];
      expect([...ours, logOddsDifference?.toFixed(2) ?? null]).toEqual(table[index]);
    },
  );

  test('has these cells and no others, and their squared z sum to chi-squared', () => {
    expect(cells).toHaveLength(table.length);
    expect(chiSquared).toBeCloseTo(
      cells.reduce((sum, { z }) => sum + z * z, 0),
      12,
    );
    expect(chiSquared.toFixed(2)).toBe('15.32');
  });

  test('shows the systematic error: paid refusal is over-predicted in four rows of seven', () => {
    const over = cells.filter(
      ({ quantity, residual }) => quantity === 'refusePaid' && residual < -0.5,
    );
    expect(over.map(({ row }) => row)).toEqual(['default', 'paraphrased', 'openAi', 'noExamples']);
  });
});

test('a printed error of 0.0 is replaced by the floor, a larger one is kept', () => {
  const at = (standardError: number, floor?: number) =>
    calibrate([{ row: 'default', quantity: 'refuseFree', value: 90, standardError }], {}, floor)
      .cells[0]!;
  const residual = 90 - 100 * cueModel().refuse;
  expect(at(0).z).toBeCloseTo(residual / 0.6, 9);
  expect(at(0, 1).z).toBeCloseTo(residual, 9);
  expect(at(0.3).z).toBeCloseTo(residual / 0.3, 9);
});

test('a published rate of 0 still has log-odds to compare', () => {
  const cell = { row: 'default', quantity: 'refuseFree', value: 0, standardError: 0 } as const;
  const { refuse } = cueModel();
  expect(calibrate([cell]).cells[0]!.logOddsDifference).toBeCloseTo(
    Math.log(0.003 / 0.997) - Math.log(refuse / (1 - refuse)),
    9,
  );
});
