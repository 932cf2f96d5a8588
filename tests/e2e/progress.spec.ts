import type { Page } from '@playwright/test';
import { eventOf, join } from '../../src/learning/record.ts';
import { writeRecordFile } from '../../src/learning/record-file.ts';
import { readReceipt } from '../../src/learning/receipt.ts';
import { fill } from '../../src/lib/fill.ts';
import { interfaceText } from '../support/interface-text.ts';
import { bringIn } from '../support/keeping.ts';
import { longRecord } from '../support/long-record.ts';
import { savedText } from '../support/saved-file.ts';
import { expect, test } from './fixtures.ts';

const { home, marks, progress: words } = interfaceText;
const own = words.record;

const check = 'two-faces/which-way-round';
const question = 'robust-detection';
const record = join(longRecord([check], [question], { answers: 500, notes: 40_000 }), {
  events: [eventOf({ kind: 'read', lesson: 'the-experiment' })],
  documents: [],
});
const text = writeRecordFile(record);

const button = (page: Page, name: string) => page.getByRole('button', { name });

async function bringInRecord(page: Page) {
  await page.goto('progress/');
  await expect(page.getByText(words.empty)).toBeVisible();
  await bringIn(page, text);
  const preview = page.getByRole('group', { name: fill(own.preview, { name: 'mine.json' }) });
  await expect(preview).toBeFocused();
  await expect(preview).toContainText(fill(own.fresh, { n: record.events.length }));
  await button(page, own.apply).click();
  await expect(page.getByText(own.imported)).toBeVisible();
}

const saved = (page: Page, name: string) => savedText(page, button(page, name).first());

test('a record comes in, makes a receipt, is deleted, comes back and goes out as it was', async ({
  page,
}) => {
  await bringInRecord(page);
  await page.reload();
  await expect(page.getByText(fill(words.firstTry, { answers: 1, right: 0 }))).toBeVisible();

  await page.getByLabel(words.receipt.name).fill('Ada');
  await button(page, words.receipt.all).click();
  await button(page, words.receipt.make).click();
  const receipt = await saved(page, words.receipt.save);
  expect(readReceipt(receipt)).toMatchObject({ intact: true, receipt: { name: 'Ada' } });
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(fill(words.receipt.of, { name: 'Ada' }))).toBeVisible();
  await expect(page.getByText(words.lessons, { exact: true })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  await bringIn(page, text.slice(0, -20));
  await expect(page.getByText(words.faults.truncated)).toContainText(own.nothingChanged);

  await button(page, own.delete).click();
  await button(page, own.deleteNow).click();
  await expect(page.getByText(words.empty)).toBeVisible();
  await button(page, own.undo).click();
  await expect(page.getByText(own.undone)).toBeVisible();
  expect(await saved(page, own.export)).toBe(text);
});

test('the maps show how far a reader is, and nothing moves', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('lessons/');
  await page.waitForLoadState('networkidle');
  expect(fetched.filter((url) => url.includes('mark-lessons'))).toEqual([]);

  await bringInRecord(page);
  for (const path of ['lessons/', '']) {
    await page.goto(path);
    const station = page.locator('[data-lesson-mark="the-experiment"]');
    await expect(station).toContainText(marks.begun);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
              sum += entry.value;
            }
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 200);
        }),
    );
    expect(shift).toBe(0);
  }
  const title = (await page
    .locator('[data-lesson-mark="the-experiment"]')
    .getAttribute('data-title'))!;
  await expect(page.getByRole('link', { name: fill(home.goOn, { title }) })).toBeVisible();
});
