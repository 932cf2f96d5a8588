import type { Locator, Page } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { readPromptVariations } from '../../src/lib/read-content.ts';
import { along, up } from '../../src/widgets/variation-atlas/plane.ts';
import {
  defaults,
  pointSentence,
  shownOf,
  withError,
  type AtlasState,
} from '../../src/widgets/variation-atlas/variation-atlas.ts';
import { pack, unpack } from '../../src/widgets/variation-atlas/variations.ts';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { variationAtlas: words, figure: frame } = interfaceText;
const subject = figures.find(({ name }) => name === 'variation-atlas')!;
const variations = unpack(pack(readPromptVariations()));
const row = (number: number) => variations[number - 1]!;

const rest = (figure: Locator) => expect(figure.locator('[aria-busy=true]')).toHaveCount(0);
const plane = (figure: Locator) => figure.getByRole('slider', { name: words.plane });
const count = (changed: Partial<AtlasState>) =>
  fill(words.count, {
    n: shownOf({ ...defaults, ...changed } as AtlasState, variations).length,
    all: 145,
  });

async function open(page: Page, fragment = ''): Promise<Locator> {
  const figure = await openFigure(page, subject, fragment);
  if (!fragment) await skipPrediction(figure);
  await rest(figure);
  return figure;
}

/** Where a variation's point lies on the screen. */
async function placeOf(figure: Locator, number: number): Promise<{ x: number; y: number }> {
  await plane(figure).evaluate((node) => node.scrollIntoView({ block: 'center' }));
  const ground = (await figure.locator('rect.ground').boundingBox())!;
  const { af, gap } = row(number);
  return {
    x: ground.x + ground.width * along(af.value),
    y: ground.y + ground.height * (1 - up(gap.value)),
  };
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('both predictions stand beside what was published', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await pressOn(page, figure.getByRole('slider', { name: words.predictHonesty }), 'ArrowLeft', 4);
  await pressOn(page, figure.getByRole('slider', { name: words.predictNever }), 'Home');
  await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  await rest(figure);
  await expect(figure.getByRole('status').first()).toContainText(
    fill(words.outcome, {
      honesty: 8,
      never: 0,
      publishedHonesty: withError(row(40).af),
      publishedNever: withError(row(42).af),
      published: withError(row(1).af),
    }),
  );
  for (const guess of [8, 0])
    await expect(figure.getByText(fill(words.you, { guess }))).toBeVisible();
});

test('keys go from point to point, say what it is, and pin it', async ({ page }) => {
  const figure = await open(page);
  await pressOn(page, plane(figure), 'End');
  await expect(plane(figure)).toHaveAttribute('aria-valuetext', pointSentence(words, row(116)));
  await expect(plane(figure)).toHaveAttribute('aria-valuenow', '145');
  await page.keyboard.press('ArrowUp');
  await expect(plane(figure)).toHaveAttribute('aria-valuetext', pointSentence(words, row(11)));
  await page.keyboard.press('ArrowUp');
  await expect(plane(figure)).toHaveAttribute('aria-valuetext', pointSentence(words, row(32)));
  await page.keyboard.press('ArrowRight');
  await expect(plane(figure)).toHaveAttribute('aria-valuetext', pointSentence(words, row(30)));

  await page.keyboard.press('Enter');
  const less = figure.locator('.card', { hasText: words.difference });
  await expect(less).toContainText('+19.4 ± 3.9');
  await expect(less).toContainText('+21.6 ± 4.3');
  await page.keyboard.press('Enter');
  await expect(less).toHaveCount(0);
  await page.keyboard.press('b');
  await expect(less).toContainText('+19.4 ± 3.9');

  // Only what is shown is gone to.
  await figure.getByRole('combobox', { name: words.kind }).selectOption('unchanged');
  await pressOn(page, plane(figure), 'Home');
  await expect(plane(figure)).toHaveAttribute('aria-valuetext', pointSentence(words, row(1)));
  await page.keyboard.press('PageDown');
  await expect(plane(figure)).toHaveAttribute('aria-valuetext', pointSentence(words, row(58)));
});

test('filters leave some points, and the lines go through those', async ({ page }) => {
  const figure = await open(page);
  const said = figure.locator('.lines dd');
  await expect(said.first()).toContainText('0.86 to 1.11');
  await expect(figure.locator('path.band')).toHaveCount(2);

  await figure.getByRole('combobox', { name: words.setting }).selectOption('helpful-only');
  await expect(figure.getByText(count({ setting: 'helpful-only' }), { exact: true })).toBeVisible();
  await expect(said.nth(1)).toHaveText(words.noFit);
  await expect(figure.locator('path.band')).toHaveCount(1);

  await pressOn(page, figure.getByRole('searchbox', { name: words.search }), 'h');
  await page.keyboard.type('onest');
  await expect(
    figure.getByText(count({ setting: 'helpful-only', search: 'honest' }), { exact: true }),
  ).toBeVisible();
  await expect(said.first()).not.toContainText('0.86 to 1.11');
  await page.keyboard.type('y');
  await expect(said.first()).toHaveText(words.noFit);
  await expect(figure.getByRole('heading', { name: words.findingNone })).toBeVisible();

  await figure.getByRole('button', { name: words.showAll }).click();
  await expect(figure.getByText(count({}), { exact: true })).toBeVisible();
  await expect(said.first()).toContainText('0.86 to 1.11');
});

