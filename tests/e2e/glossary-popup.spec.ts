import type { Locator, Page } from '@playwright/test';
import { plainText } from '../../src/lib/inline.ts';
import { readEntries } from '../../src/lib/read-course.ts';
import { term as schema } from '../../src/schemas/term.ts';
import { interfaceText } from '../support/interface-text.ts';
import { tabTo } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const id = 'deployment';
const meaning = plainText(
  readEntries('content', 'glossary/en/terms.yaml', schema).get(id)!.meaning,
);
const inGlossary = new RegExp(`/glossary/#${id}$`);

async function openLesson(page: Page): Promise<{ term: Locator; popup: Locator; link: Locator }> {
  await page.goto('lessons/two-faces/');
  const term = page.locator(`.prose a.term[href$="#${id}"]`).first();
  const popup = page.locator('#term-popup');
  await term.scrollIntoViewIfNeeded();
  return { term, popup, link: popup.getByRole('link', { name: interfaceText.glossary.entry }) };
}

/** The pop-up shows the meaning, beside the term and not over it, within the window. */
async function expectBeside(term: Locator, popup: Locator): Promise<void> {
  await expect(popup).toBeVisible();
  await expect(popup).toContainText(meaning);
  await expect(term).toHaveAccessibleDescription(meaning);
  await expect(term).not.toHaveAttribute('title');
  const [at, box] = [(await term.boundingBox())!, (await popup.boundingBox())!];
  expect(box.y >= at.y + at.height || box.y + box.height <= at.y, 'beside the term').toBe(true);
  expect(box.width).toBeLessThanOrEqual(320);
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(term.page().viewportSize()!.width);
}

test('the pointer opens a meaning, may move onto it, and Escape closes it', async ({ page }) => {
  const { term, popup, link } = await openLesson(page);
  await expect(term).toHaveAccessibleDescription(meaning);
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();

  await term.hover();
  await expectBeside(term, popup);
  expect(await height(), 'nothing moves').toBe(before);
  await link.hover();
  // Longer than it stays once the pointer has left.
  await page.waitForTimeout(600);
  await expect(popup).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(popup).toBeHidden();
  await page.mouse.move(2, 2);
  await expect(term).toHaveAttribute('title', meaning);
  await term.hover();
  await expect(popup).toBeVisible();
  await page.mouse.move(2, 2);
  await expect(popup).toBeHidden();
});

test('the focus opens a meaning and goes on past it, and Enter follows the link', async ({
  page,
}) => {
  const { term, popup } = await openLesson(page);
  await tabTo(page, term);
  await expectBeside(term, popup);
  await page.keyboard.press('Tab');
  // What comes next is a term as well.
  await expect(popup).not.toContainText(meaning);
  await expect(page.locator('a.term:focus')).toHaveAttribute('aria-describedby', /./);
  await page.keyboard.press('Shift+Tab');
  await expect(term).toBeFocused();
  await expectBeside(term, popup);
  await page.keyboard.press('Escape');
  await expect(popup).toBeHidden();
  await expect(term).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(inGlossary);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 320, height: 640 } });

  test('the first tap opens a meaning, and its link goes on', async ({ page }) => {
    const { term, popup, link } = await openLesson(page);
    await term.tap();
    await expectBeside(term, popup);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.locator('.prose h2').first().tap();
    await expect(popup).toBeHidden();

    await term.tap();
    await expectBeside(term, popup);
    await expect(page).toHaveURL(/two-faces\/$/);
    await link.tap();
    await expect(page).toHaveURL(inGlossary);
  });
});
