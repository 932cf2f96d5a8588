import type { Locator, Page } from '@playwright/test';
import { readEntries } from '../../src/lib/read-course.ts';
import { check as schema, type Check } from '../../src/schemas/check.ts';
import { interfaceText } from '../support/interface-text.ts';
import { fill } from '../../src/lib/fill.ts';
import { keptRecord } from '../support/kept-record.ts';
import { pressOn, tabTo } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { check: words } = interfaceText;

/** A check of a lesson, which must be of a certain kind. */
function checkOf<Kind extends Check['kind']>(kind: Kind, lesson: string, id: string) {
  const asked = readEntries('content', `checks/en/${lesson}.yaml`, schema).get(id);
  if (asked?.kind !== kind) throw new Error(`${lesson}/${id} is no check of the kind ${kind}.`);
  return { lesson, id, ...(asked as Extract<Check, { kind: Kind }>) };
}

const one = checkOf('single', 'two-faces', 'which-way-round');
const number = checkOf('numeric', 'two-faces', 'refused-in-training');
const several = checkOf('multiple', 'the-experiment', 'what-it-was-told');
const order = checkOf('order', 'learning-from-reward', 'one-round');
const { options } = one;
const right = options.findIndex(({ correct }) => correct);
const wrong = options.findIndex(({ correct }) => !correct);

/** The beginning of a feedback, up to the first figure in it. */
const beginning = (text: string) => text.split('{')[0]!.trim();
const feedback = (index: number) => beginning(options[index]!.feedback);

async function openCheck(
  page: Page,
  { lesson, id }: { lesson: string; id: string } = one,
): Promise<Locator> {
  await page.goto(`lessons/${lesson}/`);
  const check = page.locator(`#check-${id}`);
  // What makes a check work is fetched when one comes near.
  await check.scrollIntoViewIfNeeded();
  return check;
}

test('a check that was answered before says how, with nothing chosen and nothing moved', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  const check = await openCheck(page);
  await option(check, wrong).check();
  await submit(check).click();
  await expectFeedback(check, wrong);
  await expect.poll(async () => JSON.stringify(await keptRecord(page))).toContain('answered');
  await page.reload();
  await check.scrollIntoViewIfNeeded();
  const line = check.locator('.before');
  await expect(line).toHaveText(words.beforeWrong);
  await expect(check.locator(':checked')).toHaveCount(0);
  const untouched = page.locator('#check-spot-the-faker .before');
  await expect(untouched).toBeEmpty();
  const moved = await check.evaluate((element) => {
    const { height } = element.getBoundingClientRect();
    const text = element.querySelector('.before')!;
    const said = text.textContent;
    text.textContent = '';
    const without = element.getBoundingClientRect().height;
    text.textContent = said;
    return height - without;
  });
  expect(moved).toBe(0);

  await option(check, right).check();
  await submit(check).click();
  await expect(line).toBeHidden();
  await tryAgain(check).click();
  await expect(line).toHaveText(words.beforeRight);
});

test('the numbers of a question lead nowhere before it is answered, and those of its feedback do', async ({
  page,
}) => {
  await page.goto('lessons/the-experiment/');
  const check = page.locator('#check-what-the-78-is');
  await expect(check.locator('legend [data-evidence]')).toHaveCount(1);
  await expect(page.locator(':is(legend, .part label) :is(a, [title]):not(.term)')).toHaveCount(0);
  await expect(check.locator('details a').first()).toBeAttached();
});

const option = (check: Locator, index: number) =>
  check.locator('.option').nth(index).getByRole('radio');
const submit = (check: Locator) => check.getByRole('button', { name: words.answer });
const tryAgain = (check: Locator) => check.getByRole('button', { name: words.tryAgain });
const shown = (check: Locator) => check.locator('details p').filter({ visible: true });

/** The feedback of one option is in sight and has been announced, and no other is. */
async function expectFeedback(check: Locator, index: number): Promise<void> {
  await expect(shown(check)).toHaveCount(1);
  await expect(shown(check)).toContainText(feedback(index));
  const verdict = index === right ? words.right : words.notQuite;
  await expect(check.getByRole('status')).toContainText(`${verdict} ${feedback(index)}`);
}

/** What the page is told of answers from now on. */
async function hearAnswers(page: Page): Promise<() => Promise<unknown[]>> {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    document.addEventListener('learned', (event) => heard.push((event as CustomEvent).detail));
  });
  return () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
}

test('no answer chosen is said in words, and a chosen one is explained', async ({ page }) => {
  const check = await openCheck(page);
  await submit(check).click();
  await expect(check.getByRole('status')).toHaveText(words.choose);
  await expect(check.getByRole('status')).toBeVisible();
  await expect(shown(check)).toHaveCount(0);
  await expect(tryAgain(check)).toBeHidden();

  // A second answer takes the place of the first.
  for (const index of [right, wrong]) {
    await option(check, index).check();
    await submit(check).click();
    await expectFeedback(check, index);
  }
});

