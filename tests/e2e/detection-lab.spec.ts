import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { detectionLab: words, figure: frame } = interfaceText;
const subject = figures.find(({ name }) => name === 'detection-lab')!;

const rest = (figure: Locator) => expect(figure.locator('[aria-busy=true]')).toHaveCount(0);
const title = (figure: Locator) => figure.getByRole('heading').first();

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('predictions stand beside what the formula says, and a size of either is taken and kept', async ({
  page,
}) => {
  const figure = await openFigure(page, subject);
  await pressOn(page, figure.getByRole('slider').first(), 'Home');
  await pressOn(page, figure.getByRole('slider').nth(1), 'End');
  await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  const said = { guessReal: '10', guessShown: '20,000', real: '93', shown: '1,173', times: 13 };
  await expect(figure.getByRole('status').first()).toContainText(fill(words.outcome, said));
  await expect(figure.getByText(fill(words.needs.you, { n: '20,000' }))).toBeVisible();
  await expect(title(figure)).toHaveText(fill(words.findings.hidden, { real: 80, printed: 9 }));
  await figure.getByRole('button', { name: words.needs.take }).nth(1).click();
  await rest(figure);
  // The formula flatters: counted exactly, its size falls a little short.
  await expect(title(figure)).toContainText('More than 99 of 100');
  await expect(title(figure)).toContainText('78 of 100 would');
  await expect(page).toHaveURL(/prompts=1173/);
});

test('exact work can be stopped, is then said to be partial, and goes on', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route(/detection-lab\.worker/, async (route) => {
    await held;
    await route.continue();
  });
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  const prompts = figure.getByRole('slider', { name: words.controls.prompts, exact: true });
  await pressOn(page, prompts, 'ArrowRight', 2);
  await figure.getByRole('button', { name: words.chart.stop, exact: true }).click();
  const stopped = figure.getByText(fill(words.chart.stopped, { done: 0, of: 14 }));
  await expect(stopped).toBeVisible();
  await rest(figure);
  release();
  await figure.getByRole('button', { name: words.chart.again }).click();
  await rest(figure);
  await expect(stopped).toHaveCount(0);
  await expect(figure.locator('circle.real-disc')).toHaveCount(15);
});

test('the plan that is saved says what the figure shows, and leads back to it', async ({
  page,
}) => {
  const figure = await openFigure(
    page,
    subject,
    '#detection-lab?prompts=250&paired=true&alike=50&judged=true&end',
  );
  await rest(figure);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: words.plan.save }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('test-plan.md');
  const plan = await readFile(await download.path(), 'utf8');
  expect(plan).toContain(words.chart.mcnemar);
  expect(plan).toContain(fill(words.plan.seedText, { seed: 12 }));
  expect(plan).toContain(page.url());
  await figure.getByText(words.plan.read).click();
  for (const item of await figure.locator('.plan li').allTextContents()) {
    expect(plan.replaceAll('\\', '')).toContain(item);
  }
});

test('each panel has a finding of its own, and the address keeps the panel', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  const findings = new Set<string>();
  for (const panel of ['leak', 'looking', 'bayes', 'own', 'power'] as const) {
    await figure.getByRole('radio', { name: words.panels[panel], exact: true }).check();
    findings.add((await title(figure).textContent())!);
    await expect(figure.locator('svg[data-picture]').first()).toBeVisible();
    if (panel !== 'power') await expect(page).toHaveURL(new RegExp(`panel=${panel}&`));
  }
  expect(findings.size).toBe(5);
  await figure.getByRole('radio', { name: words.panels.bayes, exact: true }).check();
  const drawn = await title(figure).textContent();
  await figure.getByRole('button', { name: words.controls.another }).click();
  await expect(title(figure)).not.toHaveText(drawn!);
});
