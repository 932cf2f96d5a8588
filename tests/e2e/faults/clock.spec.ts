import { longestSession } from '../../../src/learning/review-settings.ts';
import { interfaceText } from '../../support/interface-text.ts';
import { keptRecord } from '../../support/kept-record.ts';
import { savedText } from '../../support/saved-file.ts';
import { expect, test } from '../fixtures.ts';

const { progress, review } = interfaceText;

test.use({ timezoneId: 'Europe/Berlin' });

test('#20 the clock jumps: no count is negative, never is all asked at once, and no entry changes its place', async ({
  page,
}) => {
  const dates = [
    ['before summer time begins', '2026-03-28T23:30:00Z'],
    ['in the hour that is left out', '2026-03-29T01:00:00Z'],
    ['ten years on', '2036-03-29T12:00:00Z'],
    ['ten years back', '2016-03-29T12:00:00Z'],
    ['1970', '1970-01-01T00:00:00Z'],
    ['a leap day', '2028-02-29T12:00:00Z'],
    ['set right', '2026-03-30T12:00:00Z'],
  ] as const;
  let before: string[] = [];
  const asks: number[] = [];
  for (const [what, date] of dates) {
    await test.step(what, async () => {
      await page.clock.setFixedTime(new Date(date));
      await page.goto('review/');
      const checks = await page
        .locator('quick-check[data-check]')
        .evaluateAll((all) => all.map((check) => check.getAttribute('data-check')!));
      expect(checks.length).toBeGreaterThan(longestSession);
      // All of them at first, and after each jump every seventh, right and wrong in turn.
      const asked = checks.filter((_, index) => before.length === 0 || index % 7 === 0);
      await page.evaluate((asked) => {
        for (const [index, check] of asked.entries()) {
          const detail = { kind: 'answered', check, given: '0', right: index % 2 === 0 };
          document.body.dispatchEvent(new CustomEvent('learned', { bubbles: true, detail }));
        }
      }, asked);
      const ids = async () =>
        ((await keptRecord(page))['events'] ?? []).map(({ id }) => String(id));
      await expect.poll(async () => (await ids()).length).toBe(before.length + asked.length);
      const now = await ids();
      expect(
        now.filter((id) => before.includes(id)),
        'in their old order',
      ).toEqual(before);
      before = now;

      const due = page.locator('.due');
      await expect(due).toBeVisible();
      asks.push(parseInt((await due.textContent())!) || 0);
      const counts = (await page.locator('.forecast b').allTextContents()).map(Number);
      expect(counts).toHaveLength(14);
      for (const count of counts) expect(count).toBeGreaterThanOrEqual(0);
      const start = page.getByRole('button', { name: review.start });
      if (await start.isVisible()) {
        await start.click();
        await expect(page.locator('quick-check').filter({ visible: true })).toHaveCount(1);
      }
    });
  }
  expect(Math.max(...asks), 'after ten years, as many as in any session').toBe(longestSession);
  await page.goto('progress/');
  const text = await savedText(page, page.getByRole('button', { name: progress.record.export }));
  const { events } = JSON.parse(text) as { events: { id: string }[] };
  expect(events.map(({ id }) => id)).toEqual(before);
});
