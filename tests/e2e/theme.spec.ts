import type { Page } from '@playwright/test';
import { interfaceText } from '../support/interface-text.ts';
import { expect, test } from './fixtures.ts';

const { site } = interfaceText;

const themeSwitch = (page: Page) => page.getByRole('button', { name: site.theme });
const background = (page: Page) =>
  page.locator('html').evaluate((root) => getComputedStyle(root).backgroundColor);

test('the switch turns the page dark and light again', async ({ page }) => {
  await page.goto('');
  const light = await background(page);
  await themeSwitch(page).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await background(page)).not.toBe(light);
  await themeSwitch(page).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await background(page)).toBe(light);
});

test('without a choice the page follows the system', async ({ page }) => {
  await page.goto('');
  const light = await background(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await background(page);
  expect(dark).not.toBe(light);
  await themeSwitch(page).click();
  expect(await background(page), 'the first press leaves what the system chose').toBe(light);
});

test('the choice holds after reloading and on other pages', async ({ page }) => {
  await page.goto('');
  const light = await background(page);
  await themeSwitch(page).click();
  await page.reload();
  expect(await background(page)).not.toBe(light);
  for (const path of ['glossary/', 'lessons/two-faces/', '404.html']) {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  }
});

test('a chosen theme is there before anything is painted', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('theme', 'dark');
    // Nothing is painted before there is a body.
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      Object.assign(window, { themeAtBody: document.documentElement.dataset['theme'] });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  for (const path of ['', 'lessons/the-experiment/', 'search/']) {
    await page.goto(path);
    expect(await page.evaluate(() => Reflect.get(window, 'themeAtBody') as unknown)).toBe('dark');
  }
});

for (const [how, value] of [
  ['holds another word', 'sepia'],
  ['holds markup', '"><script>'],
] as const) {
  test(`a memory that ${how} is ignored`, async ({ page }) => {
    await page.addInitScript((theme) => localStorage.setItem('theme', theme), value);
    await page.goto('');
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  });
}
