import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtBase } from '../../scripts/built-base.mjs';
import { listen } from '../../scripts/static-server.mjs';
import { filesOfVisit } from '../../scripts/visit-costs.mjs';
import { stop } from '../support/course-system.ts';
import { interfaceText } from '../support/interface-text.ts';
import { readToTheEnd } from '../support/read-to-the-end.ts';
import { sitePages } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const base = builtBase();
const lesson = 'lessons/two-faces/';
const { check: words, hosting } = interfaceText;

const fileOf = (path: string) => path.replace(/(^|\/)$/, '$1index.html');

test('every address on every page stays below the path of the site and leads to a file', () => {
  const wrong: string[] = [];
  for (const path of sitePages()) {
    const html = readFileSync(join(dist, fileOf(path)), 'utf8');
    const addresses = html.matchAll(/\s(?:href|src|action|[a-z]+-url)="(\/[^"#?]*)/g);
    for (const address of new Set([...addresses].map(([, found = '']) => found))) {
      const inner = address.startsWith(`${base}/`) ? address.slice(base.length + 1) : undefined;
      const leads = inner !== undefined && existsSync(join(dist, decodeURI(fileOf(inner))));
      if (!leads || address.includes('//')) wrong.push(`/${path} leads to ${address}`);
    }
  }
  expect(wrong).toEqual([]);
});

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** A host that knows files and folders and nothing else: no headers, no compression, no page of its own for a 404. */
async function startPlainHost() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://host');
    const file = join(dist, decodeURI(fileOf(pathname.slice(base.length + 1))));
    const known = pathname.startsWith(`${base}/`) && existsSync(file);
    if (!known) return response.writeHead(404).end();
    const type = types[extname(file)];
    if (type) response.setHeader('Content-Type', type);
    return response.end(readFileSync(file));
  });
  const url = `http://localhost:${await listen(server, 0)}${base}/`;
  return { url, stop: () => stop(server) };
}

const onPlainHost = test.extend<{ host: { url: string } }>({
  host: async ({}, use) => {
    const host = await startPlainHost();
    await use(host);
    await host.stop();
  },
  baseURL: ({ host }, use) => use(host.url),
});

onPlainHost('a host that only hands out files is enough', async ({ page }) => {
  await page.goto(lesson);
  const policy = page.locator('meta[http-equiv="content-security-policy"]');
  await expect(policy).toHaveAttribute('content', /default-src 'none'/);
  await readToTheEnd(page);
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  const check = page.locator('quick-check[data-kind=single]').first();
  await check.locator('.part input').first().check();
  await check.getByRole('button', { name: words.answer }).click();
  await expect(check.getByRole('button', { name: words.tryAgain })).toBeVisible();

  await page.goto('search/?q=scratchpad');
  await expect(page.locator(`main a[href*="${base}/lessons/"]`).first()).toBeVisible();
});

test.describe('in a frame of another site', () => {
  // localhost and 127.0.0.1 are two sites to a browser, which keeps apart what each stores.
  test.use({ tolerated: [/^request: http:\/\/127\.0\.0\.1|frame-ancestors|X-Frame-Options/i] });

  test('lessons and assignments work, and what could be lost by a click refuses', async ({
    page,
    context,
    baseURL,
  }) => {
    const server = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(
        '<!doctype html><title>Course</title><iframe width="900" height="700"></iframe>',
      );
    });
    const port = await listen(server, 0, '127.0.0.1');
    await page.goto(`http://127.0.0.1:${port}/`);
    const show = (path: string) =>
      page.evaluate(
        (address) => void (document.querySelector('iframe')!.src = address),
        `${baseURL}${path}`,
      );
    const framed = page.frameLocator('iframe');

    await show(lesson);
    const check = framed.locator('quick-check[data-kind=single]').first();
    await check.locator('.part input').first().check();
    await check.getByRole('button', { name: words.answer }).click();
    await expect(check.getByRole('button', { name: words.tryAgain })).toBeVisible();

    const [beside] = await Promise.all([
      context.waitForEvent('page'),
      framed.getByRole('link', { name: interfaceText.site.progress, exact: true }).click(),
    ]);
    await expect(beside).toHaveURL(`${baseURL}progress/`);
    await beside.close();
    await expect(framed.locator('quick-check').first()).toBeAttached();
    await framed.getByRole('link', { name: interfaceText.site.sources, exact: true }).click();
    await expect(framed.locator('h1')).toHaveText(interfaceText.site.sources);

    await show('assignment/#assignment?title=Week&lessons=two-faces&end');
    await expect(framed.locator('h1')).toBeVisible();

    for (const path of ['progress/', '']) {
      await show(path);
      await expect.poll(() => page.frames()[1]?.url()).toContain('chrome-error:');
    }
    await stop(server);
  });
});

test('the cost of a visit leaves out nothing that a page asks for', async ({ page, baseURL }) => {
  const all = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  const paths = new Set(all.map((path) => path.replaceAll('\\', '/')));
  const texts = new Map(
    [...paths]
      .filter((path) =>
        /^(index\.html|lessons\/[^/]+\/index\.html|_astro\/.*\.(js|css))$/.test(path),
      )
      .map((path) => [path, readFileSync(join(dist, path), 'utf8')]),
  );
  const asked = new Set<string>();
  page.on('request', (request) => {
    asked.add(fileOf(new URL(request.url()).href.slice(baseURL!.length).replace(/[?#].*/, '')));
  });
  for (const path of ['', 'lessons/right-reward-wrong-goal/']) {
    asked.clear();
    await page.goto(path);
    await readToTheEnd(page);
    await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
    const counted = filesOfVisit(fileOf(path), texts, paths);
    expect([...asked].filter((file) => !counted.has(file))).toEqual([]);
    expect(asked.size).toBeGreaterThan(8);
  }

  await page.goto('about/hosting/');
  const rows = await page
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) =>
        [...row.querySelectorAll('td')].map(({ textContent }) =>
          Number(textContent.replace(',', '')),
        ),
      ),
    );
  expect(rows).toHaveLength(Object.keys(hosting.visits).length);
  for (const [answers, brotli, gzip, plain] of rows as [number, number, number, number][]) {
    expect(answers).toBeGreaterThan(0);
    expect(brotli).toBeGreaterThan(0);
    expect(gzip).toBeGreaterThanOrEqual(brotli);
    expect(plain).toBeGreaterThanOrEqual(gzip);
  }
});
