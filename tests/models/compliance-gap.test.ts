import { expect, test } from 'vitest';
import { argumentRateNeeded, complianceGap } from '../../src/models/compliance-gap.ts';
import { cueModel } from '../../src/models/cue-model.ts';

test('is free-tier minus paid-tier compliance, whatever tier the cues name', () => {
  const cues = { rlhfDescribed: false };
  const gap = complianceGap(cues);
  expect(gap).toBe(cueModel(cues).comply - cueModel({ ...cues, tier: 'paid' }).comply);
  expect(complianceGap({ ...cues, tier: 'paid' } as typeof cues)).toBe(gap);
});

test('the argument rate that a gap needs inverts the model where paid episodes behave as unargued ones', () => {
  const { argument, argued, unargued } = cueModel();
  const complyArgued = 1 - argued.probabilities.refuse;
  const complyUnargued = 1 - unargued.probabilities.refuse;
  const gap = argument * (complyArgued - complyUnargued);
  expect(argumentRateNeeded(gap, complyArgued, complyUnargued)).toBeCloseTo(argument, 12);
});
