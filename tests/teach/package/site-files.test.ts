import { afterEach, expect, test, vi } from 'vitest';
import { filesFor, filesOfThisSite } from '../../../src/teach/package/site-files.ts';

const needs = {
  'lessons/one/index.html': ['_astro/a.js', 'icon.svg'],
  'lessons/two/index.html': ['_astro/d.js'],
  '_astro/a.js': ['_astro/b.js'],
  '_astro/b.js': ['_astro/a.js', '_astro/c.worker.js'],
};

afterEach(() => vi.unstubAllGlobals());

test('a page brings what it asks for and what that asks for, and nothing else', () => {
  expect(filesFor(['lessons/one/index.html'], needs)).toEqual([
    '_astro/a.js',
    '_astro/b.js',
    '_astro/c.worker.js',
    'icon.svg',
    'lessons/one/index.html',
  ]);
});

test('a page that the list does not know is named', () => {
  expect(() => filesFor(['lessons/three/index.html'], needs)).toThrow('lessons/three/index.html');
  expect(() => filesFor(['constructor'], needs)).toThrow('constructor');
});

test('files are fetched from the site itself, pages by the address of their folder', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: URL) => {
    asked.push(address.href);
    if (address.pathname.endsWith('gone.js')) return new Response('', { status: 404 });
    return new Response(JSON.stringify({ base: '/u/', needs }));
  });
  const site = await filesOfThisSite('https://site.example/u/');
  expect(site).toMatchObject({ base: '/u/', address: 'https://site.example/u/', needs });
  await site.read('lessons/one/index.html');
  await expect(site.read('_astro/gone.js')).rejects.toThrow('_astro/gone.js cannot be read: 404.');
  expect(asked).toEqual([
    'https://site.example/u/teach/package-files.json',
    'https://site.example/u/lessons/one/',
    'https://site.example/u/_astro/gone.js',
  ]);
});
