import type { Page } from '@playwright/test';
import type { ServerResponse } from 'node:http';
import { figures, skipPrediction } from '../../support/figures.ts';
import { interfaceText } from '../../support/interface-text.ts';
import { builtFile } from '../../support/own-site.ts';
import { expect, testOwnSite as test } from '../fixtures.ts';

const { figure: frame, missingScript: words } = interfaceText;

const lesson = 'lessons/right-reward-wrong-goal/';
const [broken, whole] = figures.filter((each) => each.lesson === lesson);
/** The script of the lesson's first figure, and what all figures share. */
const ownScript = new RegExp(`component-url="/(?:[^"]*/)?(_astro/[^"]*)"`).exec(
  builtFile(`${lesson}index.html`),
)![1]!;

test.use({ tolerated: [/Failed to (load|fetch)|net::ERR_|MIME type|^uncaught: /] });

const figureOn = (page: Page, name: string) => page.locator(`#${name}`);
const into = (page: Page, name: string) =>
  figureOn(page, name).evaluate((node) => node.scrollIntoView());
/** Goes to a figure that works, and lets its outcome be seen. */
async function use(page: Page, name: string) {
  await into(page, name);
  await expect(figureOn(page, name)).toHaveAttribute('data-figure', 'ready');
  await skipPrediction(figureOn(page, name));
  await expect(figureOn(page, name).locator('.controls').first()).toBeVisible();
}
const missing = (page: Page) => page.getByRole('alert').filter({ hasText: words.part });

