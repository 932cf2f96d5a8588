import { expect, test } from 'vitest';
import { typedNumber } from '../../src/learning/typed-number.ts';

test.each([
  ['12', 12],
  [' 12.5 ', 12.5],
  ['12,5', 12.5],
  ['.5', 0.5],
  ['7.', 7],
  ['-3', -3],
  ['−3', -3],
  ['14 %', 14],
  ['14%', 14],
  ['1,250', 1250],
  ['1 250 000', 1_250_000],
  ['1,250.75', 1250.75],
  ['0,5', 0.5],
  ['0,125', 0.125],
  ['−0,125', -0.125],
  ['+0,125 %', 0.125],
  ['10,125', 10_125],
])('“%s” is %d', (text, value) => {
  expect(typedNumber(text)).toBe(value);
});

test.each([
  '',
  ' ',
  'ten',
  '12 of 100',
  '1.2.3',
  '1e3',
  'Infinity',
  '--2',
  '1/2',
  '%',
  '0,125,000',
])('“%s” is no number', (text) => {
  expect(typedNumber(text)).toBeUndefined();
});
