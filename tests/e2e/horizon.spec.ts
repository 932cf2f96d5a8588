import type { Locator } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { readEvidence } from '../../src/lib/read-content.ts';
import { defaults, one, ratesOf } from '../../src/widgets/horizon/horizon.ts';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { horizon: words, figure: frame } = interfaceText;
const subject = figures.find(({ name }) => name === 'horizon')!;

const slider = (figure: Locator, name: string) => figure.getByRole('slider', { name });
const neverUsed = (figure: Locator) => figure.getByRole('radio', { name: words.neverUsed });
/** The three numbers side by side: instrumental, as set, terminal. */
const three = (figure: Locator) => figure.locator('dd').allTextContents();
const shape = (figure: Locator) => figure.locator('path.rim').getAttribute('d');

function expected(changed: Partial<typeof defaults>): string[] {
  const rates = ratesOf({ ...defaults, ...changed } as typeof defaults);
  return [rates.instrumental, rates.yours, rates.terminal].map((each) => one(each.alignmentFaking));
}

test('a prediction by keyboard is met by three answers, each of which fits', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await expect(figure.getByRole('heading', { name: words.question })).toBeVisible();
  await expect(figure.getByText(words.compare)).toBeHidden();

  await pressOn(page, figure.getByRole('radio', { name: words.predictSame }), 'Space');
  await page.keyboard.press('ArrowDown');
  await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  const [instrumental, yours, terminal] = expected({ used: false }) as [string, string, string];
  await expect(figure.getByRole('status').first()).toContainText(
    fill(words.outcome, { guess: words.predictLess, instrumental, yours, terminal }),
  );
  await expect(figure.getByRole('heading', { name: words.findingPublished })).toBeVisible();
});

test('as published the split turns the curve and moves no number', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  const atRest = await three(figure);
  expect(new Set(atRest).size, 'one and the same number').toBe(1);
  const answers = figure.locator('svg[data-picture]').last();
  const gap = (await answers.getAttribute('aria-label'))!;
  let before = await shape(figure);
  for (const key of ['Home', 'End', 'ArrowLeft']) {
    await pressOn(page, slider(figure, words.share), key);
    expect(await three(figure)).toEqual(atRest);
    await expect(answers).toHaveAttribute('aria-label', gap);
    await expect(figure.getByRole('heading', { name: words.findingPublished })).toBeVisible();
    const after = await shape(figure);
    expect(after).not.toBe(before);
    before = after;
  }
});

test('with weights that are never used the two kinds come apart', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await pressOn(page, figure.getByRole('radio', { name: words.used }), 'ArrowRight');
  await expect(neverUsed(figure)).toBeChecked();
  expect(await three(figure)).toEqual(expected({ used: false }));
  await expect(figure.getByRole('heading', { name: words.findingPartEnded })).toBeVisible();

  await pressOn(page, slider(figure, words.share), 'Home');
  expect(await three(figure)).toEqual(expected({ used: false, terminal: 0 }));
  await expect(figure.getByRole('heading', { name: words.findingEnded })).toBeVisible();
  // A future that does not come cannot be seen any further.
  await pressOn(page, slider(figure, words.discount), 'End');
  expect(await three(figure)).toEqual(expected({ used: false, terminal: 0 }));

  await figure.getByRole('button', { name: frame.reset }).click();
  expect(await three(figure)).toEqual(expected({}));
});

test('the horizon is said in chats', async ({ page }) => {
  const figure = await openFigure(page, subject, '#horizon?discount=0.01&end');
  const horizon = slider(figure, words.discount);
  await pressOn(page, horizon, 'ArrowLeft');
  await expect(horizon).toHaveAttribute('aria-valuetext', fill(words.countsOne, { discount: 0 }));
  await pressOn(page, horizon, 'End');
  const hundred = fill(words.countsMany, { discount: 0.99, n: 100 });
  await expect(horizon).toHaveAttribute('aria-valuetext', hundred);
  await expect(figure.getByText(hundred)).toBeVisible();
});

test('graver stakes stand in for a shorter horizon', async ({ page }) => {
  const figure = await openFigure(page, subject, '#horizon?discount=0.75&stakes=2.5&end');
  expect(new Set(await three(figure)).size).toBe(3);
  await pressOn(page, slider(figure, words.stakes), 'ArrowRight');
  await expect(figure.getByRole('heading', { name: words.findingAlike })).toBeVisible();
  expect(await three(figure)).toEqual(expected({}));
});

test('published rates stand only beside the setting that they belong to', async ({ page }) => {
  const evidence = readEvidence();
  const rate = (id: string, name: string) => evidence.get(id)!.figures![name]!;
  const faking = rate('G24-027', 'af');
  const speedTest = fill(words.publishedSpeedTest, { rate: rate('S25-005', 'value').value! });

  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  const printed = figure.locator('text.plain', { hasText: `${faking.value} ± ${faking.se}` });
  const later = figure.locator('text.plain', { hasText: speedTest });
  await expect(printed).toBeVisible();
  await expect(later).toBeHidden();
  await neverUsed(figure).check();
  await expect(printed).toBeHidden();
  await expect(later).toBeVisible();

  await figure.getByText(frame.table).click();
  const cells = figure.getByRole('row', { name: words.rowPublished }).getByRole('cell');
  await expect(cells).toHaveText(
    [
      faking.value!,
      undefined,
      undefined,
      100 - rate('G24-027', 'refuse_train').value!,
      100 - rate('G24-027', 'refuse_unmonitored').value!,
      rate('G24-027', 'gap').value!,
    ].map((value) => value?.toFixed(1) ?? '–'),
  );
});
