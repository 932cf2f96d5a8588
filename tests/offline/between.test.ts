import { expect, test } from 'vitest';
import { cacheName, channelName, plainAddress, scriptFor } from '../../src/offline/between.ts';

test('two sites on one host keep their files apart', () => {
  const [root, course] = ['https://example.org/', 'https://example.org/course/'];
  const name = cacheName(course, `${course}service-worker.js?kept=7`);
  expect(name.startsWith(channelName(course))).toBe(true);
  expect(name.startsWith(channelName(root))).toBe(false);
});

test('a cache is filled further by the script made for it', () => {
  const scope = 'https://example.org/course/';
  const name = cacheName(scope, `${scope}service-worker.js?kept=1795281`);
  const script = scriptFor(scope, name);
  expect(script).toBe(`${scope}service-worker.js?kept=1795281`);
  expect(cacheName(scope, script)).toBe(name);
});

test.each([
  ['https://example.org/search/?q=gap', 'https://example.org/search/'],
  ['https://example.org/lessons/two-faces/#check', 'https://example.org/lessons/two-faces/'],
  [
    'https://example.org/pagefind/pagefind-entry.json?ts=1',
    'https://example.org/pagefind/pagefind-entry.json',
  ],
])('%s is kept as %s', (asked, kept) => {
  expect(plainAddress(asked)).toBe(kept);
});
