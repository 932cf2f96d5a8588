import { afterEach, expect, test, vi } from 'vitest';
import { href, repositoryFile } from '../../src/lib/address.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['', '/'],
  ['/', '/'],
  ['lessons', '/lessons/'],
  ['/lessons', '/lessons/'],
  ['lessons/', '/lessons/'],
  ['lessons/two-faces', '/lessons/two-faces/'],
  ['lessons/two-faces#cue-switch', '/lessons/two-faces/#cue-switch'],
  ['search?q=gap', '/search/?q=gap'],
  ['search?q=a/b#top', '/search/?q=a/b#top'],
  ['glossary/#letter-A', '/glossary/#letter-A'],
  ['sources.bib', '/sources.bib'],
  ['pagefind/pagefind.js', '/pagefind/pagefind.js'],
  ['#top', '/#top'],
  ['/?q=gap', '/?q=gap'],
])('%s → %s, and the same below any base', (path, address) => {
  for (const base of ['/', '/course', '/course/', '/a/b/']) {
    vi.stubEnv('BASE_URL', base);
    expect(href(path)).toBe(`${base.replace(/\/$/, '')}${address}`);
  }
});

test('a file of the repository has an address only where a repository is set', () => {
  vi.stubEnv('PUBLIC_REPOSITORY_URL', undefined);
  expect(repositoryFile('src/models/cue-model.ts')).toBeUndefined();
  vi.stubEnv('PUBLIC_REPOSITORY_URL', 'https://example.org/unwatched');
  expect(repositoryFile('src/models/cue-model.ts')).toBe(
    'https://example.org/unwatched/blob/main/src/models/cue-model.ts',
  );
});
