import { interfaceText } from '../support/interface-text.ts';
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
