import type { Locator } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { kindness, meanKindness, untrained } from '../../src/models/reward-learner.ts';
import { byRule, mostRounds, runOf } from '../../src/widgets/reward-trainer/reward-trainer.ts';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { rewardTrainer: words, figure: frame } = interfaceText;
const subject = figures.find(({ name }) => name === 'reward-trainer')!;
const ofHundred = (probability: number) => Math.round(100 * probability);

const button = (figure: Locator, name: string) => figure.getByRole('button', { name, exact: true });
const auto = (figure: Locator) => button(figure, fill(words.auto, { n: 20 }));
const atRound = (figure: Locator, round: number) =>
  expect(figure.getByText(new RegExp(`^${fill(words.round, { n: round })}\\b`))).toBeVisible();

/** The last row of the log: chances of a kind reply in per cent, lit and dark, asking and complaining. */
async function lastRow(figure: Locator): Promise<number[]> {
  const cells = await figure.locator('tbody tr').last().locator('th, td').allTextContents();
  return cells.map(Number);
}

test('a learner before its first reward is curt under either light', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await expect(figure.getByRole('heading', { name: words.findingFresh })).toBeVisible();
  const chances = [true, true, false, false].map((lampLit, index) =>
    Number((100 * kindness(untrained, { lampLit, complains: index % 2 === 1 })).toFixed(1)),
  );
  expect((await lastRow(figure)).slice(0, 5)).toEqual([0, ...chances]);
});

test('each press is one round: reward makes the reply likelier, none leaves it', async ({
  page,
}) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await atRound(figure, 1);
  const before = await lastRow(figure);

  await pressOn(page, button(figure, words.noReward), 'Enter');
  await atRound(figure, 2);
  expect((await lastRow(figure)).slice(1)).toEqual(before.slice(1));

  // What waits for a verdict is read off the picture, and the reward works on just that.
  const gaveKind = await figure.locator('.reply', { hasText: words.kind }).isVisible();
  const complains = await figure.locator('.message', { hasText: words.complains }).isVisible();
  await pressOn(page, button(figure, words.reward), 'Enter');
  await atRound(figure, 3);
  const column = complains ? 2 : 1;
  const change = (await lastRow(figure))[column]! - before[column]!;
  expect(Math.sign(change)).toBe(gaveKind ? 1 : -1);
});

test('rounds that go by themselves can be paused and end in the published run', async ({
  page,
}) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await pressOn(page, auto(figure), 'Enter');
  await expect(figure.getByText(words.running)).toBeVisible();
  await expect(button(figure, words.reward)).toBeDisabled();
  await pressOn(page, button(figure, words.pause), 'Enter');
  await expect(button(figure, words.reward)).toBeEnabled();
  const [stoppedAt = 0] = await lastRow(figure);
  expect(stoppedAt).toBeLessThan(20);

  await button(figure, frame.reset).click();
  await auto(figure).click();
  await expect(figure.getByText(words.running)).toBeHidden();
  const { states } = runOf({ seed: 3, dark: 0, rewards: byRule(20) });
  const kind = (lampLit: boolean, complains: boolean) =>
    Number((100 * kindness(states.at(-1)!, { lampLit, complains })).toFixed(1));
  expect((await lastRow(figure)).slice(0, 5)).toEqual([
    20,
    ...[kind(true, false), kind(true, true), kind(false, false), kind(false, true)],
  ]);
});

test.describe('at once', () => {
  // Where motion is unwelcome, twenty rounds are one step.
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a prediction by keyboard is compared after sixty rounds', async ({ page }) => {
    const figure = await openFigure(page, subject);
    await pressOn(page, figure.getByRole('slider', { name: words.predictLabel }), 'ArrowRight', 20);
    await pressOn(page, button(figure, frame.commit), 'Enter');
    const said = figure.getByRole('status').first();
    await expect(said).toContainText(fill(words.predicted, { guess: 70, n: 60 }));

    await pressOn(page, auto(figure), 'Enter', 3);
    const now = runOf({ seed: 3, dark: 0, rewards: byRule(60) }).states.at(-1)!;
    const [lit, dark] = [meanKindness(now, true), meanKindness(now, false)].map(ofHundred);
    await expect(said).toContainText(
      fill(words.outcome, { guess: 70, n: 60, lit: lit!, dark: dark! }),
    );
    await expect(figure.getByRole('heading', { name: words.findingLamp })).toBeVisible();
    await expect(figure.getByText(words.you, { exact: true })).toBeVisible();
    await expect(figure.locator('[aria-live=polite]')).toContainText(
      fill(words.announce, { rounds: 60, lit: lit!, dark: dark! }).split('. ')[0]!,
    );
  });

  test('dark rounds in training carry kindness into the dark', async ({ page }) => {
    const figure = await openFigure(page, subject, '#reward-trainer?rewards=k120&end');
    const gap = async () => {
      const [, lit = 0, , dark = 0] = await lastRow(figure);
      return lit - dark;
    };
    const underTheLampOnly = await gap();
    await pressOn(page, figure.getByRole('slider', { name: words.darkShare }), 'End');
    expect(await gap()).toBeLessThan(underTheLampOnly / 2);
    expect((await lastRow(figure))[0], 'as many rounds as before').toBe(120);
  });

  test('one seed is one run, another seed another, and a run has an end', async ({ page }) => {
    const figure = await openFigure(page, subject, '#reward-trainer?rewards=k60&end');
    const seed = figure.getByRole('spinbutton', { name: words.seed });
    const first = await lastRow(figure);
    await button(figure, words.anotherSeed).click();
    await expect(seed).toHaveValue('4');
    expect(await lastRow(figure)).not.toEqual(first);
    await seed.fill('3');
    await seed.blur();
    expect(await lastRow(figure)).toEqual(first);

    // What cannot be a seed is put back and told, also where the field is emptied.
    const told = seed.locator('xpath=..').locator('[role=status]');
    for (const wrong of ['', '0']) {
      await seed.fill(wrong);
      await seed.blur();
      await expect(seed).toHaveValue('3');
      await expect(told).not.toBeEmpty();
      expect(await lastRow(figure)).toEqual(first);
      await button(figure, words.anotherSeed).click();
      await expect(told).toBeEmpty();
      await seed.fill('3');
      await seed.blur();
    }

    for (let rounds = 60; rounds < mostRounds; rounds += 20) await auto(figure).click();
    await expect(figure.getByText(fill(words.full, { n: mostRounds }))).toBeVisible();
    await expect(button(figure, words.reward)).toBeDisabled();
    await button(figure, frame.reset).click();
    await atRound(figure, 1);
    await expect(button(figure, words.reward)).toBeEnabled();
  });
});