test('wrong, why, again, right, by the keyboard alone', async ({ page }) => {
  const check = await openCheck(page);
  await tabTo(page, option(check, 0));
  await page.keyboard.press('Space');
  for (let index = 0; index < wrong; index += 1) await page.keyboard.press('ArrowDown');
  await expect(shown(check)).toHaveCount(0);
  await pressOn(page, submit(check), 'Enter');
  await expectFeedback(check, wrong);

  await pressOn(page, tryAgain(check), 'Enter');
  await expect(option(check, 0), 'the focus stays in the check').toBeFocused();
  await expect(shown(check)).toHaveCount(0);
  await expect(check.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(check.getByRole('status')).toBeEmpty();
  await page.keyboard.press('Space');
  for (let index = 0; index < right; index += 1) await page.keyboard.press('ArrowDown');
  // Enter in a form is the same as its button.
  await page.keyboard.press('Enter');
  await expectFeedback(check, right);
});

test('an answer is told to the page, with how sure one was where one said so', async ({ page }) => {
  const check = await openCheck(page);
  const other = page.locator('quick-check').nth(2);
  const heard = await hearAnswers(page);
  const answer = { kind: 'answered', check: `${one.lesson}/${one.id}` };

  await other.getByRole('radio').first().check();
  await option(check, wrong).check();
  await submit(check).click();
  await tryAgain(check).click();
  await option(check, right).check();
  await check.getByRole('radio', { name: words.sure75 }).check();
  await submit(check).click();
  expect(await heard()).toEqual([
    { ...answer, given: String(wrong), right: false },
    { ...answer, given: String(right), right: true, sure: 75 },
  ]);
  // One check does not touch another.
  await expect(other.getByRole('radio').first()).toBeChecked();
  await expect(shown(other)).toHaveCount(0);
});

test('of several answers each is explained, and how many were right', async ({ page }) => {
  const check = await openCheck(page, several);
  const of = several.options.length;
  const fits = several.options.flatMap(({ correct }, index) => (correct ? [index] : []));
  const box = (index: number) => check.getByRole('checkbox').nth(index);
  const status = check.getByRole('status');

  await box(fits[0]!).check();
  await submit(check).click();
  await expect(shown(check)).toHaveCount(of);
  await expect(status).toBeVisible();
  await expect(status).toHaveText(fill(words.tally, { right: of - fits.length + 1, of }));
  await expect(check.getByText(words.belongs, { exact: true })).toHaveCount(fits.length);

  for (const index of fits) await box(index).check();
  await submit(check).click();
  await expect(status).toHaveText(fill(words.allRight, { of }));
});

test('things are put in order by the keyboard, and each move is announced', async ({ page }) => {
  const check = await openCheck(page, order);
  const of = order.items.length;
  const status = check.getByRole('status');
  const heard = await hearAnswers(page);
  const name = (place: number) => order.items[place]!.text.replace(/\.$/, '');
  const first = check.locator('.item[data-place="0"]');
  const up = first.getByRole('button', { name: fill(words.moveUp, { item: name(0) }) });
  await expect(check.locator('.item').first()).not.toHaveAttribute('data-place', '0');

  await tabTo(page, up);
  while (await up.isEnabled()) await page.keyboard.press('Enter');
  await expect(status).toHaveText(fill(words.moved, { item: name(0), place: 1, of }));
  const down = first.getByRole('button', { name: fill(words.moveDown, { item: name(0) }) });
  await expect(down, 'the focus stays with what was moved').toBeFocused();

  await submit(check).click();
  await expect(shown(check)).toHaveCount(of);
  for (let place = 1; place < of; place += 1) {
    const item = check.locator(`.item[data-place="${place}"]`);
    const toMove = item.getByRole('button', { name: fill(words.moveUp, { item: name(place) }) });
    const placeNow = () => item.evaluate((node) => [...node.parentElement!.children].indexOf(node));
    while ((await placeNow()) > place) await toMove.press('Enter');
  }
  await expect(shown(check), 'a move takes back what was said').toHaveCount(0);
  await submit(check).click();
  await expect(status).toHaveText(fill(words.allRight, { of }));
  expect(await heard()).toMatchObject([{ right: false }, { right: true, given: '0 1 2 3 4' }]);
});

test('a number is too low, too high or right, and letters are none', async ({ page }) => {
  const check = await openCheck(page, number);
  const field = check.getByRole('textbox');
  const status = check.getByRole('status');
  await submit(check).click();
  await expect(status).toHaveText(words.noNumber);
  await field.fill('ten');
  await field.press('Enter');
  await expect(status).toHaveText(words.unclearNumber);
  await expect(status).toBeVisible();
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');

  for (const [typed, verdict, said] of [
    ['12,5', words.tooLow, number.feedback.low],
    ['100', words.tooHigh, number.feedback.high],
    ['86 %', words.right, number.feedback.right],
  ] as const) {
    await field.fill(typed);
    await field.press('Enter');
    await expect(shown(check)).toHaveCount(1);
    await expect(shown(check)).toContainText(`${verdict} ${beginning(said)}`);
    await expect(status).toContainText(verdict);
  }
  await expect(field).not.toHaveAttribute('aria-invalid');
  await tryAgain(check).click();
  await expect(field).toHaveValue('');
  await expect(shown(check)).toHaveCount(0);
});