const send = (response: ServerResponse, type: string, body: string, code = 200): true => {
  response.writeHead(code, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
  return true;
};

/** What may come in place of a script. */
const wrong: Record<string, (response: ServerResponse, path: string) => boolean> = {
  'is not there': (response) => send(response, 'text/html', '<h1>Not found</h1>', 404),
  'breaks off': ({ req }) => Boolean(req.socket.destroy()),
  'is a page to log in': (response) => send(response, 'text/html', '<title>Log in</title>'),
  'is cut short': (response, path) => {
    const script = builtFile(path);
    return send(response, 'text/javascript', script.slice(0, script.length / 2));
  },
};

/** The figure's picture and table stand, and nothing that would need its script. */
async function expectStill(page: Page, name: string) {
  const figure = figureOn(page, name);
  await expect(figure.locator('svg[data-picture]').first()).toBeVisible();
  await expect(figure.getByText(frame.withoutScript)).toBeVisible();
  await expect(figure.locator('button, input, select').filter({ visible: true })).toHaveCount(0);
}

test('#26 one chunk is missing, broken off, a page to log in, or cut short: its figure stays as a picture, the others work, and it can be fetched again', async ({
  page,
  site,
}) => {
  for (const [how, answer] of Object.entries(wrong)) {
    await test.step(how, async () => {
      site.instead = (path, _, response) => path === ownScript && answer(response, path);
      await page.goto(lesson);
      await into(page, broken!.name);
      await expect(missing(page), how).toHaveCount(1);
      await expectStill(page, broken!.name);
    });
  }
  await use(page, whole!.name);

  // Still in vain, and then not.
  const again = missing(page).getByRole('button', { name: words.fetch });
  await again.click();
  await expect(again).toBeFocused();
  site.instead = () => false;
  await again.click();
  await use(page, broken!.name);
  await expect(missing(page)).toHaveCount(0);
});

test('#26 one chunk is slow: the page is used meanwhile, and the figure comes when it comes', async ({
  page,
  site,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  site.instead = (path, _, response) => {
    if (path !== ownScript) return false;
    void held.then(() => send(response, 'text/javascript', builtFile(path)));
    return true;
  };
  await page.goto(lesson, { waitUntil: 'commit' });
  await use(page, whole!.name);
  await page.locator('[data-theme-switch]').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(figureOn(page, broken!.name)).toHaveAttribute('data-figure', 'waiting');
  await expect(missing(page)).toHaveCount(0);
  release();
  await use(page, broken!.name);
});

test('#26 every script is slow: what a reader pressed, set or unfolded meanwhile is done when it is there', async ({
  page,
  site,
}) => {
  const { lab } = interfaceText;
  /** Opens a page whose scripts wait until they are released. */
  const openSlowly = async (path: string) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    site.instead = (path, _, response) => {
      if (!path.startsWith('_astro/') || !path.endsWith('.js')) return false;
      void held.then(() => send(response, 'text/javascript', builtFile(path)));
      return true;
    };
    await page.goto(path, { waitUntil: 'commit' });
    return release;
  };
  const island = page.locator('astro-island[ssr]');

  let release = await openSlowly('lessons/how-far-ahead/');
  const guess = figureOn(page, 'horizon').getByRole('radio').first();
  await guess.check();
  await expect(island).not.toHaveCount(0);
  release();
  // The answer counts: without it the button would stay off.
  await figureOn(page, 'horizon').getByRole('button', { name: frame.commit }).click();
  await expect(figureOn(page, 'horizon').locator('[data-outcome]')).toBeVisible();

  release = await openSlowly('lab/horizon/#horizon?used=false&end');
  await page.getByRole('button', { name: lab.compare.keep }).click();
  await page.getByText(lab.embed.title).click();
  await page.getByRole('checkbox', { name: lab.embed.noControls }).check();
  await expect(island).not.toHaveCount(0);
  release();
  await expect(page.getByText(lab.compare.same)).toBeVisible();
  await expect(page.getByRole('textbox', { name: lab.embed.code })).toHaveValue(/without=all/);
});

test('#23 a deploy under an open page: nothing loads by itself, and loading it again is the new version', async ({
  page,
  site,
}) => {
  await page.goto(lesson);
  let loads = 0;
  page.on('load', () => (loads += 1));
  // The names of the old version are gone from the server.
  site.instead = (path, _, response) =>
    path.startsWith('_astro/') && send(response, 'text/html', '<h1>Not found</h1>', 404);
  await into(page, whole!.name);
  await expect(missing(page).first()).toBeVisible();
  await expectStill(page, whole!.name);
  expect(loads).toBe(0);
  site.instead = () => false;
  await missing(page).first().getByRole('button', { name: words.reload }).click();
  await use(page, whole!.name);
  expect(loads).toBe(1);
});

test('#28 every script file is blocked: text, pictures, tables and answers are there', async ({
  page,
  site,
}) => {
  site.instead = (path, _, response) =>
    path.endsWith('.js') && send(response, 'text/plain', '', 403);
  await page.goto(lesson);
  await expect(page.getByRole('alert').filter({ hasText: words.page })).toBeVisible();
  for (const { name } of [broken!, whole!]) {
    await into(page, name);
    await expectStill(page, name);
    await figureOn(page, name).getByText(frame.table).click();
    await expect(figureOn(page, name).getByRole('table').first()).toBeVisible();
  }
  const check = page.locator('quick-check').first();
  await check.getByText(interfaceText.check.without).first().click();
  await expect(check.locator('details[open] p').first()).toBeVisible();
  site.instead = () => false;
  await page
    .getByRole('alert')
    .filter({ hasText: words.page })
    .getByRole('button', { name: words.reload })
    .click();
  await use(page, broken!.name);
  await expect(page.getByRole('alert').filter({ hasText: words.page })).toHaveCount(0);
});

test('#28 a script of the page that is cut short is said too', async ({ page, site }) => {
  const script = /<script type="module" src="\/(?:[^"]*\/)?(_astro\/Base[^"]*)"/.exec(
    builtFile('index.html'),
  )![1]!;
  site.instead = (path, _, response) => path === script && wrong['is cut short']!(response, path);
  await page.goto('lessons/two-faces/');
  await expect(page.getByRole('alert').filter({ hasText: words.page })).toHaveCount(1);
});

test('#27 without its style sheets a lesson reads from top to bottom', async ({ page, site }) => {
  site.instead = (path, _, response) =>
    path === lesson &&
    send(
      response,
      'text/html',
      builtFile(`${lesson}index.html`).replace(/<style[^>]*>[\s\S]*?<\/style>/g, ''),
    );
  await page.goto(lesson);
  await into(page, broken!.name);
  await expect(figureOn(page, broken!.name)).toHaveAttribute('data-figure', 'ready');
  await expect(figureOn(page, broken!.name).locator('svg[data-picture]').first()).toBeVisible();
  const tops = await page
    .locator('h1, .prose > :is(p, h2, ul, ol), footer')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top));
  expect(tops.length).toBeGreaterThan(20);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
});