test('a rectangle that is dragged on the plane can be set by numbers too', async ({ page }) => {
  const figure = await open(page);
  const [from, to] = [await placeOf(figure, 116), await placeOf(figure, 10)];
  await page.mouse.move(to.x - 20, to.y - 15);
  await page.mouse.down();
  await page.mouse.move(to.x, from.y, { steps: 4 });
  await page.mouse.move(from.x + 15, from.y + 15, { steps: 4 });
  await page.mouse.up();
  await expect(figure.getByText(words.cutNote)).toBeVisible();
  await figure.getByText(words.region).click();
  const bound = (name: string) => figure.getByRole('spinbutton', { name, exact: true });
  const afFrom = Number(await bound(words.afFrom).inputValue());
  expect(afFrom).toBeGreaterThan(18);
  expect(afFrom).toBeLessThan(row(10).af.value);
  const gapFrom = Number(await bound(words.gapFrom).inputValue());
  expect(gapFrom).toBeLessThan(row(116).gap.value);
  const shown = count({
    afFrom,
    gapFrom,
    afTo: Number(await bound(words.afTo).inputValue()),
    gapTo: Number(await bound(words.gapTo).inputValue()),
  });
  await expect(figure.getByText(shown, { exact: true })).toBeVisible();

  await pressOn(page, plane(figure), 'Escape');
  await expect(figure.getByText(count({}), { exact: true })).toBeVisible();
  await expect(figure.getByText(words.cutNote)).toHaveCount(0);
  await bound(words.afFrom).fill('29.1');
  await bound(words.afFrom).press('Enter');
  await expect(figure.getByText(count({ afFrom: 29.1 }), { exact: true })).toBeVisible();
  // What is no bound is put back, and told.
  const told = figure.locator('details').getByRole('status');
  for (const wrong of ['99', '']) {
    await bound(words.afFrom).fill(wrong);
    await bound(words.afFrom).press('Enter');
    await expect(bound(words.afFrom)).toHaveValue('29.1');
    await expect(told).not.toBeEmpty();
    await bound(words.afFrom).fill('29');
    await bound(words.afFrom).press('Enter');
    await expect(told).toBeEmpty();
    await bound(words.afFrom).fill('29.1');
    await bound(words.afFrom).press('Enter');
  }
});

test('the mouse shows what it is over, and a click keeps it', async ({ page }) => {
  const figure = await open(page);
  const card = figure.locator('.card', { hasText: words.looking });
  const over = await placeOf(figure, 116);
  await page.mouse.move(over.x + 3, over.y);
  await expect(card).toContainText(row(116).name);
  await page.mouse.move(over.x, over.y - 120);
  await expect(card).toContainText(row(40).name);
  await page.mouse.click(over.x, over.y + 3);
  await page.mouse.move(0, 0);
  await expect(card).toContainText(row(116).name);
});

test('a list shows its rows in the plane and takes the reader to them', async ({ page }) => {
  const figure = await open(page);
  await expect(figure.locator('.listed')).toHaveCount(14);
  await figure.getByRole('combobox', { name: words.list }).selectOption('models-ho');
  await expect(figure.locator('.listed')).toHaveCount(7);
  const entries = figure.locator('li button');
  await expect(entries).toHaveText(
    ['sonnet35', 'opus3', 'sonnet3', 'haiku3', 'haiku35', 'gpt4Turbo', 'gpt4o'].map(
      (entry) => words.entries[entry as keyof typeof words.entries],
    ),
  );
  await entries.first().click();
  await expect(plane(figure)).toHaveAttribute('aria-valuetext', pointSentence(words, row(11)));
});

test('the table follows the filters and is sorted by the heads of its columns', async ({
  page,
}) => {
  const figure = await open(page);
  await figure.getByText(frame.table).click();
  const names = figure.locator('tbody tr td:nth-child(2)');
  await expect(names).toHaveCount(145);
  const head = (name: string) => figure.getByRole('columnheader', { name, exact: true });
  await head(words.columns.af).getByRole('button').click();
  await rest(figure);
  await expect(head(words.columns.af)).toHaveAttribute('aria-sort', 'ascending');
  await head(words.columns.af).getByRole('button').click();
  await rest(figure);
  await expect(head(words.columns.af)).toHaveAttribute('aria-sort', 'descending');
  await expect(names.first()).toHaveText(row(116).name);
  await pressOn(page, figure.getByRole('searchbox', { name: words.search }), 'z');
  await expect(names).toHaveCount(0);
});

test('the errors of all points can be drawn', async ({ page }) => {
  const figure = await open(page);
  const crosses = figure.locator('path.errors:not(.near)');
  await expect(crosses).toHaveCount(0);
  await pressOn(page, figure.getByRole('checkbox', { name: words.errors }), 'Space');
  const path = (await crosses.getAttribute('d'))!;
  expect(path.split('M')).toHaveLength(2 * 145 + 1);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a tap near a point looks at it', async ({ page }) => {
    const figure = await open(page);
    const { x, y } = await placeOf(figure, 116);
    await page.touchscreen.tap(x + 14, y + 10);
    await expect(figure.locator('.card', { hasText: words.looking })).toContainText(row(116).name);
    await expect(figure.getByText(count({}), { exact: true })).toBeVisible();
  });
});
