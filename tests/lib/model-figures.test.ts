import { expect, test } from 'vitest';
import { modelFigures } from '../../src/lib/model-figures.ts';
import { printFigure } from '../../src/lib/print-figure.ts';
import { publishedCells } from '../../src/lib/published-cells.ts';
import { calibrate } from '../../src/models/calibration.ts';
import { complianceGap } from '../../src/models/compliance-gap.ts';
import { cueModel } from '../../src/models/cue-model.ts';
import {
  allOrNothing,
  climbOf,
  fakingSkills,
  partialCredit,
  seenAtLeastOnce,
} from '../../src/models/emergence.ts';
import { freeStandardErrors } from '../../src/models/fit.ts';
import { splitGuarding } from '../../src/models/goal-guarding.ts';

const free = cueModel({ tier: 'free' });
const paid = cueModel({ tier: 'paid' });
const { cells, chiSquared } = calibrate(publishedCells());

const unused = (terminalShare: number) =>
  100 * cueModel({ deployed: false }, splitGuarding(terminalShare)).alignmentFaking;

const skills = fakingSkills(3);
const whole = (steps: number) => climbOf((size) => allOrNothing(fakingSkills(steps), size));

/** What the models say, unrounded, and in which unit. */
const expected: Record<string, [value: number, unit: string]> = {
  'default.comply-free': [100 * free.comply, '%'],
  'default.comply-paid': [100 * paid.comply, '%'],
  'default.faking': [100 * free.alignmentFaking, '%'],
  'default.gap': [100 * complianceGap(), 'points'],
  'default.argument': [100 * free.argument, '%'],
  'horizon.unused': [unused(0.75), '%'],
  'horizon.unused-even': [unused(0.5), '%'],
  'horizon.unused-terminal': [unused(1), '%'],
  'horizon.unused-instrumental': [unused(0), '%'],
  // The shares of flipped examples are whole numbers of the 103 that lie far away.
  'crossed.fails-before': [86.5, '%'],
  'crossed.fails': [22.61327943, '%'],
  'crossed.flipped': [4800 / 103, '%'],
  'crossed.fails-narrow': [65.1, '%'],
  'crossed.flipped-narrow': [2500 / 103, '%'],
  'crossed.fails-wide': [2.4, '%'],
  'crossed.flipped-wide': [7500 / 103, '%'],
  'emergence.alone': [Math.log(9), 'decades'],
  'emergence.all': [1.694, 'decades'],
  'emergence.partial': [climbOf((size) => partialCredit(skills, size)).width, 'decades'],
  'emergence.seen': [
    climbOf((size) => seenAtLeastOnce(allOrNothing(skills, size), 1e4)).width,
    'decades',
  ],
  'emergence.delay': [whole(12).from - whole(1).from, 'decades'],
  'emergence.narrowing': [whole(1).width - whole(12).width, 'decades'],
  'emergence.least-share': [70.19, '%'],
  'emergence.exact-answer': [4.4651, 'decades'],
  // Caught .6339 of one in a hundred, against one in twenty of the other ninety-nine.
  'detection.right-alarms': [(100 * 0.6339) / (0.6339 + 0.05 * 99), '%'],
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
  expect(figure.meaning).toMatch(/^[A-Z][^:]+: ./);
});
