import fc from '../support/fast-check.ts';
import { expect, test } from 'vitest';
import { climbOf } from '../../src/models/emergence.ts';
import { climbOfAnswer, exactAnswer, powerLaw } from '../../src/models/exact-answer.ts';
import { between } from './support/arbitraries.ts';

const anyLaw = fc.record({ start: between(6, 12), exponent: between(0.1, 2) });
const anyLength = fc.integer({ min: 1, max: 1000 });

test.each([
  [1, 9.53],
  [5, 11.86],
  [10, 12.86],
  [30, 14.45],
])('an answer of %i parts is half way up at %f, and as wide as any', (length, middle) => {
  const climb = climbOfAnswer(powerLaw, length);
  expect(climb.middle).toBeCloseTo(middle, 2);
  expect(climb.width).toBeCloseTo(4.4651, 4);
  expect(climb.width).toBeCloseTo(Math.log10(Math.LN10 / Math.log(10 / 9)) / 0.3, 12);
});

test('is the power of one part', () => {
  fc.assert(
    fc.property(anyLaw, anyLength, between(5, 30), (law, length, size) => {
      const one = exactAnswer(law, 1, size);
      expect(exactAnswer(law, length, size)).toBeCloseTo(one ** length, 9);
    }),
  );
});

test('length moves the climb and leaves its width, for every law', () => {
  fc.assert(
    fc.property(anyLaw, anyLength, (law, length) => {
      const one = climbOfAnswer(law, 1);
      const many = climbOfAnswer(law, length);
      expect(many.width).toBeCloseTo(one.width, 9);
      expect(many.middle - one.middle).toBeCloseTo(Math.log10(length) / law.exponent, 9);
    }),
  );
});

test('the climb found by halving is the one in closed form', () => {
  fc.assert(
    fc.property(anyLaw, fc.integer({ min: 1, max: 30 }), (law, length) => {
      const found = climbOf((size) => exactAnswer(law, length, size), [-20, 90]);
      expect(found.width).toBeCloseTo(climbOfAnswer(law, length).width, 9);
      expect(found.middle).toBeCloseTo(climbOfAnswer(law, length).middle, 9);
    }),
  );
});
