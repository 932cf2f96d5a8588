import type { Locator } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { atOnce } from '../../src/models/at-once.ts';
import {
  distances,
  fineTune,
  followed,
  learnBase,
  rewired,
  usualTuning,
} from '../../src/models/crossed-objectives.ts';
import { placeOf } from '../../src/widgets/crossed-objectives/crossed-objectives.ts';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { crossedObjectives: words, figure: frame } = interfaceText;
const subject = figures.find(({ name }) => name === 'crossed-objectives')!;
const base = atOnce(learnBase(1));
const overlay = fineTune(base, usualTuning);

const slider = (figure: Locator, name: string) => figure.getByRole('slider', { name, exact: true });
const marker = (figure: Locator) => slider(figure, words.marker);
const reading = (figure: Locator, name: string) =>
  figure.locator('dl > div', { hasText: name }).locator('b');
const rest = (figure: Locator) => expect(figure.locator('[aria-busy=true]')).toHaveCount(0);

const chanceAt = (distance: number, direction: number) => {
  const { x, y } = placeOf({ distance, direction });
  return fill(words.ofHundred, { n: Math.round(100 * followed(base, overlay, x, y).after) });
};

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('the marker can be dragged out of the fine-tuning, and the old lesson is back', async ({
  page,
}) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await rest(figure);
  await expect(reading(figure, words.hereName)).toHaveText(chanceAt(0, 270));
  await marker(figure).scrollIntoViewIfNeeded();

  const from = (await marker(figure).boundingBox())!;
  const plane = (await figure.locator('svg.plane').boundingBox())!;
  const unit = plane.width / 7;
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 10, y + 20, { steps: 3 });
  await page.mouse.move(x, y + 1.5 * unit, { steps: 5 });
  await expect(slider(figure, words.distance)).toHaveValue('150');
  await expect(slider(figure, words.direction)).toHaveValue('270');
  await expect(reading(figure, words.hereName)).toHaveText(chanceAt(150, 270));

  // It stops at its farthest, however far the hand goes, and stays when let go.
  await page.mouse.move(x, y + 20 * unit);
  await expect(slider(figure, words.distance)).toHaveValue('250');
  await page.mouse.up();
  await page.mouse.move(x, y);
  await expect(slider(figure, words.distance)).toHaveValue('250');
});

test('by keyboard the marker moves with arrows, or with the sliders beside it', async ({
  page,
}) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await rest(figure);
  await pressOn(page, marker(figure), 'ArrowDown', 11);
  await expect(slider(figure, words.distance)).toHaveValue('110');
  await expect(marker(figure)).toHaveAttribute('aria-valuenow', '1.1');
  await expect(reading(figure, words.hereName)).toHaveText(chanceAt(110, 270));
  await page.keyboard.press('Home');
  await expect(slider(figure, words.distance)).toHaveValue('0');

  await pressOn(page, slider(figure, words.distance), 'End');
  await pressOn(page, slider(figure, words.direction), 'Home');
  await expect(reading(figure, words.hereName)).toHaveText(chanceAt(250, 0));
});

test('a wide overlay reaches further and flips more, also on average', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await rest(figure);
  const flipped = reading(figure, fill(words.rewiredName, { meant: 0.6 }));
  await expect(flipped).toHaveText(fill(words.rewiredValue, { n: 48, far: 103 }));

  await pressOn(page, slider(figure, words.width), 'ArrowRight', 8);
  const wide = rewired(base, fineTune(base, { ...usualTuning, width: 1 }));
  await expect(flipped).toHaveText(
    fill(words.rewiredValue, { n: wide.flipped.xs.length, far: wide.far }),
  );
  await expect(figure.getByRole('heading').first()).toHaveText(
    fill(words.findingWide, { fails: 2, flipped: 73 }),
  );
  await rest(figure);
  await figure.getByText(frame.table).click();
  const row = figure.locator('tbody tr').nth(distances.indexOf(1)).locator('td');
  await expect(row.nth(0)).toHaveText('0.832');
  await expect(row.nth(2)).toHaveText('0.032');
});

test('another data set is learned beside the page and then shown', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await rest(figure);
  await figure.getByRole('button', { name: words.anotherSeed }).click();
  const second = atOnce(learnBase(2));
  const { flipped, far } = rewired(second, fineTune(second, usualTuning));
  await expect(reading(figure, fill(words.rewiredName, { meant: 0.6 }))).toHaveText(
    fill(words.rewiredValue, { n: flipped.xs.length, far }),
  );
  await expect(figure.getByText(fill(words.chartText, { seed: 2 }))).toBeVisible();
});

test('without workers the same comes out of slices on the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', { value: undefined });
  });
  const figure = await openFigure(page, subject, '#crossed-objectives?width=100&seed=2&end');
  await rest(figure);
  await figure.getByText(frame.table).click();
  const row = figure.locator('tbody tr').nth(distances.indexOf(1)).locator('td');
  await expect(row.nth(2)).toHaveText('0.032');
});

test('a prediction stands beside the outcome and in the picture', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await pressOn(page, slider(figure, words.predictLabel), 'ArrowRight', 4);
  await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  await rest(figure);
  await expect(figure.getByRole('status').first()).toContainText(
    fill(words.outcome, { guess: '0.80', asked: '1.36' }),
  );
  await expect(figure.getByText(fill(words.you, { distance: '0.80' })).last()).toBeVisible();
});
