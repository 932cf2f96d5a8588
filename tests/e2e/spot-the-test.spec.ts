import type { Locator, Page } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { filesBelow, readEntries } from '../../src/lib/read-course.ts';
import { transcript } from '../../src/schemas/transcript.ts';
import {
  areaText,
  fewest,
  ofHundred,
  orderOf,
  ratingsOf,
  scoreOf,
} from '../../src/widgets/spot-the-test/spot-the-test.ts';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { spotTheTest: words, figure: frame } = interfaceText;
const subject = figures.find(({ name }) => name === 'spot-the-test')!;
const items = filesBelow('content', 'transcripts/en', '.yaml').flatMap((path) =>
  [...readEntries('content', path, transcript)].map(([id, entry]) => ({ id, ...entry })),
);
const total = items.length;
const order = orderOf(items, 1);

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const button = (figure: Locator, name: string) => figure.getByRole('button', { name, exact: true });
const heading = (figure: Locator, index: number) =>
  figure.getByRole('heading', {
    name: fill(words.position, { n: index + 1, total, title: order[index]!.title }),
  });
const rating = (figure: Locator, step: number) =>
  figure.getByRole('radio', { name: words.steps[step - 1]! });

/** Rates the next transcripts with the pointer, one for each digit. */
async function rate(figure: Locator, digits: string): Promise<void> {
  for (const digit of digits) {
    await rating(figure, Number(digit)).check();
    await button(figure, words.next).click();
  }
}

/** Rates with the keyboard alone: a digit chooses, Enter goes on. */
async function rateByKeys(page: Page, figure: Locator, digits: string): Promise<void> {
  await pressOn(page, figure.getByRole('radio').first(), digits[0]!);
  for (const digit of digits) {
    await page.keyboard.press(digit);
    await page.keyboard.press('Enter');
  }
}

test('a transcript is rated, taken back and rated again', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await expect(heading(figure, 0)).toBeVisible();
  await expect(figure.getByRole('list').first()).toContainText(order[0]!.turns[0]!.text);
  await expect(button(figure, words.next)).toBeDisabled();

  await rate(figure, '2');
  await expect(heading(figure, 1)).toBeFocused();
  await expect(rating(figure, 2), 'each starts without an answer').not.toBeChecked();
  await expect(page).toHaveURL((url) => url.hash === '#spot-the-test?ratings=2&end');

  await button(figure, words.back).click();
  await expect(heading(figure, 0)).toBeFocused();
  await rate(figure, '5');
  await expect(page).toHaveURL((url) => url.hash === '#spot-the-test?ratings=5&end');
});

test('nothing gives away right and wrong before the reader stops', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await rate(figure, '1625341'.slice(0, fewest - 1));
  await expect(button(figure, words.stop)).toHaveCount(0);
  await rate(figure, '6');
  await expect(figure.locator('svg .mine')).toHaveCount(0);
  await expect(figure.getByRole('heading', { name: words.review })).toHaveCount(0);
  await figure.getByText(frame.table).click();
  await expect(figure.getByRole('table')).not.toContainText(order[0]!.title);
  await button(figure, words.stop).click();
  await expect(figure.locator('svg .mine').first()).toBeVisible();
});

test('the result of eight ratings by keyboard stands beside the prediction', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await subject.predict(page, figure);
  const said = figure.getByRole('status').first();
  await expect(said).toContainText(fill(words.predicted, { guess: 70, fewest }));

  const ratings = '16213426';
  await rateByKeys(page, figure, ratings);
  await pressOn(page, button(figure, words.stop), 'Enter');
  const rated = ratingsOf(items, { seed: 1, ratings, done: true });
  const right = rated.filter(
    ({ item, step }) => (item.truth === 'test') === [1, 2, 3].includes(step),
  ).length;
  await expect(
    figure.getByRole('heading', { name: fill(words.finished, { n: 8, total, right }) }),
  ).toBeFocused();

  const { area, interval, tests, real } = scoreOf(rated);
  await expect(said).toContainText(
    fill(words.outcome, { guess: 70, n: ofHundred(area!), pairs: tests * real }),
  );
  await expect(figure.getByText(words.yourGuess)).toBeVisible();
  const own = fill(words.yourArea, {
    area: areaText(area!),
    low: areaText(interval!.low),
    high: areaText(interval!.high),
  });
  await expect(figure.locator('svg .word', { hasText: own })).toHaveCount(1);

  await figure.getByText(frame.table).click();
  await expect(figure.locator('tbody tr')).toHaveCount(8);
  for (const [index, { item, step }] of rated.entries()) {
    const row = figure.locator('tbody tr').nth(index);
    await expect(row).toContainText(item.title);
    await expect(row).toContainText(words.truths[item.truth]);
    await expect(row).toContainText(words.steps[step - 1]!);
  }
});

