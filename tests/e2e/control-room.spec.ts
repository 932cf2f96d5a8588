import type { Locator } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { controlRoom: words, figure: frame } = interfaceText;
const subject = figures.find(({ name }) => name === 'control-room')!;

const title = (figure: Locator) => figure.getByRole('heading').first();
const live = (figure: Locator) => expect(figure.getByRole('combobox')).toBeVisible();
const said = (figure: Locator) => figure.locator('.film').getByRole('status');

test('both predictions stand beside the outcome, and knowing the line turns it round', async ({
  page,
}) => {
  const figure = await openFigure(page, subject);
  await pressOn(page, figure.getByRole('slider').first(), 'ArrowRight', 3);
  await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  await expect(figure.getByRole('status').first()).toContainText(
    fill(words.outcome, {
      guessSuspicious: 5,
      guessCareful: 2,
      suspicious: '7.4',
      careful: '0',
      random: '1.6',
    }),
  );
  await live(figure);
  await pressOn(page, figure.getByRole('checkbox', { name: words.careful }), 'Space');
  await expect(title(figure)).toHaveText(
    fill(words.findings.auditCareful, { n: 20, tried: '20 sabotages' }),
  );
  // No sabotage of a careful model is stopped in the stream either.
  await expect(figure.locator('path.passes').first()).toBeVisible();
  await expect(figure.locator('rect.stopped')).toHaveCount(0);
  const random = figure.getByRole('slider', { name: words.sliders.atRandom });
  await pressOn(page, random, 'End');
  await expect(title(figure)).toHaveText(
    fill(words.findings.auditRandom, { n: 20, stopped: '1.6', tried: '20 sabotages' }),
  );
});

test('each policy has its own controls and its own disc', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await live(figure);
  const policy = figure.getByRole('combobox', { name: words.policy });
  const present = figure.locator('li.present');
  for (const [name, own] of [
    ['resample', words.sliders.repeats],
    ['pause', words.sliders.pause],
    ['audit', words.sliders.atRandom],
  ] as const) {
    await policy.selectOption(name);
    await expect(figure.getByRole('slider', { name: own })).toBeVisible();
    await expect(present).toContainText(words.brief[name]);
  }
  await policy.selectOption('light');
  await expect(figure.getByRole('slider', { name: words.lookTime })).toBeVisible();
  await expect(present).toContainText(words.brief.light);
  await policy.selectOption('weak');
  await expect(figure.getByRole('slider', { name: words.sliders.above })).toHaveCount(0);
  await expect(present).toContainText('50.0');
});

test('the stream plays, pauses, and goes on by single requests', async ({ page }) => {
  await page.clock.install();
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await live(figure);
  const film = figure.locator('.film');
  await film.getByRole('button', { name: words.play }).click();
  await page.clock.runFor(1_000);
  await film.getByRole('button', { name: words.pauseFilm }).click();
  await expect(said(figure)).toHaveText(/^Request \d+/);
  const at = Number(/\d+/.exec((await said(figure).textContent())!)![0]);
  expect(at).toBeGreaterThan(0);
  expect(at).toBeLessThan(200);
  await film.getByRole('button', { name: words.step }).click();
  await expect(said(figure)).toHaveText(RegExp(`^Request ${at + 1}\\b`));
  await film.getByRole('button', { name: words.toEnd }).click();
  await expect(said(figure)).toHaveText(fill(words.allThrough, { n: 200 }));
});

test('readers who asked for stillness see the whole stream and step through it', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openFigure(page, subject, '#control-room?policy=pause&seed=3&end');
  await live(figure);
  await expect(figure.getByRole('button', { name: words.play })).toBeHidden();
  await expect(said(figure)).toHaveText(fill(words.allThrough, { n: 200 }));
  await figure.getByRole('button', { name: words.step }).click();
  await expect(said(figure)).toHaveText(/^Request 1\b/);
  await figure.getByRole('button', { name: words.anotherSeed }).click();
  await expect(said(figure)).toHaveText(fill(words.allThrough, { n: 200 }));
});
