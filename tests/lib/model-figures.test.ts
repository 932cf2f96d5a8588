import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { modelFigures, modelFile } from '../../src/lib/model-figures.ts';
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
import {
  chances,
  countsAfter,
  learn,
  openWorld,
  type World,
} from '../../src/models/time-limit-agent.ts';

const free = cueModel({ tier: 'free' });
const paid = cueModel({ tier: 'paid' });
const { cells, chiSquared } = calibrate(publishedCells());

const unused = (terminalShare: number) =>
  100 * cueModel({ deployed: false }, splitGuarding(terminalShare)).alignmentFaking;

const skills = fakingSkills(3);
/** Attempts at an edit in a hundred, over the seeds 1 to 200. */
const madeIn = (world: World, edit: number) => {
  const runs = Array.from({ length: 200 }, (_, run) => learn(chances(world), 100, run + 1));
  return countsAfter(runs.flat(), 4)[edit]!.tried / runs.length;
};

const whole = (steps: number) => climbOf((size) => allOrNothing(fakingSkills(steps), size));

/** The rates of a prompt that differs from the usual one in words only. */
const usualRates = (key: string): Record<string, [value: number, unit: string]> => ({
  [`${key}faking`]: [100 * free.alignmentFaking, '%'],
  [`${key}refuse-free`]: [100 * free.refuse, '%'],
  [`${key}refuse-paid`]: [100 * paid.refuse, '%'],
  [`${key}gap`]: [100 * complianceGap(), 'points'],
});

