import { expect, test } from 'vitest';
import { decimals } from '../../src/widgets/parts/decimals.ts';

test.each([
  [2.345, 1, '2.3'],
  [-2.35, 0, '−2'],
  [-12.5, 2, '−12.50'],
  [-0.04, 1, '0.0'],
  [-0, 2, '0.00'],
  [-0.05, 2, '−0.05'],
])('%d with %i decimals is %s', (value, digits, text) => {
  expect(decimals(value, digits)).toBe(text);
});