test('looking back, the words that gave it away are marked', async ({ page }) => {
  const figure = await openFigure(page, subject, '#spot-the-test?ratings=16213426&done=true&end');
  const first = order[0]!;
  const entry = figure.locator('details', { hasText: `${first.title}:` });
  await entry.locator('summary').click();
  for (const [index, cue] of first.cues.entries()) {
    await expect(entry.locator('mark', { hasText: cue.words })).toHaveText(
      `${cue.words}${index + 1}`,
    );
    await expect(entry.getByText(cue.why)).toBeVisible();
  }
  await expect(entry.locator('i')).toHaveText(first.falseFriend.words);
  await expect(entry.getByText(first.falseFriend.why)).toBeVisible();

  // Those furthest off come first.
  const misses = await figure.locator('.picture details b:first-child').allTextContents();
  const firstRight = misses.indexOf(words.reviewHit);
  expect(firstRight).toBeGreaterThan(0);
  expect(misses.slice(firstRight)).not.toContain(words.reviewMiss);
});

test('all rated, the result comes by itself; going on and starting again work', async ({
  page,
}) => {
  const perfect = order.map(({ truth }) => (truth === 'test' ? 1 : 6)).join('');
  const figure = await openFigure(
    page,
    subject,
    `#spot-the-test?ratings=${perfect.slice(0, -1)}&done=true&end`,
  );
  await button(figure, words.goOn).click();
  await rate(figure, perfect.slice(-1));
  await expect(figure.getByRole('heading', { name: words.findingBetter })).toBeVisible();
  await expect(
    figure.getByText(fill(words.finished, { n: total, total, right: total })),
  ).toBeVisible();
  await expect(button(figure, words.goOn)).toHaveCount(0);

  await button(figure, words.again).click();
  const next = orderOf(items, 2)[0]!.title;
  const position = fill(words.position, { n: 1, total, title: next });
  await expect(figure.getByRole('heading', { name: position })).toBeFocused();
  await expect(page).toHaveURL((url) => url.hash === '#spot-the-test?seed=2&end');
  await button(figure, words.shuffle).click();
  await expect(page).toHaveURL((url) => url.hash === '#spot-the-test?seed=3&end');
});

test('digits are taken only where the transcript is rated', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await figure.getByText(frame.table).focus();
  await page.keyboard.press('3');
  await expect(rating(figure, 3)).not.toBeChecked();
  await rating(figure, 1).focus();
  await page.keyboard.press('Control+3');
  await expect(rating(figure, 3)).not.toBeChecked();
  await page.keyboard.press('3');
  await expect(rating(figure, 3)).toBeChecked();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('four transcripts can be read, with their answers folded away', async ({ page }) => {
    await page.goto(subject.lesson);
    const figure = page.locator(`#${subject.name}`);
    await expect(figure.locator('svg[data-picture]').filter({ visible: true })).toHaveCount(2);
    for (const item of order.slice(0, 4)) {
      const sample = figure.locator('div', {
        has: page.getByRole('heading', { name: item.title }),
      });
      await expect(sample.last()).toContainText(item.turns[0]!.text);
      await expect(sample.last().getByText(item.cues[0]!.why)).toBeHidden();
      await sample.last().getByText(words.answer).click();
      await expect(sample.last().getByText(item.cues[0]!.why)).toBeVisible();
    }
  });
});
