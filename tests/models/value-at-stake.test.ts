import { expect, test } from 'vitest';
import { defaultParameters } from '../../src/models/cue-parameters.ts';
import { type Cues, defaultCues } from '../../src/models/cues.ts';
import { heldValue, horizon, valueAtStake } from '../../src/models/value-at-stake.ts';

const atStake = (cues: Partial<Cues>, changed: Partial<typeof defaultParameters> = {}) =>
  valueAtStake({ ...defaultCues, ...cues }, { ...defaultParameters, ...changed });

test('the horizon counts later episodes, relative to the reference', () => {
  const at = (discount: number) => horizon({ ...defaultParameters, discount });
  expect(at(0)).toBe(0);
  expect(at(0.9)).toBe(1);
  expect(at(0.95)).toBeCloseTo(19 / 9, 12);
});

test('a myopic or undeployed model has only terminal reasons to guard its values', () => {
  const terminal = defaultParameters.terminalGuarding;
  expect(atStake({}, { discount: 0 })).toBeCloseTo(terminal, 12);
  expect(atStake({ deployed: false, stakes: 5 })).toBeCloseTo(terminal, 12);
});

test('the loss is in proportion to harm, and nil without a conflict', () => {
  expect(atStake({ harm: 0.25 })).toBeCloseTo(atStake({}) / 4, 12);
  expect(atStake({ objectiveStated: false })).toBe(0);
});

test('a believed “you do not care” takes the value away', () => {
  const cues = { ...defaultCues, toldNotToCare: true };
  expect(heldValue(cues, { ...defaultParameters, indifferenceUptake: 1 })).toBe(0);
  expect(heldValue(cues, { ...defaultParameters, indifferenceUptake: 0 })).toBe(1);
});
