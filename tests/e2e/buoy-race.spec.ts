import type { Locator } from '@playwright/test';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { buoyRace: words, figure: frame, twoFailures } = interfaceText;
const subject = figures.find(({ name }) => name === 'buoy-race')!;

const button = (figure: Locator, name: string) => figure.getByRole('button', { name, exact: true });
const titled = (figure: Locator, start: RegExp) =>
  expect(figure.getByRole('heading', { level: 2 }).first()).toHaveText(start);
const settled = (figure: Locator) =>
  expect(figure.locator('.race')).toHaveAttribute('aria-busy', 'false');

test.describe('at rest', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the question comes with the empty course, the answer with the wake', async ({ page }) => {
    const figure = await openFigure(page, subject);
    await expect(figure.getByRole('img', { name: words.courseBefore })).toBeVisible();
    await expect(button(figure, frame.commit)).toBeDisabled();
    await pressOn(page, figure.getByRole('radio').first(), 'ArrowDown');
    await pressOn(page, button(figure, frame.commit), 'Enter');
    await expect(figure.getByRole('status').first()).toContainText(words.guessLap);
    await expect(figure.getByRole('status').first()).toContainText('0 of 100 races finished');
    await titled(figure, /^It circles for 50 points a race, and finishes 0 races of 100/);
    await expect(figure.getByRole('img', { name: words.courseBefore })).toHaveCount(0);
    await settled(figure);
  });

  test('mending the score brings the boat home, and so does a larger bonus', async ({ page }) => {
    const figure = await openFigure(page, subject);
    await skipPrediction(figure);
    await pressOn(page, figure.getByRole('checkbox', { name: words.once }), 'Space');
    await titled(figure, /^It rounds the island once and finishes, for 7 points/);
    await expect(figure.locator('.race')).toContainText('100 of 100 races finished');
    await button(figure, frame.reset).click();
    await titled(figure, /^It circles for 50 points/);

    await figure.getByRole('radio', { name: words.table }).check();
    const bonus = figure.getByRole('slider', { name: words.bonus });
    await bonus.fill('27');
    await titled(figure, /^It circles/);
    await bonus.fill('28');
    await titled(figure, /^It rounds the island once/);
    await bonus.fill('43');
    await titled(figure, /^It makes for the finish/);
  });

  test('the network misses the loop that the table finds', async ({ page }) => {
    const figure = await openFigure(page, subject, '#buoy-race?bonus=10&end');
    await settled(figure);
    await expect(figure.getByText(words.settled).first()).toBeVisible();
    await titled(figure, /finish/);
    await figure.getByRole('radio', { name: words.table }).check();
    await titled(figure, /^It circles/);
    await expect(figure.getByText(words.settled)).toHaveCount(0);
  });

  test('the boat can be looked at while it learns', async ({ page }) => {
    const figure = await openFigure(page, subject);
    await skipPrediction(figure);
    await settled(figure);
    await expect(button(figure, words.watch)).toHaveCount(0);
    const course = figure.locator('.picture svg.course');
    const wakeAtTheEnd = await course.locator('.wake').getAttribute('d');
    await pressOn(page, figure.getByRole('slider', { name: words.lookAfter }), 'Home');
    await expect(figure.locator('.moment')).toHaveText(/^After 0 races of learning: /);
    expect(await course.locator('.wake').getAttribute('d')).not.toBe(wakeAtTheEnd);
    await pressOn(page, figure.getByRole('slider', { name: words.lookAfter }), 'ArrowRight', 6);
    await expect(figure.locator('.moment')).toHaveText(/^After 450 races .* 9\d of 100/);
    await titled(figure, /^It circles/);
  });
});

test('a committed guess is followed by the training, which can be paused', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await figure.getByRole('radio', { name: words.guessCircles }).check();
  await button(figure, frame.commit).click();
  await expect(button(figure, words.pause)).toBeVisible();
  await button(figure, words.pause).click();
  const now = await figure.locator('.moment').textContent();
  expect(now).not.toContain('After 3,000');
  await expect(button(figure, words.watch)).toBeVisible();
  await expect(figure.locator('.moment')).toHaveText(now!);
  await button(figure, words.watch).click();
  await expect(figure.locator('.moment')).toHaveText(/^After 3,000 races/);
  await expect(button(figure, words.watch)).toBeVisible();
});

test('nothing is left running when training is begun again and again', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  const bonus = figure.getByRole('slider', { name: words.bonus });
  for (const points of ['9', '31', '4', '52', '2']) await bonus.fill(points);
  await settled(figure);
  await expect.poll(() => page.workers().length).toBe(0);
  await titled(figure, /^It circles/);
});

test.describe('without workers', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the boat trains on the page itself', async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
    const figure = await openFigure(page, subject, '#buoy-race?once=true&end');
    await settled(figure);
    await titled(figure, /^It rounds the island once/);
  });
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the trained boat and both tables are there', async ({ page }) => {
    await page.goto(subject.lesson);
    const figure = page.locator('#buoy-race');
    await titled(figure, /^It circles for 50 points/);
    await expect(figure.locator('.picture .wake')).toBeVisible();
    await expect(figure.locator('.prediction')).toBeHidden();
    await figure.getByText(frame.table).click();
    await expect(figure.getByRole('row', { name: words.boatLap })).toContainText('7');
    const failures = page.getByRole('table', { name: twoFailures.caption });
    await expect(failures.getByRole('row')).toHaveCount(twoFailures.rows.length + 1);
    await expect(failures).not.toContainText(/[{}]/);
  });
});
