import { expect, test } from 'vitest';
import { headerRules, headersFile, headersFor } from '../../scripts/security-headers.mjs';

test('no header stands in two rules, whose values a host would join', () => {
  const names = Object.values(headerRules).flatMap((headers) => Object.keys(headers));
  expect(new Set(names).size).toBe(names.length);
});

test('only what has a hash in its name is kept for long', () => {
  expect(headersFor('/_astro/page.4f1c.js')['Cache-Control']).toContain('immutable');
  expect(headersFor('/lessons/')['Cache-Control']).toContain('must-revalidate');
});

test('every page refuses to be framed', () => {
  expect(headersFor('/')).toMatchObject({
    'Content-Security-Policy': "frame-ancestors 'none'",
    'X-Frame-Options': 'DENY',
  });
});

test('the file for hosts holds the same headers, and the one that needs HTTPS', () => {
  const file = headersFile('/course');
  const [first = '', second = ''] = file.split('\n\n');
  expect(first.split('\n')[0]).toBe('/course/*');
  expect(second.split('\n')[0]).toBe('/course/_astro/*');
  expect(first).toContain('  Strict-Transport-Security: max-age=');
  for (const [name, value] of Object.entries(headerRules['/'] ?? {})) {
    expect(first.split('\n')).toContain(`  ${name}: ${value}`);
  }
  expect(headersFor('/')).not.toHaveProperty('Strict-Transport-Security');
});
