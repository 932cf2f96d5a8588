import fc from '../support/fast-check.ts';
import { expect, test } from 'vitest';
import {
  attributeGap,
  attributeToCues,
  attributedCues,
  gapCues,
  referenceCues,
} from '../../src/models/cue-attribution.ts';
import { complianceGap } from '../../src/models/compliance-gap.ts';
import { cueModel } from '../../src/models/cue-model.ts';
import { anyCues, anyParameters } from './support/arbitraries.ts';

test('the prototype’s split of default faking, in percentage points', () => {
  const { shares, empty, full } = attributeToCues();
  const points = Object.fromEntries(
    Object.entries(shares).map(([cue, share]) => [cue, Number((100 * share).toFixed(3))]),
  );
  expect(points).toEqual({
    tier: 2.311,
    objectiveStated: 2.311,
    rlhfDescribed: 0.781,
    scratchpad: 2.311,
    harm: 2.311,
    deployed: 1.003,
  });
  expect((100 * (full - empty)).toFixed(4)).toBe('11.0267');
});

test('splits the whole difference between the given cues and the reference', () => {
  fc.assert(
    fc.property(anyCues, anyParameters, (cues, parameters) => {
      const { shares, empty, full } = attributeToCues(({ comply }) => comply, cues, parameters);
      const total = Object.values(shares).reduce((sum, share) => sum + share, 0);
      expect(total).toBeCloseTo(full - empty, 9);
      expect(full).toBe(cueModel(cues, parameters).comply);
      expect(empty).toBe(cueModel({ ...cues, ...referenceCues }, parameters).comply);
    }),
    { numRuns: 50 },
  );
});

test('a cue that is already at its reference gets no share', () => {
  const { shares } = attributeToCues(({ comply }) => comply, { deployed: false });
  expect(shares.deployed).toBe(0);
  expect(Object.keys(shares)).toEqual([...attributedCues]);
});

test('splits the whole gap, and credits a rating only where it pulls', () => {
  fc.assert(
    fc.property(anyCues, anyParameters, (cues, parameters) => {
      const { shares, empty, full } = attributeGap(cues, parameters);
      const total = Object.values(shares).reduce((sum, share) => sum + share, 0);
      expect(total).toBeCloseTo(full - empty, 9);
      expect(full).toBe(complianceGap(cues, parameters));
    }),
    { numRuns: 50 },
  );
  const { shares } = attributeGap();
  expect(Object.keys(shares)).toEqual([...gapCues]);
  expect(shares.rated).toBe(0);
  // Necessary links of one product: each gets the same.
  expect(shares.objectiveStated).toBeCloseTo(shares.scratchpad, 12);
  expect(attributeGap({}, { ratingSycophancy: 0.3 }).shares.rated).toBeGreaterThan(0.01);
});
