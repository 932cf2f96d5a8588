import type { Locator, Page } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { expect, test } from './fixtures.ts';

const words = interfaceText.detectionLab.own;
const subject = figures.find(({ name }) => name === 'detection-lab')!;
const head = 'prompt_id,training,unmonitored\n';

async function openPanel(page: Page): Promise<Locator> {
  const figure = await openFigure(page, subject, '#detection-lab?panel=own&end');
  const skip = figure.getByRole('button', { name: interfaceText.figure.skip });
  if (await skip.isVisible()) await skipPrediction(figure);
  await expect(figure.getByRole('heading', { name: words.title, exact: true })).toBeVisible();
  return figure;
}

const result = (figure: Locator, name: string) =>
  figure.getByRole('region', { name: fill(words.result, { name }), exact: true });
const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

test('a wrong table is answered with its line, and takes nothing away', async ({ page }) => {
  const figure = await openPanel(page);
  await figure.getByRole('button', { name: words.example }).click();
  const example = result(figure, words.names.example);
  await expect(example).toContainText('by 11.4 points');
  await expect(example).toContainText(words.exampleNote);

  await figure.getByRole('radio', { name: words.ways.table }).check();
  await figure.getByRole('textbox', { name: words.paste }).fill(`${head}a,1,0\nb,maybe,0\n`);
  await figure.getByRole('button', { name: words.read }).click();
  await expect(
    figure.getByText('Line 3: “maybe” is neither yes nor no (column “training”).'),
  ).toBeVisible();
  await expect(
    figure.getByText(fill(words.kept, { name: words.names.example }), { exact: true }),
  ).toBeVisible();
  await expect(example).toContainText('by 11.4 points');

  await figure.getByRole('button', { name: words.useOne }).click();
  await expect(result(figure, words.names.pasted)).toContainText('Too few replies.');
  await expect(figure.getByText('“maybe”')).toHaveCount(0);

  const input = figure.getByLabel(words.file);
  await input.setInputFiles(file('names.csv', 'prompt,first,second\na,1,0\nb,1,1\n'));
  await expect(figure.getByText('Line 1 of “names.csv” names these columns')).toBeVisible();
  const count = figure.getByRole('button', { name: words.columns.count });
  await expect(count).toBeDisabled();
  await figure.getByLabel(words.columns.training).selectOption('first');
  await figure.getByLabel(words.columns.unmonitored).selectOption('second');
  await count.click();
  const chosen = result(figure, '“names.csv”');
  await expect(chosen).toContainText('Complied in training only: 1.');
  // Title and table are those of what was brought; the address holds none of it.
  await expect(figure.getByRole('heading').first()).toContainText('In “names.csv”');
  await figure.getByText(interfaceText.figure.table).click();
  await expect(figure.getByRole('rowheader', { name: words.table.mcnemar })).toBeVisible();
  await expect(page).toHaveURL(/#detection-lab\?panel=own&end$/);

  // Another panel and back: what was brought is still there.
  await figure.getByRole('radio', { name: interfaceText.detectionLab.panels.leak }).check();
  await expect(chosen).toHaveCount(0);
  await figure.getByRole('radio', { name: interfaceText.detectionLab.panels.own }).check();
  await expect(chosen).toBeVisible();
});

test('reading can be stopped and loses nothing, and fifty thousand rows leave the page awake', async ({
  page,
}) => {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route(/papaparse/, async (route) => {
    await held;
    await route.continue();
  });
  const figure = await openPanel(page);
  await figure.getByRole('button', { name: words.example }).click();
  await figure.getByRole('radio', { name: words.ways.table }).check();
  const input = figure.getByLabel(words.file);
  await input.setInputFiles(file('slow.csv', `${head}a,1,0\n`));
  await expect(figure.getByRole('progressbar')).toBeVisible();
  await figure.getByRole('button', { name: words.stop, exact: true }).click();
  await expect(figure.getByText(fill(words.stopped, { name: '“slow.csv”' }))).toBeVisible();
  release();
  await expect(figure.getByRole('progressbar')).toHaveCount(0);
  await expect(result(figure, words.names.example)).toBeVisible();

  const rows = Array.from({ length: 50_000 }, (_, index) =>
    index === 40_000
      ? `p${index},perhaps,0`
      : `p${index},${index % 7 ? 0 : 1},${index % 9 ? 0 : 1}`,
  );
  // Frames drawn while the table is read: work at one stroke would leave none.
  await page.evaluate(() => {
    const counter = { frames: 0 };
    const count = () => {
      if (document.querySelector('[aria-busy=true]')) counter.frames += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    Object.assign(window, { counter });
  });
  await input.setInputFiles(file('long.csv', head + rows.join('\n')));
  await expect(figure.getByText('Line 40,002: “perhaps”')).toBeVisible();
  const frames = await page.evaluate(
    () => (window as unknown as { counter: { frames: number } }).counter.frames,
  );
  expect(frames).toBeGreaterThan(1);
  await figure.getByRole('button', { name: fill(words.useMany, { n: '49,999' }) }).click();
  const long = result(figure, '“long.csv”');
  await expect(long).toContainText('more often in training');
  await figure.getByText(interfaceText.figure.table).click();
  await expect(figure.getByRole('cell', { name: '49,999' }).first()).toBeVisible();
});
