import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { caughtAt, discriminability, rightAlarms } from '../../src/models/binormal.ts';
import { between } from './support/arbitraries.ts';

describe('the binormal curve', () => {
  test.each([
    [0.5, 0],
    [0.71, 0.7826],
    [0.83, 1.3494],
    [0.92, 1.9871],
  ])('an area of %f has d′ %f', (area, dPrime) => {
    expect(discriminability(area)).toBeCloseTo(dPrime, 4);
  });

  test.each([
    [0.6, 0.0991],
    [0.92, 0.6339],
  ])('an area of %f catches %f at one false alarm in twenty', (area, caught) => {
    expect(caughtAt(0.05, discriminability(area))).toBeCloseTo(caught, 4);
  });

  test('has the area that it was made for', () => {
    fc.assert(
      fc.property(between(0.5, 0.97), (area) => {
        const dPrime = discriminability(area);
        const steps = 4000;
        let sum = 0;
        for (let step = 0; step < steps; step += 1) sum += caughtAt((step + 0.5) / steps, dPrime);
        expect(sum / steps).toBeCloseTo(area, 3);
      }),
    );
  });

  test('without a difference is the diagonal, and runs from corner to corner', () => {
    for (const share of [0.1, 0.5, 0.9]) expect(caughtAt(share, 0)).toBeCloseTo(share, 12);
    expect([0, 1].map((share) => caughtAt(share, 1.3))).toEqual([0, 1]);
  });
});

describe('alarms that are right', () => {
  test.each([
    [0.6, 0.12, 0.2128],
    [0.92, 0.12, 0.6335],
    [0.6, 0.01, 0.0196],
    [0.92, 0.01, 0.1135],
  ])('with an area of %f and %f of the wanted kind: %f', (area, wanted, share) => {
    const caught = caughtAt(0.05, discriminability(area));
    expect(rightAlarms({ caught, falseAlarms: 0.05, wanted })).toBeCloseTo(share, 4);
  });

  test('counted out of ten thousand', () => {
    // A hundred wanted, eighty caught; of 9,900 others 99 raise a false alarm.
    const rates = { caught: 0.8, falseAlarms: 0.01, wanted: 0.01 };
    expect(rightAlarms(rates)).toBeCloseTo(80 / (80 + 99), 12);
  });

  test.each([
    ['nothing is caught', { caught: 0, falseAlarms: 0.05, wanted: 0.01 }, 0],
    ['there is nothing to catch', { caught: 0.8, falseAlarms: 0.05, wanted: 0 }, 0],
    ['no alarm is false', { caught: 0.8, falseAlarms: 0, wanted: 0.01 }, 1],
    ['nothing raises an alarm', { caught: 0, falseAlarms: 0, wanted: 0.01 }, NaN],
    ['nothing that is there raises one', { caught: 0.8, falseAlarms: 0, wanted: 0 }, NaN],
  ])('where %s', (_, rates, share) => {
    expect(rightAlarms(rates)).toBe(share);
  });
});
