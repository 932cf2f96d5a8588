import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { type Server, createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStaticServer, listen, normaliseBase } from '../../scripts/static-server.mjs';

let folder: string;
let port: number;
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unwatched-'));
  await writeFile(join(folder, 'secret.txt'), 'outside');
  const site = join(folder, 'site');
  await mkdir(join(site, '_astro'), { recursive: true });
  await writeFile(join(site, 'index.html'), 'home');
  await writeFile(join(site, '404.html'), 'no such page');
  await writeFile(join(site, '_astro', 'a.js'), 'plain');
  await writeFile(join(site, '_astro', 'a.js.br'), brotliCompressSync('compressed'));
  server = createStaticServer(site, '/course');
  port = await listen(server, 0);
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const get = (path: string, headers?: HeadersInit) =>
  fetch(`http://localhost:${port}${path}`, { headers, redirect: 'manual' });

test('serves a page under the base path with the site’s headers', async () => {
  const response = await get('/course/');
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('home');
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test('sends the compressed copy', async () => {
  const response = await get('/course/_astro/a.js', { 'Accept-Encoding': 'br' });
  expect(response.headers.get('Content-Encoding')).toBe('br');
  expect(response.headers.get('Cache-Control')).toContain('immutable');
  expect(await response.text()).toBe('compressed');
});

test.each(['/course/nowhere/', '/nowhere/', '/', '/courses/'])(
  'answers %s with the site’s own page',
  async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('no such page');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  },
);

test('leads from the base path to its slash', async () => {
  const response = await get('/course');
  expect(response.status).toBe(308);
  expect(response.headers.get('Location')).toBe('/course/');
});

test.each(['/course/../secret.txt', '/course/%2e%2e/secret.txt', '/course/..%2fsecret.txt'])(
  'does not leave its folder for %s',
  async (path) => {
    // fetch would tidy the path up before it asks.
    const status = await new Promise((resolve) => {
      request({ port, path, host: 'localhost' }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(404);
  },
);

test('outlives a malformed range', async () => {
  const response = await get('/course/', { Range: 'bytes=3-1' });
  expect(await response.text()).toBe('home');
});

test('takes the next port when the one wished for is taken', async () => {
  const second = createServer();
  expect(await listen(second, port)).toBeGreaterThan(port);
  second.close();
});

test.each([
  [undefined, ''],
  ['/', ''],
  ['/course', '/course'],
  ['course/', '/course'],
  ['/a/b/', '/a/b'],
])('reads the base path %s as "%s"', (setting, base) => {
  expect(normaliseBase(setting)).toBe(base);
});
