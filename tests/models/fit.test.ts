import { describe, expect, test } from 'vitest';
import { publishedCells } from '../../src/lib/published-cells.ts';
import { calibrate } from '../../src/models/calibration.ts';
import { defaultParameters } from '../../src/models/cue-parameters.ts';
import {
  freeFromParameters,
  freeStandardErrors,
  type FreeVector,
  parametersFromFree,
} from '../../src/models/fit.ts';
import { seededRandom } from '../../src/models/random.ts';
import { fitTo } from './support/fit-cells.ts';
import { gaussNewton } from './support/gauss-newton.ts';
import { golden } from './support/golden.ts';
import { nelderMead } from './support/nelder-mead.ts';

const published = publishedCells();
const shipped = freeFromParameters();

test('the minimiser finds the bottom of a curved valley', () => {
  const rosenbrock = ([x, y]: [number, number]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  const { at, value } = nelderMead(rosenbrock, [-1.2, 1]);
  expect(at[0]).toBeCloseTo(1, 4);
  expect(at[1]).toBeCloseTo(1, 4);
  expect(value).toBeLessThan(1e-8);
});

describe('the fit of seven numbers to twenty-four cells, from far away', () => {
  // A wide box around no particular point. Some starts end where the reach saturates at 1 and the
  // fit is poor, which is why there are several.
  const random = seededRandom(1);
  const within = (low: number, high: number) => low + (high - low) * random();
  const starts = Array.from({ length: 8 }, (): FreeVector => [
    within(-3, 1),
    within(-2, 0),
    within(0, 2),
    within(2, 10),
    within(0, 4),
    within(2, 10),
    within(0, 1),
  ]);
  const best = starts
    .map((start) => fitTo(published, start))
    .reduce((a, b) => (b.value < a.value ? b : a));

  test('reaches the recorded chi-squared on seventeen degrees of freedom', () => {
    expect(Math.abs(best.value - 15.32)).toBeLessThan(0.02);
    expect(published.length - best.at.length).toBe(17);
    for (const start of starts)
      expect(calibrate(published, parametersFromFree(start)).chiSquared).toBeGreaterThan(30);
  });

  test('arrives at the printed estimates, and at the shipped constants', () => {
    const printed = [-1.09, -0.487, 0.93, 5.05, 1.11, 5.46, 0.505];
    const digits = [3, 3, 3, 2, 2, 2, 3];
    expect(best.at.map((estimate, i) => Number(estimate.toFixed(digits[i])))).toEqual(printed);
    best.at.forEach((estimate, i) => expect(estimate).toBeCloseTo(shipped[i]!, 3));
  });

  test('has the recorded standard errors and correlations', () => {
    const residuals = (free: number[]) =>
      calibrate(published, parametersFromFree(free as FreeVector)).cells.map(({ z }) => z);
    const { standardErrors, correlation } = gaussNewton(residuals, shipped);
    const digits = [3, 3, 3, 2, 2, 2, 3];
    expect(standardErrors.map((error, i) => Number(error.toFixed(digits[i])))).toEqual(
      freeStandardErrors,
    );
    const [value, objective, guarding, uptake] = [3, 4, 5, 6];
    expect(correlation(value!, objective!).toFixed(2)).toBe('0.93');
    expect(correlation(value!, guarding!).toFixed(2)).toBe('0.91');
    expect(correlation(objective!, guarding!).toFixed(2)).toBe('0.84');
    expect(correlation(objective!, uptake!).toFixed(2)).toBe('-0.86');
  });
});

test('free numbers and constants translate into each other', () => {
  const { r, m0, f, A, B, GL, w } = golden.fit;
  const expected = [Math.log(r / (1 - r)), Math.log(m0), Math.log(f), A, B, GL, w];
  shipped.forEach((free, i) => expect(free).toBeCloseTo(expected[i]!, 9));
  const back = parametersFromFree(shipped);
  for (const [name, value] of Object.entries(defaultParameters)) {
    expect(back[name as keyof typeof back]).toBeCloseTo(value, 9);
  }
});

test('the weight given to a printed error of 0.0 moves the three weights, not the funnel', () => {
  const strict = fitTo(published, shipped, 0.3).at;
  expect(strict.map((estimate) => estimate.toFixed(2))).toEqual([
    '-1.11',
    '-0.48',
    '0.93',
    '5.78',
    '1.87',
    '6.22',
    '0.45',
  ]);
  const loose = fitTo(published, shipped, 1).at;
  expect(loose.map((estimate) => estimate.toFixed(2))).toEqual([
    '-1.08',
    '-0.49',
    '0.93',
    '4.78',
    '0.84',
    '5.19',
    '0.53',
  ]);
});

test('an aversion to deceiving, once freed, takes the wrong sign and gains little', () => {
  const { at, value } = nelderMead<number[]>(
    (vector) => {
      const parameters = parametersFromFree(vector.slice(0, 7) as FreeVector);
      const deceptionAversion = vector[7]! / parameters.inverseNoise;
      return calibrate(published, { ...parameters, deceptionAversion }).chiSquared;
    },
    [...shipped, 0],
  );
  expect(value.toFixed(2)).toBe('13.67');
  expect(at[7]!.toFixed(2)).toBe('-1.21');
});
