import { expect, test } from 'vitest';
import {
  alwaysAskAgain,
  caddyHeaders,
  everywhere,
  headersFile,
  headersFor,
  kinds,
  nginxHeaders,
  nginxMaps,
} from '../../scripts/security-headers.mjs';

test('no header stands in two rules for one address, whose values a host would join', () => {
  for (const headers of Object.values(kinds)) {
    expect(Object.keys(headers).filter((name) => name in everywhere)).toEqual([]);
  }
});

test('only what has a hash in its name is kept for long', () => {
  expect(headersFor('/_astro/page.4f1c.js')['Cache-Control']).toContain('immutable');
  expect(headersFor('/lessons/')['Cache-Control']).toContain('must-revalidate');
});

test('whatever is not made for frames refuses them', () => {
  const closed = ['/', '/404.html', '/progress/', '/teach/receipts/', '/review/', '/not-yet-made/'];
  for (const path of [...closed, '/lessons', '/embedded/', '/lessons-two/']) {
    expect(headersFor(path), path).toMatchObject({
      'Content-Security-Policy': "frame-ancestors 'none'",
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
  }
  for (const path of ['/lessons/two-faces/', '/assignment/', '/questions/', '/embed/cue-lab/']) {
    expect(headersFor(path), path).not.toHaveProperty('X-Frame-Options');
    expect(headersFor(path), path).not.toHaveProperty('Content-Security-Policy');
  }
});

test('only what is made to be embedded may be read from other sites', () => {
  expect(headersFor('/embed/cue-lab/oembed.json')).toMatchObject({
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  expect(headersFor('/lessons/')).not.toHaveProperty('Access-Control-Allow-Origin');
});

test('the file for hosts gives each address of the root one rule beside the common one', () => {
  const file = headersFile(
    [
      { name: 'lessons', folder: true },
      { name: '_astro', folder: true },
      { name: 'evidence.csv', folder: false },
    ],
    '/course',
  );
  const rules = new Map(
    file.split('\n\n').map((rule) => {
      const [path = '', ...headers] = rule.trimEnd().split('\n');
      return [path, Object.fromEntries(headers.map((line) => line.trim().split(': ')))];
    }),
  );
  const own = ['/course/', '/course/_astro/*', '/course/evidence.csv', '/course/lessons/*'];
  expect([...rules.keys()]).toEqual(['/course/*', ...own]);
  expect(rules.get('/course/*')).toEqual({
    ...everywhere,
    'Strict-Transport-Security': expect.stringMatching(/^max-age=\d+/),
  });
  for (const path of own) {
    const sent = Object.entries(headersFor(path.slice('/course'.length)));
    const asked = sent.filter(([, value]) => value !== alwaysAskAgain['Cache-Control']);
    expect({ ...everywhere, ...rules.get(path) }, path).toEqual(Object.fromEntries(asked));
  }
});

test('a file of which a host would ignore a part is not written', () => {
  const many = Array.from({ length: 100 }, (_, index) => ({ name: `a${index}`, folder: true }));
  expect(() => headersFile(many)).toThrow('102 rules');
});

test('the local server, which has no HTTPS, does not ask for it', () => {
  expect(headersFor('/')).not.toHaveProperty('Strict-Transport-Security');
});

// `npm exec vitest run -- tests/scripts/security-headers.test.ts -u` writes them anew after a change of the table.
test.each([
  ['nginx-maps.conf', nginxMaps],
  ['nginx-headers.conf', nginxHeaders],
  ['headers.caddy', caddyHeaders],
])('hosting/%s says what the table says', async (file, written) => {
  await expect(written()).toMatchFileSnapshot(`../../hosting/${file}`);
});
