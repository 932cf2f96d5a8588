import type { Locator, Page } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { readEvidence } from '../../src/lib/read-content.ts';
import { cueModel } from '../../src/models/cue-model.ts';
import { openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn, tabTo } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { cueSwitch: words, figure: frame } = interfaceText;

const evidence = readEvidence();
const published = (id: string) => Math.round(evidence.get(id)!.figures!['value']!.value!);
const answered = { training: published('G24-001'), deployment: published('G24-002') };
const faking = published('G24-003');

const openHome = (page: Page) => openFigure(page, { name: 'cue-switch', lesson: '' });
const openLesson = (page: Page) =>
  openFigure(page, { name: 'cue-switch', lesson: 'lessons/two-faces/' });

const radio = (figure: Locator, name: string) => figure.getByRole('radio', { name, exact: true });
const background = (element: Locator) =>
  element.evaluate((node) => getComputedStyle(node).backgroundColor);

async function expectDots(dots: Locator, counts: Record<string, number>): Promise<void> {
  for (const [kind, count] of Object.entries(counts)) {
    await expect(dots.locator(`.${kind}`)).toHaveCount(count);
  }
}

async function expectScratchpad(figure: Locator, sentences: string[]): Promise<void> {
  await expect(figure.locator('.pad .text')).toHaveText(sentences);
}

// The lights change at once, so that a colour read is the colour meant.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('the home page at rest tells the story', async ({ page }) => {
  const figure = await openHome(page);

  await expect(radio(figure, words.used)).toBeChecked();
  await expect(figure.locator('.request')).toContainText(words.freeTag);
  await expect(figure.locator('.reply')).toContainText(words.replyFakes);
  await expectScratchpad(figure, [
    words.noticesTraining,
    words.conflict,
    words.derivesTraining,
    words.decidesFakes,
  ]);
  await expectDots(figure.getByRole('img', { name: frame.training }), {
    faking,
    persuaded: answered.training - faking,
    refused: 100 - answered.training,
  });
  await expectDots(figure.getByRole('img', { name: frame.deployment }), {
    faking: 0,
    persuaded: answered.deployment,
    refused: 100 - answered.deployment,
  });

  const { links, argued } = cueModel({ tier: 'free' });
  const terms = [
    [words.termNotices, links.registers.probability],
    [words.termConflict, links.notices.probability],
    [words.termDerives, links.derives.probability],
    [words.termDecides, 1 - argued.probabilities.refuse],
  ] as const;
  await expect(figure.locator('.pad').getByRole('button')).toHaveText(
    terms.map(([term, probability]) => `${term} ${Math.round(100 * probability)} %`),
  );
});

test('the keyboard alone flips the room from lamplight to night', async ({ page }) => {
  const figure = await openHome(page);
  const room = figure.locator('.rooms');
  const lamplight = await background(room);

  await pressOn(page, radio(figure, words.used), 'ArrowRight');

  await expect(radio(figure, words.notUsed)).toBeChecked();
  await expect(figure.locator('.request')).toContainText(words.paidTag);
  await expect(figure.locator('.reply')).toContainText(words.replyRefuses);
  await expectScratchpad(figure, [
    words.noticesDeployment,
    words.conflictDeployment,
    words.derivesDeployment,
    words.decidesRefusesDeployment,
  ]);
  expect(await background(room)).not.toBe(lamplight);
  expect(await background(room)).toBe(await background(figure.locator('.tiers .night')));
  const condition = words.notUsed;
  await expect(figure.locator('[aria-live=polite]')).toHaveText(
    fill(words.announce, { condition, reply: words.refuses, n: answered.deployment }),
  );

  await page.keyboard.press('ArrowLeft');
  await expect(figure.locator('.reply')).toContainText(words.replyFakes);
  expect(await background(room)).toBe(lamplight);
});

test('another reply has another reason', async ({ page }) => {
  const figure = await openHome(page);
  await pressOn(page, figure.getByRole('radio', { name: words.fakes }), 'ArrowDown');

  await expect(figure.locator('.reply')).toContainText(words.replyAnswers);
  await expectScratchpad(figure, [
    words.noticesTraining,
    words.conflict,
    words.notDerived,
    words.decidesAnswers,
  ]);
});

test('a term opens its meaning, one at a time', async ({ page }) => {
  const figure = await openHome(page);
  const term = (name: string) => figure.getByRole('button', { name });

  await pressOn(page, term(words.termNotices), 'Enter');
  await expect(term(words.termNotices)).toHaveAttribute('aria-expanded', 'true');
  await expect(figure.getByText(words.meaningNotices)).toBeVisible();

  await pressOn(page, term(words.termDerives), 'Space');
  await expect(figure.getByText(words.meaningDerives)).toBeVisible();
  await expect(figure.getByText(words.meaningNotices)).toBeHidden();

  await page.keyboard.press('Space');
  await expect(figure.getByText(words.meaningDerives)).toBeHidden();
});

test('in lesson 1 the outcome is nowhere to be found before the prediction', async ({ page }) => {
  await page.goto('lessons/two-faces/', { waitUntil: 'commit' });
  const figure = page.locator('#cue-switch');
  const expectNoOutcome = async () => {
    await expect(figure).toContainText(words.question);
    const tree = await figure.ariaSnapshot();
    expect(tree).toContain(words.question);
    for (const secret of [words.finding, words.thinks, frame.table, 'img']) {
      expect(tree).not.toContain(secret);
    }
  };
  await expectNoOutcome();

  await figure.evaluate((node) => node.scrollIntoView());
  await expect(figure).toHaveAttribute('data-figure', 'ready');
  await expectNoOutcome();
  await expect(figure.getByRole('button', { name: frame.commit })).toBeDisabled();
});

for (const [choice, verdict] of [
  [words.predictTraining, words.rightGuess],
  [words.predictSame, words.wrongGuess],
] as const) {
  test(`in lesson 1 a prediction “${choice}” stands beside the outcome`, async ({ page }) => {
    const figure = await openLesson(page);
    await figure.getByLabel(choice).check();
    await figure.getByRole('button', { name: frame.commit }).click();

    const prediction = figure
      .getByRole('status')
      .filter({ hasText: fill(verdict, { guess: choice, ...answered }) });
    await expect(prediction).toBeVisible();
    await expect(figure.getByRole('img', { name: frame.training })).toBeVisible();
    await expect(figure.getByRole('heading', { name: words.finding })).toBeVisible();

    // A reset sets the switch back. What was predicted was predicted.
    await pressOn(page, radio(figure, words.used), 'ArrowRight');
    await expect(radio(figure, words.notUsed)).toBeChecked();
    await figure.getByRole('button', { name: frame.reset }).click();
    await expect(radio(figure, words.used)).toBeChecked();
    await expect(prediction).toBeVisible();

    await figure.getByRole('button', { name: frame.again }).click();
    await expect(prediction).toBeHidden();
    await expect(figure.getByRole('img')).toHaveCount(0);
    await expect(figure.getByRole('button', { name: frame.commit })).toBeVisible();
  });
}

test('in lesson 1 a prediction may be skipped', async ({ page }) => {
  const figure = await openLesson(page);
  await skipPrediction(figure);
  await expect(figure.getByRole('status').filter({ hasText: frame.skipped })).toBeVisible();
  await expect(figure.getByRole('img', { name: frame.training })).toBeVisible();
  await tabTo(page, radio(figure, words.used));
});
