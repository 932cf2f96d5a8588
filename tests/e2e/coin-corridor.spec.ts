import type { Locator, Page } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { atOnce } from '../../src/models/at-once.ts';
import {
  defaults,
  hundredOf,
  settingsOf,
  shares,
} from '../../src/widgets/coin-corridor/coin-corridor.ts';
import { orderFor } from '../../src/widgets/coin-corridor/course.ts';
import { jobs } from '../../src/workers/coin-corridor.ts';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { coinCorridor: words, figure: frame } = interfaceText;
const subject = figures.find(({ name }) => name === 'coin-corridor')!;
const workerScript = '**/coin-corridor.worker*.js';

/** What a training gives outside the browser, of a hundred new levels. */
function counted(change: Partial<typeof defaults> = {}) {
  return hundredOf(atOnce(jobs.train(orderFor(settingsOf({ ...defaults, ...change })))));
}

const button = (figure: Locator, name: string) => figure.getByRole('button', { name, exact: true });
const board = (figure: Locator) => figure.getByRole('application');
const newLevels = (figure: Locator) => figure.getByRole('img', { name: words.newLevels });
/** What stands under the board; the board of the prediction is another one than that of the picture. */
const said = (figure: Locator, text: string | RegExp) =>
  figure.locator('.said', { hasText: text }).filter({ visible: true });
const walked = (who: string, how: string, n: number) => fill(how, { who, n });
const noWorkers = (page: Page) => expect.poll(() => page.workers().length).toBe(0);

/** Runs a line of script in every worker before its own. */
async function beforeWorker(page: Page, line: string): Promise<void> {
  await page.context().route(workerScript, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: line + (await response.text()) });
  });
}

/** Makes watching last six times as long, so that no test has to be quick. */
const slowDown = (page: Page) =>
  beforeWorker(
    page,
    'const after = setTimeout; self.setTimeout = (call, ms) => after(call, 6 * ms);',
  );

/** Lets no training end: instead of its result the page hears that it goes on. */
const neverEnd = (page: Page) =>
  beforeWorker(
    page,
    `const tell = postMessage;
    self.postMessage = (report, options) => {
      if (report.kind !== 'done') tell(report, options);
      else setInterval(() => tell({ kind: 'alive' }), 100);
    };`,
  );

async function expectCounts(figure: Locator, { exit, coin }: { exit: number; coin: number }) {
  const shown = `${exit} ${words.exitFirst}, ${coin} ${words.coinFirst}`;
  await expect(newLevels(figure)).toHaveAccessibleName(new RegExp(shown));
}

/** Rows of the table that the sweep has filled: share, mean, lowest and highest of exits first. */
async function sweepRows(figure: Locator): Promise<number[][]> {
  const rows = await figure.locator('tbody tr', { hasText: '%' }).all();
  return Promise.all(
    rows.map(async (row) => {
      const [head = '', ...cells] = await row.locator('th, td').allTextContents();
      return [Number(/(\d+) %/.exec(head)?.[1]), ...[1, 11, 12].map((i) => Number(cells[i]))];
    }),
  );
}

test('the reader walks a level first, then predicts, then watches what was predicted', async ({
  page,
}) => {
  await slowDown(page);
  const figure = await openFigure(page, subject);
  await expect(figure.getByText(words.play)).toBeVisible();
  await expect(newLevels(figure)).toBeHidden();

  await pressOn(page, board(figure), 'ArrowUp', 4);
  await page.keyboard.press('ArrowRight');
  await expect(said(figure, walked(words.you, words.underWay, 5))).toHaveCount(1);
  await expect(figure.getByRole('status').filter({ hasText: '2 to the right' })).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const own = said(figure, walked(words.you, words.walkCoin, 7));
  await expect(own).toHaveCount(1);
  await page.keyboard.press('ArrowLeft');
  await expect(own, 'a walk that is over goes no further').toHaveCount(1);

  await pressOn(page, figure.getByRole('slider', { name: words.predictLabel }), 'ArrowLeft', 30);
  await pressOn(page, button(figure, frame.commit), 'Enter');
  await expect(figure.getByText(fill(words.predicted, { guess: 20 }))).toBeVisible();
  await expect(figure.getByRole('heading', { name: words.training })).toBeVisible();

  await pressOn(page, button(figure, words.hurry), 'Enter');
  const { exit, coin } = counted();
  await expect(figure.getByText(fill(words.outcome, { guess: 20, n: exit }))).toBeVisible();
  await expect(figure.getByRole('heading', { name: words.findingExit })).toBeVisible();
  await expectCounts(figure, { exit, coin });
  await expect(own, 'the reader’s walk stays beside the learner’s').toHaveCount(1);
  await expect(said(figure, walked(words.learner, words.walkExit, 9))).toHaveCount(1);
  await noWorkers(page);
});

test('a level of one’s own is walked by the reader before the learner', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await pressOn(page, button(figure, words.anotherLevel), 'Enter');
  const learners = said(figure, `${words.learner}:`);
  await expect(learners).toHaveCount(0);
  await button(figure, words.right).click();
  await expect(said(figure, walked(words.you, words.underWay, 1))).toHaveCount(1);
  await pressOn(page, button(figure, words.letPlay), 'Enter');
  await expect(learners).toHaveCount(1);
  await expect(board(figure)).toBeFocused();
  await expect(page).toHaveURL(/level=35&end$/);
  await pressOn(page, button(figure, words.again), 'Enter');
  await expect(
    figure.getByText(new RegExp(`^${words.you}:`)).filter({ visible: true }),
  ).toHaveCount(0);
});

