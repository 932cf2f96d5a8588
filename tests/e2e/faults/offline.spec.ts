import type { Page } from '@playwright/test';
import type { ServerResponse } from 'node:http';
import { fill } from '../../../src/lib/fill.ts';
import { figures, openFigure, skipPrediction } from '../../support/figures.ts';
import { interfaceText } from '../../support/interface-text.ts';
import { OwnBrowser } from '../../support/own-browser.ts';
import {
  builtFile,
  filesIn,
  hashOf,
  keepingOnly,
  loadedBy,
  workerScript,
} from '../../support/own-site.ts';
import { expect, testOwnSite as test } from '../fixtures.ts';

const { newVersion, offline: words, search } = interfaceText;
const script = workerScript();
const files = filesIn(script);
/** The page about keeping, with what it loads: enough where it does not matter how much is kept. */
const needed = new Set([...loadedBy('offline/index.html')].map((path) => `./${path}`));
const few = files.filter(([path]) => path === './offline/' || needed.has(path));

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const status = (page: Page) => page.getByRole('main').getByRole('status');
const says = (page: Page, text: string) => expect(status(page)).toHaveText(text);

/** Whether a worker is at work, and how many files are kept. */
const standing = (page: Page) =>
  page.evaluate(async () => {
    const registrations = await navigator.serviceWorker.getRegistrations();
    const caches = await window.caches.keys();
    const kept = await Promise.all(
      caches.map(async (name) => (await (await window.caches.open(name)).keys()).length),
    );
    return {
      active: registrations.filter(({ active }) => active).length,
      kept: kept.reduce((sum, count) => sum + count, 0),
    };
  });

async function keep(page: Page): Promise<void> {
  await page.goto('offline/');
  await button(page, words.keep).click();
  await says(page, words.kept);
}