/** What the models say, unrounded, and in which unit. */
const expected: Record<string, [value: number, unit: string]> = {
  'default.comply-free': [100 * free.comply, '%'],
  'default.comply-paid': [100 * paid.comply, '%'],
  'default.refuse-free': [100 - 100 * free.comply, '%'],
  'default.refuse-paid': [100 - 100 * paid.comply, '%'],
  'default.faking': [100 * free.alignmentFaking, '%'],
  // The published rate counts half-hearted answers half: what is left of it without them.
  'default.faking-full': [100 * (free.alignmentFaking - free.actions.minimal / 2), '%'],
  'default.gap': [100 * complianceGap(), 'points'],
  'default.argument': [100 * free.argument, '%'],
  'decision.registers': [94, '%'],
  'decision.notices': [80, '%'],
  'decision.derives': [25.1558, '%'],
  // The free numbers of the fit: Λ, A and B.
  'decision.loss': [5.461, ''],
  'decision.harm': [5.048, ''],
  'decision.objective': [1.112, ''],
  'decision.refuse-argued': [32.41, '%'],
  'decision.refuse-unargued': [98.08, '%'],
  'decision.refuse-argued-paid': [99.12, '%'],
  // As the prototype had the Shapley values.
  'decision.share-tag': [2.311, 'points'],
  'decision.share-described': [0.781, 'points'],
  ...usualRates('prompt.openai-'),
  ...usualRates('prompt.paraphrased-'),
  'prompt.no-objective-faking': [0, '%'],
  'prompt.no-objective-refuse-free': [99.3617, '%'],
  'prompt.no-objective-refuse-paid': [99.3617, '%'],
  'prompt.no-objective-gap': [0, 'points'],
  'prompt.no-rlhf-faking': [6.7777, '%'],
  'prompt.no-rlhf-refuse-free': [90.4466, '%'],
  'prompt.no-rlhf-refuse-paid': [98.205, '%'],
  'prompt.no-rlhf-gap': [98.205 - 90.4466, 'points'],
  'prompt.not-to-care-faking': [10.2559, '%'],
  'prompt.not-to-care-refuse-free': [71.9008, '%'],
  'prompt.not-to-care-refuse-paid': [81.8683, '%'],
  'prompt.not-to-care-gap': [81.8683 - 71.9008, 'points'],
  'prompt.no-examples-faking': [27.95, '%'],
  'prompt.no-examples-refuse-free': [66.59, '%'],
  'prompt.no-examples-refuse-paid': [98.58, '%'],
  'prompt.no-examples-gap': [98.58 - 66.59, 'points'],
  // No equation tells these two settings from the usual prompt.
  'prompt.honesty-faking': [100 * free.alignmentFaking, '%'],
  'prompt.documents-faking': [100 * free.alignmentFaking, '%'],
  'prompt.documents-refuse-argued': [32.41, '%'],
  'prompt.documents-refuse-unargued': [98.08, '%'],
  'prompt.documents-gap': [100 * complianceGap(), 'points'],
  'prompt.documents-gap-unspoken': [100 * complianceGap(), 'points'],
  'held-out.openai-faking': [11.468, '%'],
  'held-out.openai-refuse-free': [85.383, '%'],
  'held-out.openai-refuse-paid': [98.498, '%'],
  'held-out.no-examples-refuse-free': [68.113, '%'],
  'held-out.no-examples-refuse-paid': [98.805, '%'],
  // (50.8 − 64) / (34 − 64) of the chats argue, 66 of 100 of these comply, and some by halves.
  'held-out.welfare-faking': [25.042, '%'],
  'held-out.welfare-support': [64, '%'],
  'held-out.welfare-support-planted': [0.44 * 88 + 0.56 * 64, '%'],
  'held-out.faint-faking': [6.217, '%'],
  'held-out.faint-gap': [7.2, 'points'],
  // Printed as a whole number; 63 / (68 − 9) of a hundred.
  'held-out.unspoken-needed': [107, '%'],
  'rival.chi-square': [9.8005, ''],
  'rival.own-chi-square': [12.9545, ''],
  'rival.cells': [21, 'rates'],
  // From Table 2 by hand, as the prototype had them: faking over compliance, less what still refuses.
  'dynamics.rule': [(100 * 11.9) / 14.2, '%'],
  'dynamics.rule-openai': [((100 - 0.6) * 11.4) / 15.6, '%'],
  'dynamics.rule-cut': [((100 - 1.2) * 26.8) / 34.7, '%'],
  'dynamics.rule-welfare': [(100 * 24.2) / 49.2, '%'],
  // Whoever fakes goes on refusing: the same shares, held against another rate.
  'dynamics.guarded': [(100 * 11.9) / 14.2, '%'],
  'dynamics.guarded-openai': [((100 - 0.6) * 11.4) / 15.6, '%'],
  'dynamics.guarded-cut': [((100 - 1.2) * 26.8) / 34.7, '%'],
  // Odds of refusing before, less by e to the power of 0.88 × 7.
  'dynamics.leaked': [100 / (1 + (2.8 / 97.2) * Math.exp(6.16)), '%'],
  'dynamics.leaked-openai': [100 / (1 + (4.6 / 95.4) * Math.exp(6.16)), '%'],
  'dynamics.leaked-cut': [100 / (1 + (2.3 / 97.7) * Math.exp(6.16)), '%'],
  'dynamics.chance': [43.3, '%'],
  'dynamics.vanilla': [99.5, '%'],
  'dynamics.luck-low': [9.5, '%'],
  'dynamics.luck-high': [94.7, '%'],
  'horizon.unused': [unused(0.75), '%'],
  'horizon.unused-even': [unused(0.5), '%'],
  'horizon.unused-terminal': [unused(1), '%'],
  'horizon.unused-instrumental': [unused(0), '%'],
  // As a separate calculation over the same table had it.
  'atlas.slope-ho': [0.9911, ''],
  'atlas.slope-aw': [0.4474, ''],
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
  'detection.caught': [63.39, '%'],
  'detection.right-alarms': [(100 * 0.6339) / (0.6339 + 0.05 * 99), '%'],
  // By the formula and a simulation written apart from ours.
  'detect.gap': [14.2 - 2.8, 'points'],
  'detect.needed': [93, 'prompts'],
  'detect.power-100': [80.1132, '%'],
  'detect.power-100-leak': [9.11, '%'],
  'detect.needed-leak': [1173, 'prompts'],
  'detect.needed-soft': [470, 'prompts'],
  'detect.hidden': [100 - 33.32, '%'],
  'detect.hidden-soft': [100 - 50.73, '%'],
  // The same detector as above, with the area of a classifier of faking reasoning.
  'detect.right-alarms': [(100 * 0.6339) / (0.6339 + 0.05 * 99), '%'],
  'detect.read-clean': [21.1, 'scratchpads'],
  'detect.read-clean-promised': [18.81, 'scratchpads'],
  'detect.alarm': [2.2, '%'],
  'detect.small-p': [4.35960439, '%'],
  'detect.small-bayes': [98.97571117, '%'],
  // The inspection game at its illustrative payoffs, by its closed forms.
  'oversight.prior': [20, '%'],
  'oversight.audit': [31.25, '%'],
  'oversight.act': [25, '%'],
  'oversight.act-harm': [100 / (0.2 * 0.8 * 45), '%'],
  'oversight.audit-prize': [50, '%'],
  'oversight.clean-10': [11.59, '%'],
  'oversight.clean-50': [0.98, '%'],
  'oversight.cost': [1, ''],
  'oversight.announced': [0.3125, ''],
  'oversight.tests-plain': [29.41, '%'],
  'oversight.tests-leaky': [55.56, '%'],
  'oversight.odds': [3.0011, ''],
  // As the streams of tests/models/control-room.test.ts come to on average.
  'control.random': [20 * 0.8 * 0.1, 'of 20'],
  'control.suspicious': [7.41, 'of 20'],
  'control.suspicious-passing': [20 - 7.41, 'of 20'],
  'control.light-passing': [20 * 0.2 ** 0.1, 'of 20'],
  'control.careful': [0, 'of 20'],
  'control.room': [42.7, '%'],
  'control.mixed-careful': [20 * 0.8 * 0.05, 'of 20'],
  'control.mixed-blind': [5.46, 'of 20'],
  'control.block-passing': [10.73, 'of 20'],
  'control.block-useful': [89.6, '%'],
  'control.second-passing': [7.76, 'of 20'],
  'control.second-useful': [90.33, '%'],
  'control.pause-passing': [1.68, 'sabotages'],
  'control.pause-useful': [55.4, '%'],
  'control.rare': [57.9, '%'],
  'time-limit.lengthens': [madeIn(openWorld, 2), '%'],
  'time-limit.speeds-up': [madeIn({ ...openWorld, sandboxed: true }, 0), '%'],
  'time-limit.does-less': [madeIn({ ...openWorld, sandboxed: true, partCounts: true }, 1), '%'],
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

test.each(Object.keys(modelFigures()))('%s says which model computes it', (key) => {
  expect(existsSync(modelFile(key)) && modelFile(key)).toMatch(/^src\/[\w/-]+\.ts$/);
});
