import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { caughtAt, discriminability, rightAlarms } from '../../src/models/binormal.ts';
import { apparentRate, correctedRate } from '../../src/models/noisy-classifier.ts';
import { between } from './support/arbitraries.ts';

const detector = { caught: 0.8, falseAlarms: 0.05 };

describe('counting with a classifier that errs', () => {
  test('by hand: of a hundred, ten are faking, eight are caught, and four or five alarms are false', () => {
    expect(apparentRate(0.1, detector)).toBeCloseTo(0.08 + 0.045, 14);
    expect(correctedRate(0.125, detector)).toEqual({ rate: expect.closeTo(0.1, 14) });
  });

  test('correction undoes it', () => {
    fc.assert(
      fc.property(between(0, 1), between(0, 0.5), between(0.51, 1), (rate, falseAlarms, caught) => {
        const reported = apparentRate(rate, { caught, falseAlarms });
        expect(correctedRate(reported, { caught, falseAlarms })!.rate).toBeCloseTo(rate, 11);
      }),
    );
  });

  test('where the arithmetic leaves the range, it says so', () => {
    expect(correctedRate(0.02, detector)).toEqual({ rate: 0, clamped: 'low' });
    expect(correctedRate(0.9, detector)).toEqual({ rate: 1, clamped: 'high' });
  });

  test('a classifier that catches no more than it raises false alarms says nothing', () => {
    for (const caught of [0.05, 0.01]) {
      expect(correctedRate(0.2, { caught, falseAlarms: 0.05 })).toBeUndefined();
    }
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
