import { expect, test } from 'vitest';
import { headerRules, headersFile, headersFor } from '../../scripts/security-headers.mjs';

test('no header stands in two rules for one address, whose values a host would join', () => {
  const rules = Object.entries(headerRules);
  for (const [under, headers] of rules) {
    const others = rules.filter(([other]) => other !== under && under.startsWith(other));
    const names = others.flatMap(([, header]) => Object.keys(header));
    expect(names.filter((name) => name in headers)).toEqual([]);
  }
});

test('only what has a hash in its name is kept for long', () => {
  expect(headersFor('/_astro/page.4f1c.js')['Cache-Control']).toContain('immutable');
  expect(headersFor('/lessons/')['Cache-Control']).toContain('must-revalidate');
});

test('a page where one click could lose something refuses to be framed, a lesson does not', () => {
  for (const path of ['/progress/', '/teach/', '/teach/receipts/']) {
    expect(headersFor(path)).toMatchObject({
      'Content-Security-Policy': "frame-ancestors 'none'",
      'X-Frame-Options': 'DENY',
    });
  }
  for (const path of ['/lessons/two-faces/', '/assignment/', '/questions/']) {
    expect(headersFor(path)).not.toHaveProperty('X-Frame-Options');
  }
});

test('the file for hosts holds the same headers, and the one that needs HTTPS', () => {
  const file = headersFile('/course');
  const [first = ''] = file.split('\n\n');
  const heads = file.split('\n\n').map((rule) => rule.split('\n')[0]);
  expect(heads).toEqual(['/course/*', '/course/progress/*', '/course/teach/*', '/course/_astro/*']);
  expect(first).toContain('  Strict-Transport-Security: max-age=');
  for (const [name, value] of Object.entries(headerRules['/'] ?? {})) {
    expect(first.split('\n')).toContain(`  ${name}: ${value}`);
  }
  expect(headersFor('/')).not.toHaveProperty('Strict-Transport-Security');
});
