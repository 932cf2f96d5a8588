import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { complianceGap } from '../../src/models/compliance-gap.ts';
import { cueModel } from '../../src/models/cue-model.ts';
import { defaultParameters } from '../../src/models/cue-parameters.ts';
import {
  conversationsCounted,
  futureWeight,
  guardingRates,
  horizonSweep,
  publishedSetting,
  splitGuarding,
  type GuardingRates,
} from '../../src/models/goal-guarding.ts';
import { between } from './support/arbitraries.ts';

const neverUsed = { ...publishedSetting, deployed: false };

const anyShare = between(0, 1);
const anySetting = fc.record({
  terminalShare: anyShare,
  discount: between(0, 0.99),
  stakes: between(0, 5),
  deployed: fc.boolean(),
});

function expectSame(one: GuardingRates, other: GuardingRates, tolerance = 1e-12) {
  for (const rate of Object.keys(one) as (keyof GuardingRates)[]) {
    expect(Math.abs(one[rate] - other[rate])).toBeLessThan(tolerance);
  }
}

test('the published setting is the default of the cue model', () => {
  const { terminalGuarding, instrumentalGuarding } = splitGuarding(publishedSetting.terminalShare);
  expect(terminalGuarding).toBeCloseTo(defaultParameters.terminalGuarding, 14);
  expect(instrumentalGuarding).toBeCloseTo(defaultParameters.instrumentalGuarding, 14);
  expect(publishedSetting.terminalShare).toBeCloseTo(0.75, 12);
  expectSame(guardingRates(publishedSetting), {
    alignmentFaking: cueModel().alignmentFaking,
    complyTraining: cueModel().comply,
    complyDeployment: cueModel({ tier: 'paid' }).comply,
    gap: complianceGap(),
  });
});

test('the golden outputs of the prototype: never deployed by terminal share, and stakes', () => {
  const golden = { 0: 0.14, 0.25: 0.55, 0.5: 1.95, 0.75: 5.67, 0.9: 8.93, 1: 11.03 };
  for (const [share, percent] of Object.entries(golden)) {
    const { alignmentFaking } = guardingRates({ ...neverUsed, terminalShare: Number(share) });
    expect(Math.abs(100 * alignmentFaking - percent)).toBeLessThan(0.005 + 1e-9);
  }
  expect(guardingRates(neverUsed).alignmentFaking).toBeCloseTo(0.05669, 5);
  expect(guardingRates(neverUsed).complyTraining).toBeCloseTo(0.08128, 5);
  const threefold = guardingRates({ ...publishedSetting, stakes: 3 });
  expect(threefold.alignmentFaking).toBeCloseTo(0.158183, 6);
  expect(threefold.complyTraining).toBeCloseTo(0.198978, 6);
});

test.each([
  [0, 1],
  [0.5, 2],
  [0.9, 10],
  [0.99, 100],
])('a discount of %d counts %d conversations', (discount, conversations) => {
  expect(conversationsCounted(discount)).toBeCloseTo(conversations, 9);
  const sum = Array.from({ length: 5000 }, (_, later) => discount ** later);
  expect(sum.reduce((a, b) => a + b)).toBeCloseTo(conversations, 9);
});

describe('what no published table can tell apart', () => {
  test('in the published setting every split gives the same rates', () => {
    fc.assert(
      fc.property(anyShare, anyShare, (one, other) => {
        expectSame(
          guardingRates({ ...publishedSetting, terminalShare: one }),
          guardingRates({ ...publishedSetting, terminalShare: other }),
        );
      }),
    );
  });

  test('so it does wherever higher stakes make up for a shorter horizon', () => {
    fc.assert(
      fc.property(anyShare, between(0.7, 0.98), (terminalShare, discount) => {
        const stakes = 1 / futureWeight({ discount, stakes: 1, deployed: true });
        expectSame(
          guardingRates({ terminalShare, discount, stakes, deployed: true }),
          guardingRates(publishedSetting),
        );
      }),
    );
    // A third as many later conversations, each three times as grave: three in place of nine.
    expect(futureWeight({ discount: 0.75, stakes: 3, deployed: true })).toBeCloseTo(1, 12);
  });

  test('anywhere else the two kinds of guarding part', () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        const weight = futureWeight(setting);
        fc.pre(Math.abs(weight - 1) > 0.01);
        const terminal = guardingRates({ ...setting, terminalShare: 1 });
        const instrumental = guardingRates({ ...setting, terminalShare: 0 });
        expect(Math.sign(instrumental.alignmentFaking - terminal.alignmentFaking)).toBe(
          Math.sign(weight - 1),
        );
      }),
    );
  });
});

describe('the future', () => {
  test('counts once in the published setting, and not at all where there is none', () => {
    expect(futureWeight(publishedSetting)).toBeCloseTo(1, 14);
    expect(futureWeight(neverUsed)).toBe(0);
    expect(futureWeight({ ...publishedSetting, discount: 0 })).toBe(0);
    expect(futureWeight({ ...publishedSetting, stakes: 0 })).toBe(0);
  });

  test('a myopic model, one without stakes and one that is never used fake alike', () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        const ended = guardingRates({ ...setting, deployed: false });
        expectSame(guardingRates({ ...setting, discount: 0 }), ended);
        expectSame(guardingRates({ ...setting, stakes: 0 }), ended);
      }),
    );
  });

  test('does nothing to a goal guarded for its own sake only', () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        const terminal = { ...setting, terminalShare: 1 };
        expectSame(guardingRates(terminal), guardingRates(publishedSetting));
      }),
    );
  });

  test('that reaches further never brings less faking, and never more than the argument is made', () => {
    const discounts = Array.from({ length: 100 }, (_, hundredth) => hundredth / 100);
    fc.assert(
      fc.property(anySetting, (setting) => {
        const rates = horizonSweep(setting, discounts).map(
          ({ alignmentFaking }) => alignmentFaking,
        );
        for (const [index, rate] of rates.entries()) {
          expect(rate).toBeGreaterThanOrEqual((rates[index - 1] ?? 0) - 1e-12);
          expect(rate).toBeLessThanOrEqual(cueModel().argument);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('says nothing about answers in deployment', () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        const { complyDeployment, complyTraining, gap } = guardingRates(setting);
        expect(complyDeployment).toBeCloseTo(cueModel({ tier: 'paid' }).comply, 12);
        expect(gap).toBeCloseTo(complyTraining - complyDeployment, 14);
      }),
    );
  });
});

test('a sweep holds the rates of each horizon in order', () => {
  const discounts = [0, 0.5, 0.9, 0.99];
  const setting = { terminalShare: 0.4, stakes: 2, deployed: true };
  expect(horizonSweep(setting, discounts)).toEqual(
    discounts.map((discount) => guardingRates({ ...setting, discount })),
  );
});