const send = (response: ServerResponse, type: string, body: string, code = 200): true => {
  response.writeHead(code, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
  return true;
};

test.use({
  tolerated: [/Failed to (load|fetch)|net::ERR_|ServiceWorker|fetching the script|MIME type/],
});

test('#21 #22 with consent the whole site works without its server, until it is removed', async ({
  page,
  site,
}) => {
  await page.goto('offline/');
  await says(page, words.nothing);
  await expect(page.getByText(/about \d+(\.\d)? MB and takes about \d+(\.\d)? MB/)).toBeVisible();
  expect(await standing(page)).toEqual({ active: 0, kept: 0 });
  await button(page, words.keep).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await says(page, words.kept);
  expect(await standing(page)).toEqual({ active: 1, kept: files.length });

  await site.stop();
  const figure = await openFigure(
    page,
    figures.find(({ name }) => name === 'buoy-race')!,
  );
  await skipPrediction(figure);
  await expect(figure.getByRole('heading', { level: 2 }).first()).toHaveText(/^It circles for/);
  await expect(figure.locator('.race')).toHaveAttribute('aria-busy', 'false');

  await page.goto('search/?q=scratchpad');
  await expect(page.locator('site-search li').first()).toBeVisible();
  await expect(status(page)).not.toHaveText(search.failed);

  await page.goto('not/there/');
  await expect(page.getByText(words.notHere)).toBeVisible();
  await page.goto('offline/');
  await button(page, words.remove).click();
  await says(page, words.removed);
  await expect(page.getByText(words.noSize)).toBeVisible();
  expect(await standing(page)).toEqual({ active: 0, kept: 0 });
  await expect(page.goto('about/')).rejects.toThrow();
});

test('#25 keeping interrupted at a file is not used, and goes on from there', async ({
  page,
  site,
}) => {
  const faults = [
    // Not `response.destroy()`, which does nothing where the one before is still being sent.
    ({ req }: ServerResponse) => Boolean(req.socket.destroy()),
    (response: ServerResponse) => send(response, 'text/html', '<title>Log in</title>'),
    (response: ServerResponse) => send(response, 'text/plain', 'no', 500),
  ];
  site.worker = keepingOnly(script, few);
  const places = [0, 1, Math.floor(few.length / 2), few.length - 1];
  for (const [attempt, at] of places.entries()) {
    const broken = few[at]![0].slice(2);
    // The page asks for some of the files itself, and not in this way.
    site.instead = (path, request, response) =>
      path === broken &&
      request.headers['sec-fetch-dest'] === 'empty' &&
      faults[attempt % faults.length]!(response);
    await page.goto('offline/');
    await button(page, places[attempt - 1] ? words.goOn : words.keep).click();
    await says(page, words.interrupted);
    expect(await standing(page), `at file ${at}`).toEqual({ active: 0, kept: at });
  }

  const asked: string[] = [];
  site.instead = (path) => asked.push(`./${path}`) === 0;
  await button(page, words.goOn).click();
  await says(page, words.kept);
  expect(await standing(page)).toEqual({ active: 1, kept: few.length });
  // What had come is not fetched again.
  expect(asked.filter((path) => few.some(([each]) => each === path))).toEqual([few.at(-1)![0]]);
});

test('#25 a file that stalls is given up after a while, and keeping goes on from there', async ({
  page,
  site,
}) => {
  // The worker’s own patience is a minute; here it lasts until the page says so.
  const untilTold = `(() => {
    const control = new AbortController();
    new BroadcastChannel('patience').onmessage = () => control.abort();
    return control.signal;
  })()`;
  const impatient = script.replace(/AbortSignal\.timeout\(\w+\)/, untilTold);
  expect(impatient).not.toBe(script);
  const at = 3;
  const stalled = files[at]![0].slice(2);
  let asked = () => {};
  const reached = new Promise<void>((resolve) => (asked = resolve));
  site.instead = (path, request, response) => {
    if (path === 'service-worker.js') return send(response, 'text/javascript', impatient);
    if (path !== stalled || request.headers['sec-fetch-dest'] !== 'empty') return false;
    response.writeHead(200, { 'Content-Type': 'text/html' }).write('<!doctype');
    asked();
    return true;
  };
  await page.goto('offline/');
  await button(page, words.keep).click();
  await reached;
  await says(page, words.keeping);
  await page.evaluate(() => new BroadcastChannel('patience').postMessage(''));
  await says(page, words.interrupted);
  expect(await standing(page)).toEqual({ active: 0, kept: at });
});

test('#24 a worker script that is none changes nothing', async ({ page, site }) => {
  const wrong: ((response: ServerResponse) => true)[] = [
    (response) => send(response, 'text/html', '<h1>Not found</h1>', 404),
    (response) => send(response, 'text/plain', 'Sorry', 500),
    (response) => send(response, 'text/html', '<h1>Log in</h1>'),
    (response) => send(response, 'text/javascript', 'garbage that is no script'),
    (response) => send(response, 'text/javascript', ''),
  ];
  let answer = wrong[0]!;
  site.instead = (path, _, response) => path === 'service-worker.js' && answer(response);
  await page.goto('offline/');
  for (answer of wrong) {
    await button(page, words.keep).click();
    await says(page, words.refused);
    expect(await standing(page)).toEqual({ active: 0, kept: 0 });
    await page.reload();
    await says(page, words.nothing);
  }

  // Nor does it take away what is kept.
  site.instead = () => false;
  site.worker = keepingOnly(script, few);
  await keep(page);
  site.instead = (path, _, response) => path === 'service-worker.js' && answer(response);
  for (answer of wrong.slice(0, -1)) {
    const update = page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect(update).rejects.toThrow();
    expect(await standing(page)).toEqual({ active: 1, kept: few.length });
  }
  await site.stop();
  await page.reload();
  await says(page, words.kept);
});

test('#23 a new version of a kept site waits, mixes with nothing and loses no note', async ({
  page,
  site,
}) => {
  await keep(page);
  await page.goto('questions/');
  const note = page.getByRole('main').getByRole('textbox').first();
  const open = async () => {
    await page.locator('details > summary').first().click();
    await note.scrollIntoViewIfNeeded();
  };
  await open();
  await note.fill('Written before the new version came.');

  // The next version: another page About, and one script fewer, which the server no longer has.
  const about = builtFile('about/index.html').replace('<h1', '<h1 data-version="2"');
  const gone = files.find(([path]) => /\/BuoyRace\./.test(path))!;
  const nextScript = keepingOnly(
    script,
    files
      .filter((file) => file !== gone)
      .map(([path, hash]) => [path, path === './about/' ? hashOf(about) : hash]),
  );
  site.instead = (path, _, response) => {
    if (path === 'about/') return send(response, 'text/html', about);
    if (path === 'service-worker.js') return send(response, 'text/javascript', nextScript);
    return path === gone[0].slice(2) && send(response, 'text/plain', 'Gone', 404);
  };
  let loads = 0;
  page.on('load', () => (loads += 1));
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  const notice = page.locator('#new-version');
  await expect(notice).toContainText(newVersion.ready);
  await expect(note).toHaveValue('Written before the new version came.');
  expect(loads).toBe(0);

  // A second page, opened now, is of the first version still, and its figure too.
  const second = await page.context().newPage();
  await second.goto('about/');
  await expect(second.locator('[data-version]')).toHaveCount(0);
  const figure = await openFigure(
    second,
    figures.find(({ name }) => name === 'buoy-race')!,
  );
  await skipPrediction(figure);
  await expect(figure.getByRole('heading', { level: 2 }).first()).toHaveText(/^It circles for/);

  await button(page, newVersion.use).click();
  await expect(notice).toContainText(fill(newVersion.others, { n: 1 }));
  await second.close();
  expect(loads).toBe(0);

  await button(page, newVersion.use).click();
  await expect(notice).toBeHidden();
  await open();
  await expect(note).toHaveValue('Written before the new version came.');
  expect(loads).toBe(1);
  await site.stop();
  await page.goto('about/');
  await expect(page.locator('[data-version]')).toHaveCount(1);
  expect((await standing(page)).kept).toBe(files.length - 1);
});

test(
  '#25 where the browser has no room it says so and lets go of what it took',
  { tag: '@cdp' },
  async ({ page, site }) => {
    site.worker = keepingOnly(script, few);
    await page.goto('offline/');
    const session = await page.context().newCDPSession(page);
    const room = (quotaSize?: number) =>
      session.send('Storage.overrideQuotaForOrigin', {
        origin: new URL(page.url()).origin,
        ...(quotaSize === undefined ? {} : { quotaSize }),
      });
    await room(20_000);
    await button(page, words.keep).click();
    await says(page, words.full);
    expect(await standing(page)).toEqual({ active: 0, kept: 0 });
    await room();
    await button(page, words.keep).click();
    await says(page, words.kept);

    // Removed under a page that came from there, and kept once more.
    await page.reload();
    await button(page, words.remove).click();
    await says(page, words.removed);
    await button(page, words.keep).click();
    await says(page, words.kept);
    expect(await standing(page)).toEqual({ active: 1, kept: few.length });
  },
);

test(
  '#22 the browser is started again and the server is dead: the kept pages open',
  { tag: '@cdp' },
  async ({ site }) => {
    const browser = await OwnBrowser.create();
    site.worker = keepingOnly(script, [
      ...few,
      ...files.filter(([path]) => path === './lessons/two-faces/'),
    ]);
    try {
      const first = await browser.start();
      await first.goto(`${site.url}offline/`);
      await button(first, words.keep).click();
      await says(first, words.kept);
      await browser.kill();
      await site.stop();
      const page = await browser.start();
      await page.goto(`${site.url}lessons/two-faces/`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.goto(`${site.url}offline/`);
      await says(page, words.kept);
    } finally {
      await browser.discard();
    }
  },
);
