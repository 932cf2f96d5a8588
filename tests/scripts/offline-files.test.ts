import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { offlineFiles } from '../../scripts/offline-files.mjs';

let folder: string;
const contents: Record<string, string> = {
  'index.html': 'home '.repeat(100),
  'lessons/two-faces/index.html': 'a lesson',
  '_astro/a.js': 'script',
  'notes on it.csv': 'a,b',
};
const notKept = [
  '404.html',
  '_headers',
  'robots.txt',
  'sbom.json',
  'index.html.br',
  '_astro/a.js.gz',
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offline-'));
  await mkdir(join(folder, 'lessons', 'two-faces'), { recursive: true });
  await mkdir(join(folder, '_astro'));
  const files = [...Object.entries(contents), ...notKept.map((path) => [path, 'x'] as const)];
  for (const [path, text] of files) await writeFile(join(folder, path), text);
});
afterAll(() => rm(folder, { recursive: true }));

test('lists each file that a page may ask for, by the address of the request', async () => {
  const { files } = await offlineFiles(folder);
  expect(files.map(([path]) => path)).toEqual([
    './_astro/a.js',
    './',
    './lessons/two-faces/',
    './notes%20on%20it.csv',
  ]);
});

test('names the hash of each, as a request with an integrity takes it', async () => {
  const { files } = await offlineFiles(folder);
  const home = createHash('sha256').update(contents['index.html']!).digest('base64');
  expect(files).toContainEqual(['./', home]);
});

test('counts bytes, and fewer where compression gains something', async () => {
  const { bytes, compressed } = await offlineFiles(folder);
  expect(bytes).toBe(Object.values(contents).join('').length);
  expect(compressed).toBeLessThan(bytes - 400);
  expect(compressed).toBeGreaterThan(bytes - contents['index.html']!.length);
});
