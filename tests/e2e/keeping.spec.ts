import { interfaceText } from '../support/interface-text.ts';
import { answer, answered, lesson, notice } from '../support/keeping.ts';
import { expect, test } from './fixtures.ts';

// The part that keeps what a reader does comes when it is needed. What becomes of it where the browser's
// storage fails is in `faults/`.

const { check: words, keeping } = interfaceText;

test('what keeps an answer is there before the answer, and the answer on the way back', async ({
  page,
}) => {
  await page.goto(lesson);
  const check = page.locator('quick-check[data-kind=single]').first();
  const part = page.waitForResponse(/keep-learning\.[^/]*\.js$/);
  await check.locator('.part input').first().check();
  await part;
  await check.getByRole('button', { name: words.answer }).click();
  await expect.poll(() => answered(page)).toHaveLength(1);
  await page.goto('glossary/');
  await page.goBack();
  await answer(page, 1);
  await expect.poll(() => answered(page)).toHaveLength(2);
});

test.describe('a part that does not arrive', () => {
  test.use({ tolerated: [/keep-learning/] });

  test('to keep an answer is missed aloud, and fetched with the next answer', async ({ page }) => {
    const part = /keep-learning\.[^/]*\.js/;
    await page.route(part, (route) => route.abort());
    await page.goto(lesson);
    await answer(page, 0);
    await expect(notice(page).getByText(keeping.missing)).toBeVisible();
    await page.unroute(part);
    await answer(page, 1);
    await expect.poll(() => answered(page)).toHaveLength(2);
    await expect(notice(page)).toBeHidden();
  });
});
