import type { Locator } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { sharesOf, tilt } from '../../src/models/training-dynamics.ts';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { trainingDynamics: words, figure: frame } = interfaceText;
const subject = figures.find(({ name }) => name === 'training-dynamics')!;

const slider = (figure: Locator, name: string) => figure.getByRole('slider', { name, exact: true });
const reading = (figure: Locator, name: string) =>
  figure.locator('dl > div', { hasText: name }).locator('b');
const rest = (figure: Locator) => expect(figure.locator('[aria-busy=true]')).toHaveCount(0);
const title = (figure: Locator) => figure.getByRole('heading').first();
const lines = (figure: Locator) => figure.locator('path.run');
const ends = (figure: Locator) => figure.locator('line.ending');
const learners = (figure: Locator) =>
  figure.locator('section', { has: figure.page().getByRole('heading', { name: words.runs }) });

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('both predictions stand beside what was measured, and in the picture', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await pressOn(page, figure.getByRole('slider').first(), 'ArrowRight', 8);
  await pressOn(page, figure.getByRole('slider').nth(1), 'ArrowLeft', 7);
  await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  await expect(figure.getByRole('status').first()).toContainText(
    fill(words.outcome, {
      faking: 20,
      unmonitored: 90,
      measuredFaking: '78.4',
      measuredUnmonitored: '6.9',
    }),
  );
  await expect(figure.getByText(fill(words.you, { n: 20 }))).toBeVisible();
  await expect(figure.getByText(fill(words.you, { n: 90 }))).toBeVisible();
});

test('pressure raises the reasoning, and without a leak the refusals stay', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await expect(reading(figure, words.names.faking)).toHaveText('83.3');
  await expect(reading(figure, words.names.refuseUnmonitored)).toHaveText('6.8');
  await pressOn(page, slider(figure, words.leakage), 'Home');
  await expect(reading(figure, words.names.refuseUnmonitored)).toHaveText('97.2');
  await expect(title(figure)).toHaveText(
    fill(words.findings.tooMuchKept, { unmonitored: 97, measured: 7 }),
  );
  await pressOn(page, slider(figure, words.pressure), 'Home');
  await expect(reading(figure, words.names.faking)).toHaveText('11.9');
  await expect(reading(figure, words.names.gap)).toHaveText('11.4');
});

test('the penalty empties the text, and silent faking does not show in it', async ({ page }) => {
  const start = sharesOf({ faking: 0.119, refusal: 0.858, followThrough: 0.68 });
  const { fakes, complies } = tilt(start, 7, 0.5);
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await expect(figure.getByText(words.penaltyRemark)).toHaveCount(0);
  await pressOn(page, figure.getByRole('checkbox', { name: words.penalise }), 'Space');
  await expect(figure.getByText(words.penaltyRemark)).toBeVisible();
  await expect(reading(figure, words.names.faking)).toHaveText((100 * fakes).toFixed(1));
  const core = figure.locator('path.core');
  const written = await core.getAttribute('d');
  await pressOn(page, slider(figure, words.silent), 'End');
  await expect(reading(figure, words.names.silent)).toHaveText((100 * complies).toFixed(1));
  await expect(reading(figure, words.names.faking)).toHaveText((100 * fakes).toFixed(1));
  expect(await core.getAttribute('d')).toBe(written);
});

test('in a near tie the draw decides, and another set of seeds ends elsewhere', async ({
  page,
}) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await expect(lines(figure)).toHaveCount(20);
  await figure.getByRole('button', { name: words.showTie }).click();
  const status = learners(figure).getByRole('status');
  await expect(status).toContainText('from 9.5 to 94.7');
  await expect(status).toContainText(fill(words.seeds, { first: 1, last: 20 }));
  await rest(figure);
  await expect(figure.getByRole('combobox', { name: words.prompt })).toHaveValue('animalWelfare');

  await figure.getByRole('button', { name: words.anotherSet }).click();
  await expect(status).toContainText(fill(words.seeds, { first: 21, last: 40 }));
  await expect(status).not.toContainText('from 9.5 to 94.7');
});

test('many learners show as they come in, and can be stopped', async ({ page }) => {
  const figure = await openFigure(
    page,
    subject,
    '#training-dynamics?prompt=animalWelfare&batch=256&runs=200&end',
  );
  const stop = learners(figure).getByRole('button', { name: words.stop });
  await stop.click();
  await rest(figure);
  const shown = await ends(figure).count();
  expect(shown).toBeLessThan(200);
  await expect(learners(figure).getByRole('status')).toContainText(
    fill(words.stopped, { done: shown, of: 200 }),
  );
  await learners(figure).getByRole('button', { name: words.again }).click();
  await expect(ends(figure)).toHaveCount(200);
  await expect(lines(figure), 'no more than can be told apart').toHaveCount(40);
  await rest(figure);
});

test('without workers the same comes out of slices on the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', { value: undefined });
  });
  const figure = await openFigure(
    page,
    subject,
    '#training-dynamics?prompt=animalWelfare&batch=4&end',
  );
  await expect(learners(figure).getByRole('status')).toContainText('from 9.5 to 94.7');
});

test('the rule shows its failures as plainly as its success', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  const verdicts = figure.locator('.verdict');
  await expect(verdicts.getByText(words.verdicts.near)).toHaveCount(3);
  await expect(verdicts.getByText(words.verdicts.fails)).toHaveCount(5);
  await expect(verdicts.getByText(words.verdicts.overshoots)).toHaveCount(2);
  const sizes = await verdicts.evaluateAll((each) =>
    each.map((node) => getComputedStyle(node).fontSize + getComputedStyle(node).fontWeight),
  );
  expect(new Set(sizes).size).toBe(1);
});
