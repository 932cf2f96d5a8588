import type { Locator } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import {
  climb,
  comparison,
  defaults,
  rounded,
  two,
  type EmergenceState,
} from '../../src/widgets/emergence/emergence.ts';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { emergence: words, figure: frame } = interfaceText;
const subject = figures.find(({ name }) => name === 'emergence')!;

const curve = (figure: Locator) => figure.locator('svg.curve');
const width = (change: Partial<EmergenceState>) => two(climb({ ...defaults, ...change }).width);
const bracket = (figure: Locator, steps: number, change: Partial<EmergenceState>) =>
  expect(
    curve(figure).getByText(fill(words.climbNow, { steps, width: width({ steps, ...change }) })),
  ).toBeVisible();
/** What the strips of the skills show: their words and their curves. */
const underneath = (figure: Locator) =>
  figure.locator('svg.skills').evaluate((svg) => svg.innerHTML);

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a prediction stands beside what twelve steps really do', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await expect(curve(figure)).toBeHidden();
  await pressOn(page, figure.getByLabel(words.guesses.sharper), 'Space');
  await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');

  const said = figure.getByRole('status').first();
  const { now, one, delay } = comparison({ ...defaults, steps: 12 });
  await expect(said).toContainText(fill(words.wrongGuess, { guess: words.guesses.sharper }));
  await expect(said).toContainText(
    fill(words.outcome, {
      many: 12,
      factor: rounded(10 ** delay),
      delay: two(delay),
      one: two(one.width),
      width: two(now.width),
    }),
  );
  // The picture shows the case asked about; the sentence stays with it when the slider moves on.
  await bracket(figure, 12, {});
  await pressOn(page, figure.getByRole('slider', { name: words.steps }), 'Home');
  await expect(said).toContainText(two(delay));
  await expect(
    figure.getByRole('heading', { name: fill(words.findingOne, { width: two(one.width) }) }),
  ).toBeVisible();
});

test('another score changes the climb and nothing underneath', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await bracket(figure, 3, {});
  const skills = await underneath(figure);
  const drawn = new Set([await curve(figure).locator('path.now').getAttribute('d')]);

  for (const score of ['partial', 'log', 'seen'] as const) {
    await pressOn(page, figure.getByRole('radio', { checked: true }), 'ArrowRight');
    await expect(figure.getByRole('radio', { name: words.scores[score] })).toBeChecked();
    await expect(figure.getByText(words.rules[score])).toBeVisible();
    await bracket(figure, 3, { score });
    drawn.add(await curve(figure).locator('path.now').getAttribute('d'));
    expect(await underneath(figure)).toBe(skills);
  }
  expect(drawn.size).toBe(4);

  const tries = figure.getByRole('slider', { name: words.tries });
  await pressOn(page, tries, 'End');
  await expect(tries).toHaveAttribute('aria-valuetext', '10,000');
  await bracket(figure, 3, { score: 'seen', tries: 10_000 });
  expect(await underneath(figure)).toBe(skills);
});

test('few sizes are drawn as dots, and the climb stays what it is', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  const dots = curve(figure).locator('circle');
  await expect(dots).toHaveCount(0);
  await figure.getByLabel(words.models).selectOption('5');
  await expect(dots).toHaveCount(5);
  await bracket(figure, 3, {});
  await figure.getByText(frame.table).click();
  await expect(figure.locator('tbody tr')).toHaveCount(5);

  // Below one in a billion there is no axis to put a dot on.
  await figure.getByRole('radio', { name: words.scores.log }).check();
  await expect(dots).toHaveCount(4);
});

test('an even axis crowds the small sizes and leaves the climb its width', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  const span = curve(figure).locator('line.span').last();
  const share = async () => parseFloat((await span.getAttribute('x2'))!);
  expect(await share()).toBeGreaterThan(80);
  await figure.getByLabel(words.axis).selectOption('even');
  expect(await share()).toBeLessThan(20);
  await bracket(figure, 3, {});
  await expect(
    figure.getByRole('heading', { name: fill(words.findingEven, { share: 1.8 }) }),
  ).toBeVisible();
});

test('a change is announced with the width of the climb', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await pressOn(page, figure.getByRole('slider', { name: words.steps }), 'End');
  await expect(figure.locator('[aria-live=polite]')).toContainText(width({ steps: 12 }));
});
