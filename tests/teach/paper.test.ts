import { expect, test } from 'vitest';
import { accepted, usualPaper } from '../../src/teach/paper.ts';

test.each([
  [11.4, 1, '10.4', '12.4'],
  [0.3, 0.1, '0.2', '0.4'],
  [12, 0, '12', '12'],
  [2, 5, '−3', '7'],
  [12000, 500, '11,500', '12,500'],
])('%s give or take %s counts from %s to %s', (answer, tolerance, low, high) => {
  expect(accepted({ answer, tolerance })).toEqual({ low, high });
});

test.each([
  [['en-US', 'en'], 'letter'],
  [['fr-CA'], 'letter'],
  [['en-GB', 'en-US'], 'a4'],
  [['de'], 'a4'],
  [['en', 'es-MX'], 'letter'],
  [['zh-Hant-TW'], 'a4'],
  [[], 'a4'],
])('a browser in %j begins with %s', (languages, paper) => {
  expect(usualPaper(languages)).toBe(paper);
});
