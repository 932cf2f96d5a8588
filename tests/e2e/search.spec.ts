import type { Page } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { interfaceText } from '../support/interface-text.ts';
import { expect, test } from './fixtures.ts';

const { search: words, site } = interfaceText;

const field = (page: Page) => page.getByRole('searchbox', { name: words.label });
const status = (page: Page) => page.getByRole('status');
const results = (page: Page) => page.locator('site-search li');

test('a phrase finds the lesson, and its link works', async ({ page }) => {
  await page.goto('search/');
  await field(page).pressSequentially('compliance gap');
  const link = results(page).getByRole('link', { name: 'The experiment', exact: true });
  await expect(link).toBeVisible();
  await expect(page).toHaveURL(/\?q=compliance%20gap$/);
  await expect(results(page).locator('mark').first()).toBeVisible();

  await link.click();
  await expect(page).toHaveURL(/\/lessons\/the-experiment\//);
  await page.goBack();
  await expect(field(page)).toHaveValue('compliance gap');
  await expect(link).toBeVisible();
});

test('a technical term finds its entry in the glossary', async ({ page }) => {
  await page.goto('search/');
  await field(page).pressSequentially('sandbagging');
  const found = results(page).filter({ hasText: site.glossary });
  await expect(found).toHaveCount(1);
  await found.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(site.glossary);
});

test('a question is answered by the glossary first, and by lessons before sources', async ({
  page,
}) => {
  await page.goto('search/?q=what is alignment faking?');
  const entry = page.locator('site-search .terms p');
  await expect(entry).toHaveCount(1);
  await expect(entry.getByRole('link')).toHaveAttribute('href', /\/glossary\/#alignment-faking$/);
  await expect(results(page).first()).toBeVisible();
  const paths = await results(page)
    .locator('> a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  expect(paths[0]).toContain('/lessons/');
  expect(paths.slice(0, 6).join()).not.toMatch(/\/(sources|evidence|teach)\//);

  // Words that any page holds find nothing by themselves, unless there are no others.
  await field(page).fill('the');
  await expect(results(page).first()).toBeVisible();
  await expect(entry).toHaveCount(0);
});

test('nothing found is said, and stays text', async ({ page }) => {
  await page.goto('search/');
  const term = '<i>qqzzvv';
  await field(page).fill(term);
  await expect(status(page)).toHaveText(fill(words.none, { term }));
  await expect(results(page)).toHaveCount(0);
  await expect(page.locator('main i')).toHaveCount(0);
});

test('a search can be shared by its address', async ({ page }) => {
  await page.goto('search/?q=corridor');
  await expect(field(page)).toHaveValue('corridor');
  await expect(results(page).first()).toBeVisible();
  await expect(status(page)).toHaveText(fill(words.some, { n: await results(page).count() }));
});

test('an emptied field empties the results, however late they come', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/pagefind/fragment/**', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('search/?q=scratchpad');
  const fragment = page.waitForResponse('**/pagefind/fragment/**');
  await page.waitForRequest('**/pagefind/fragment/**');
  await field(page).fill('');
  await expect(status(page)).toBeEmpty();
  release();
  await (await fragment).finished();
  // Long enough for the answer to reach the page, had it been let in.
  await page.waitForTimeout(300);
  await expect(results(page)).toHaveCount(0);
  await expect(status(page)).toBeEmpty();
});

test('the page of a wrong address searches too', async ({ page }) => {
  await page.goto('404.html');
  await page.getByRole('searchbox').fill('scratchpad');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=scratchpad$/);
  await expect(results(page).first()).toBeVisible();
});

test.describe('while the index cannot be loaded', () => {
  test.use({ tolerated: [/net::ERR_FAILED|Failed to (load|fetch)/] });

  for (const [part, pattern] of [
    ['its script', '**/pagefind/pagefind.js*'],
    ['its data', '**/pagefind/*-entry.json*'],
    ['a result', '**/pagefind/fragment/**'],
  ] as const) {
    test(`for want of ${part}, the page says so and recovers`, async ({ page }) => {
      await page.route(pattern, (route) => route.abort());
      await page.goto('search/');
      await field(page).fill('scratchpad');
      await expect(status(page)).toHaveText(words.failed);
      await expect(results(page)).toHaveCount(0);

      await page.unroute(pattern);
      await field(page).fill('compliance');
      await expect(results(page).first()).toBeVisible();
      await expect(status(page)).not.toHaveText(words.failed);
    });
  }
});
