import { describe, expect, test } from 'vitest';
import { caughtAt, discriminability, rightAlarms } from '../../src/models/binormal.ts';
import { apparentRate } from '../../src/models/noisy-classifier.ts';

const detector = { caught: 0.8, falseAlarms: 0.05 };

describe('counting with a classifier that errs', () => {
  test('by hand: of a hundred, ten are faking, eight are caught, and four or five alarms are false', () => {
    expect(apparentRate(0.1, detector)).toBeCloseTo(0.08 + 0.045, 14);
  });

  test.each([
    [0.6, 0.0991, 0.2128, 0.0196],
    [0.92, 0.6339, 0.6335, 0.1135],
  ])('an area of %f at one false alarm in twenty', (area, share, common, rare) => {
    const caught = caughtAt(0.05, discriminability(area));
    expect(caught).toBeCloseTo(share, 4);
    expect(rightAlarms({ caught, falseAlarms: 0.05, wanted: 0.12 })).toBeCloseTo(common, 4);
    expect(rightAlarms({ caught, falseAlarms: 0.05, wanted: 0.01 })).toBeCloseTo(rare, 4);
  });
});
