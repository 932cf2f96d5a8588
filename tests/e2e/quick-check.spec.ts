import type { Locator, Page } from '@playwright/test';
import { readEntries } from '../../src/lib/read-course.ts';
import { check as schema } from '../../src/schemas/check.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn, tabTo } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { check: words } = interfaceText;

const id = 'which-way-round';
const { options } = readEntries('content', 'checks/en/two-faces.yaml', schema).get(id)!;
const right = options.findIndex(({ correct }) => correct);
const wrong = options.findIndex(({ correct }) => !correct);

/** The beginning of an option's feedback, up to the first figure in it. */
const feedback = (index: number) => options[index]!.feedback.split('{')[0]!.trim();

async function openCheck(page: Page): Promise<Locator> {
  await page.goto('lessons/two-faces/');
  return page.locator(`#check-${id}`);
}

const option = (check: Locator, index: number) => check.getByRole('radio').nth(index);
const submit = (check: Locator) => check.getByRole('button', { name: words.answer });
const tryAgain = (check: Locator) => check.getByRole('button', { name: words.tryAgain });

/** The feedback of one option is in sight and has been announced, and no other is. */
async function expectFeedback(check: Locator, index: number): Promise<void> {
  const shown = check.locator('details p').filter({ visible: true });
  await expect(shown).toHaveCount(1);
  await expect(shown).toContainText(feedback(index));
  const verdict = index === right ? words.right : words.notQuite;
  await expect(check.getByRole('status')).toContainText(`${verdict} ${feedback(index)}`);
}

test('no answer chosen is said in words', async ({ page }) => {
  const check = await openCheck(page);
  await submit(check).click();
  await expect(check.getByRole('status')).toHaveText(words.choose);
  await expect(check.getByRole('status')).toBeVisible();
  await expect(check.locator('details p').filter({ visible: true })).toHaveCount(0);
  await expect(tryAgain(check)).toBeHidden();
});

test('wrong, why, again, right', async ({ page }) => {
  const check = await openCheck(page);
  await expect(tryAgain(check)).toBeHidden();
  await option(check, wrong).check();
  await expect(check.locator('details p').filter({ visible: true })).toHaveCount(0);
  await submit(check).click();
  await expectFeedback(check, wrong);

  await tryAgain(check).click();
  await expect(check.locator('details p').filter({ visible: true })).toHaveCount(0);
  await expect(check.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(check.getByRole('status')).toBeEmpty();

  await option(check, right).check();
  await submit(check).click();
  await expectFeedback(check, right);
});

test('a second answer takes the place of the first', async ({ page }) => {
  const check = await openCheck(page);
  for (const index of [right, wrong]) {
    await option(check, index).check();
    await submit(check).click();
    await expectFeedback(check, index);
  }
});

test('the keyboard alone goes all the way', async ({ page }) => {
  const check = await openCheck(page);
  await tabTo(page, option(check, 0));
  await page.keyboard.press('Space');
  for (let index = 0; index < wrong; index += 1) await page.keyboard.press('ArrowDown');
  await pressOn(page, submit(check), 'Enter');
  await expectFeedback(check, wrong);

  await pressOn(page, tryAgain(check), 'Enter');
  await expect(option(check, 0), 'the focus stays in the check').toBeFocused();
  await page.keyboard.press('Space');
  for (let index = 0; index < right; index += 1) await page.keyboard.press('ArrowDown');
  // Enter in a form is the same as its button.
  await page.keyboard.press('Enter');
  await expectFeedback(check, right);
});

test('one check does not touch another', async ({ page }) => {
  const check = await openCheck(page);
  const other = page.locator('quick-check').nth(1);
  await other.getByRole('radio').first().check();
  await option(check, right).check();
  await submit(check).click();
  await expect(other.getByRole('radio').first()).toBeChecked();
  await expect(other.locator('details p').filter({ visible: true })).toHaveCount(0);
});
