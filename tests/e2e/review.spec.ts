import type { Page } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { interfaceText } from '../support/interface-text.ts';
import { answer, answered } from '../support/keeping.ts';
import { keptRecord } from '../support/kept-record.ts';
import { expect, test } from './fixtures.ts';

const { check: checkWords, review: words } = interfaceText;
const day = 86_400_000;

test('checks come back another day: answered, skipped, taken back, and not asked twice', async ({
  page,
}) => {
  await page.clock.setFixedTime(Date.UTC(2026, 4, 4, 10));
  await page.goto('review/');
  await expect(page.getByText(words.nothingYet)).toBeVisible();
  await page.goto('lessons/two-faces/');
  for (const which of [0, 1]) {
    const check = page.locator('quick-check[data-kind=single]').nth(which);
    await check.locator('.part input').first().check();
    await check.getByRole('button', { name: checkWords.answer }).click();
  }
  await expect
    .poll(async () => (await keptRecord(page))['events']?.length)
    .toBeGreaterThanOrEqual(2);

  await page.clock.setFixedTime(Date.UTC(2026, 4, 4, 10) + 40 * day);
  await page.goto('review/');
  await page.getByRole('button', { name: words.start }).click();
  const current = page.locator('quick-check').filter({ visible: true });
  await expect(current).toHaveCount(1);
  const first = await current.getAttribute('data-check');
  await page.getByRole('button', { name: words.skip }).click();
  await expect(current).not.toHaveAttribute('data-check', first!);

  const answerIt = async () => {
    await current.locator('.part input').first().check();
    await current.getByRole('button', { name: checkWords.answer }).click();
  };
  await answerIt();
  await page.getByRole('button', { name: words.undo }).click();
  await expect
    .poll(async () => (await keptRecord(page))['events']?.at(-1))
    .toMatchObject({ kind: 'withdrawn' });
  await answerIt();
  await page.getByRole('button', { name: words.next }).click();
  await expect(current).toHaveAttribute('data-check', first!);
  await answerIt();
  await page.getByRole('button', { name: words.next }).click();
  await expect(page.getByText('Done. 2 reviewed.')).toBeVisible();
  await page.getByRole('button', { name: words.end }).click();
  await expect(page.getByRole('button', { name: words.start })).toBeHidden();
});

/** The check that is asked, and a button of the page. */
const asked = (page: Page) => page.locator('quick-check').filter({ visible: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Gives a wrong answer to the check that is asked, or the right one. */
async function give(page: Page, right: boolean) {
  const check = asked(page);
  await check.locator(`.part[data-correct=${right}] input`).first().check();
  await check.getByRole('button', { name: checkWords.answer }).click();
}

/** Two checks of a lesson that were answered forty days before the page of reviews is opened. */
async function openWithTwoDue(page: Page) {
  await page.clock.setFixedTime(Date.UTC(2026, 4, 4, 10));
  await page.goto('lessons/two-faces/');
  for (const which of [0, 1]) await answer(page, which);
  await expect.poll(() => answered(page)).toHaveLength(2);
  await page.clock.setFixedTime(Date.UTC(2026, 4, 4, 10) + 40 * day);
  await page.goto('review/');
}

const withdrawn = async (page: Page) => {
  const { events = [] } = await keptRecord(page);
  const gone = events.flatMap(({ kind, of }) => (kind === 'withdrawn' ? of : []));
  return events.filter(({ id }) => gone.includes(id)).map(({ check, right }) => [check, right]);
};

test('a second try is no second check of the day, and goes with the first when taken back', async ({
  page,
}) => {
  await openWithTwoDue(page);
  await page.getByText(words.settings, { exact: true }).click();
  await page.getByLabel(words.limit).fill('2');
  await page.getByLabel(words.limit).press('Enter');
  await button(page, words.start).click();
  const wrongThenRight = async () => {
    await give(page, false);
    await asked(page).getByRole('button', { name: checkWords.tryAgain }).click();
    await give(page, true);
  };
  await wrongThenRight();
  await button(page, words.end).click();
  await expect(page.getByText(fill(words.due, { n: 1 }))).toBeVisible();

  await button(page, words.start).click();
  const check = await asked(page).getAttribute('data-check');
  await wrongThenRight();
  await button(page, words.undo).click();
  await expect
    .poll(() => withdrawn(page))
    .toEqual([
      [check, false],
      [check, true],
    ]);
  await expect(asked(page)).toHaveAttribute('data-check', check!);
});

test('an answer that is taken back before the browser has kept it takes no earlier one along', async ({
  page,
}) => {
  await openWithTwoDue(page);
  await button(page, words.start).click();
  const check = (await asked(page).getAttribute('data-check'))!;
  await give(page, false);
  await expect.poll(async () => (await answered(page)).length).toBe(3);

  // It is due again the next day; what keeps answers, and the store, are slow then.
  await page.clock.setFixedTime(Date.UTC(2026, 4, 4, 10) + 42 * day);
  let arrive = () => {};
  const arriving = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/keep-learning\.[^/]*\.js/, async (route) => {
    await arriving;
    await route.continue();
  });
  await page.goto('review/');
  await button(page, words.start).click();
  while ((await asked(page).getAttribute('data-check')) !== check)
    await button(page, words.skip).click();
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('unwatched');
      opening.onsuccess = () => resolve(opening.result);
    });
    const held = database.transaction([...database.objectStoreNames], 'readwrite');
    let holding = true;
    const hold = () => {
      if (holding) held.objectStore('events').count().onsuccess = hold;
    };
    hold();
    held.oncomplete = () => database.close();
    Object.assign(window, { letGo: () => (holding = false) });
  });
  await give(page, true);
  await button(page, words.undo).click();
  arrive();
  await expect(button(page, words.undo)).toBeHidden();
  await page.evaluate(() => (window as unknown as { letGo: () => void }).letGo());
  await expect.poll(() => withdrawn(page)).toEqual([[check, true]]);
});