test('training can be paused, gone on with, begun anew and finished at once', async ({ page }) => {
  await slowDown(page);
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  const bar = figure.getByRole('progressbar', { name: words.episodes });
  const episode = async () => Number(await bar.getAttribute('value'));

  await pressOn(page, button(figure, words.watch), 'Enter');
  await expect(button(figure, words.pause)).toBeFocused();
  await expect.poll(episode).toBeLessThan(defaults.episodes);
  await expect.poll(episode).toBeGreaterThan(100);
  await page.keyboard.press('Enter');
  await expect(button(figure, words.goOn)).toBeVisible();
  const at = await episode();
  expect(at).toBeLessThan(defaults.episodes);

  await button(figure, words.goOn).click();
  await expect.poll(episode).toBeGreaterThan(at);
  await pressOn(page, button(figure, words.restart), 'Enter');
  await expect.poll(episode).toBeLessThan(at);
  expect(page.workers().length, 'one worker at the most').toBeLessThanOrEqual(1);

  await pressOn(page, button(figure, words.hurry), 'Enter');
  await expect(button(figure, words.watch)).toBeFocused();
  await expectCounts(figure, counted());
  await noWorkers(page);
});

test('each setting trains another learner, and the title says what it learned', async ({
  page,
}) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await pressOn(page, figure.getByRole('slider', { name: words.share }), 'ArrowRight', 4);
  await expectCounts(figure, counted({ share: 5 }));
  const finding = fill(words.findingCoin, { levels: words.shareWords[4]! });
  await expect(figure.getByRole('heading', { name: finding })).toBeVisible();

  await figure.getByText(words.more).click();
  await pressOn(page, figure.getByRole('slider', { name: words.salience }), 'ArrowLeft');
  await expectCounts(figure, counted({ share: 5, salience: 65 }));
  await pressOn(page, figure.getByRole('slider', { name: words.episodes }), 'Home');
  await expectCounts(figure, counted({ share: 5, salience: 65, episodes: 500 }));
  await button(figure, words.anotherSeed).click();
  await expectCounts(figure, counted({ share: 5, salience: 65, episodes: 500, seed: 41 }));
  await expect(page).toHaveURL(/#coin-corridor\?share=5&salience=65&episodes=500&seed=41&end$/);
  await noWorkers(page);
});

test('a setting taken back while its learner trains out of sight shows the one at rest', async ({
  page,
}) => {
  await neverEnd(page);
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  const busy = figure.locator('[aria-busy=true]');
  await pressOn(page, figure.getByRole('slider', { name: words.share }), 'ArrowRight');
  await expect.poll(() => page.workers().length).toBe(1);
  await expect(busy).toHaveCount(1);

  await page.keyboard.press('ArrowLeft');
  await noWorkers(page);
  await expect(busy).toHaveCount(0);
  await expectCounts(figure, counted());
  await expect(figure.getByRole('heading', { name: words.findingExit })).toBeVisible();
});

test('twenty learners for each share lie where the model’s bands are', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await pressOn(page, button(figure, fill(words.sweepStart, { n: 180 })), 'Enter');
  const note = { salience: 70, episodes: '8,000' };
  await expect(figure.getByText(fill(words.sweepSettings, note))).toBeVisible();
  await figure.getByText(frame.table).click();
  const rows = await sweepRows(figure);
  expect(rows.map(([share]) => share)).toEqual(shares);

  // Means of twenty learners may wander by two standard errors of what many have given.
  const bands = [
    [62, 68],
    [49, 62],
    [34, 54],
    [16, 35],
    [2, 16],
    [0, 4],
    [0, 3],
    [0, 2],
    [0, 2],
  ];
  rows.forEach(([share, mean, lowest, highest], i) => {
    const [from, to] = bands[i]!;
    expect(mean, `${share} %`).toBeGreaterThanOrEqual(from!);
    expect(mean, `${share} %`).toBeLessThanOrEqual(to!);
    expect(lowest).toBeLessThanOrEqual(mean!);
    expect(highest).toBeGreaterThanOrEqual(mean!);
  });
  await noWorkers(page);

  await figure.getByText(words.more).click();
  await pressOn(page, figure.getByRole('slider', { name: words.salience }), 'ArrowRight');
  await expect(figure.getByText(fill(words.sweepOld, note)), 'it keeps its settings').toBeVisible();
  expect(await sweepRows(figure)).toEqual(rows);
});

test.describe('nothing is left running', () => {
  const start = async (page: Page) => {
    await slowDown(page);
    const figure = await openFigure(page, subject, '#coin-corridor?episodes=20000&end');
    await figure.getByRole('button', { name: words.watch }).click();
    await button(figure, fill(words.sweepStart, { n: 180 })).click();
    await expect.poll(() => page.workers().length).toBe(2);
    return figure;
  };

  test('after the sweep is stopped', async ({ page }) => {
    const figure = await start(page);
    await button(figure, words.hurry).click();
    await expect(button(figure, words.watch)).toBeVisible();
    await button(figure, words.sweepStop).click();
    await noWorkers(page);
    const kept = { salience: 70, episodes: '8,000' };
    await expect(figure.getByText(fill(words.sweepOld, kept)), 'the one before').toBeVisible();
  });

  test('after Reset', async ({ page }) => {
    const figure = await start(page);
    await button(figure, frame.reset).click();
    await noWorkers(page);
    await expectCounts(figure, counted());
  });

  test('after the page is left, and going back finds the figure whole', async ({ page }) => {
    const figure = await start(page);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    await noWorkers(page);
    await page.getByRole('link', { name: interfaceText.site.glossary }).first().click();
    await expect(page).toHaveURL(/glossary/);
    await page.goBack();
    await expect(figure).toHaveAttribute('data-figure', 'ready');
    await expectCounts(figure, counted({ episodes: 20_000 }));
    await noWorkers(page);
  });
});
