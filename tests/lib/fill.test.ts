import { expect, test } from 'vitest';
import { fill } from '../../src/lib/fill.ts';

test.each([
  ['{n} lessons', { n: 18 }, '18 lessons'],
  ['{n} lessons, {minutes} minutes', { n: 18, minutes: 200 }, '18 lessons, 200 minutes'],
  ['{n} and {n}', { n: 'one' }, 'one and one'],
  ['{n} of 100', { n: 0 }, '0 of 100'],
  ['“{n}”', { n: '' }, '“”'],
  ['no hole', { n: 1 }, 'no hole'],
  ['{ n } and {}', { n: 1 }, '{ n } and {}'],
  ['{n} lessons', {}, '{n} lessons'],
])('%s with %o → %s', (template, values, text) => {
  expect(fill(template, values)).toBe(text);
});

test('a value is put in as it is, even one that looks like a hole or a pattern', () => {
  expect(fill('{a} {b}', { a: '{b}', b: '$&' })).toBe('{b} $&');
});
