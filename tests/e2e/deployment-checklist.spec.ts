import type { Locator, Page } from '@playwright/test';
import { csvParse } from 'd3';
import { fill } from '../../src/lib/fill.ts';
import { readEntries } from '../../src/lib/read-course.ts';
import { measure as schema } from '../../src/schemas/measure.ts';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { savedText } from '../support/saved-file.ts';
import { expect, test } from './fixtures.ts';

const { deploymentChecklist: words, figure: frame } = interfaceText;
const subject = figures.find(({ name }) => name === 'deployment-checklist')!;
const measures = readEntries('content', 'measures/en/measures.yaml', schema);
const titleOf = (id: string) => measures.get(id)!.title;
const total = measures.size;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The row of a measure, or with another selector the stage that it stands in. */
const row = (figure: Locator, id: string, selector = '.stage > details') =>
  figure.locator(selector, { has: figure.page().getByText(titleOf(id), { exact: true }) });
const title = (figure: Locator) => figure.getByRole('heading').first();
/** Unfolds the stage of a measure and then the measure. */
async function unfold(figure: Locator, id: string): Promise<Locator> {
  const measure = row(figure, id);
  for (const each of [row(figure, id, '.stage'), measure]) {
    await pressOn(figure.page(), each.locator('summary').first(), 'Enter');
    await expect(each).toHaveAttribute('open');
  }
  return measure;
}
const field = (within: Locator, name: string) => within.getByRole('textbox', { name, exact: true });

/** Presses a button of the figure and returns what the browser then saves. */
const saved = (page: Page, figure: Locator, button: string) =>
  savedText(page, figure.getByRole('button', { name: button, exact: true }));

test('filled in by keyboard it is kept over a reload, cleared, and brought back', async ({
  page,
}) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await expect(figure.getByText(words.nothing)).toBeVisible();
  const reworded = await unfold(figure, 'reworded');
  await reworded.getByRole('combobox', { name: words.state }).focus();
  await page.keyboard.type(words.states.done);
  await field(reworded, words.owner).focus();
  await page.keyboard.type('Ada');
  await field(reworded, words.note).focus();
  await page.keyboard.type('twelve wordings');
  const finding = fill(words.findingSome, { done: 1, total, gap: words.gaps.operation });
  await expect(title(figure)).toHaveText(finding);
  await expect(figure.getByText(words.kept)).toBeVisible();
  await expect(page).toHaveURL(/#deployment-checklist\?stage=release&end$/);

  await page.reload();
  await figure.evaluate((node) => node.scrollIntoView());
  await expect(title(figure)).toHaveText(finding);
  await pressOn(page, reworded.locator('summary'), 'Enter');
  await expect(field(reworded, words.note)).toHaveValue('twelve wordings');

  await pressOn(page, figure.getByRole('button', { name: words.clear }), 'Enter');
  await expect(field(reworded, words.note)).toHaveValue('');
  await expect(figure.getByText(words.nothing)).toBeVisible();
  await pressOn(page, figure.getByRole('button', { name: frame.undo }), 'Enter');
  await expect(field(reworded, words.note)).toHaveValue('twelve wordings');
  await expect(field(reworded, words.owner)).toHaveValue('Ada');
});

test('what is written leaves as text, as a table and as a copy, and a bad copy changes nothing', async ({
  page,
}) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  const note = '=SUM(1)\n# no heading, "quoted"';
  const live = await unfold(figure, 'live-sample');
  await field(live, words.note).fill(note);

  expect(await saved(page, figure, words.markdown)).toContain(
    '> \\=SUM(1)\n> \\# no heading, "quoted"',
  );
  const text = await saved(page, figure, words.spreadsheet);
  expect(text[0]).toBe('\uFEFF');
  const table = csvParse(text.slice(1));
  expect(table).toHaveLength(total);
  const own = table.find((each) => each[words.measure] === titleOf('live-sample'))!;
  expect(own[words.note]).toBe(`'${note}`);
  const copy = await saved(page, figure, words.copy);

  const picker = figure.locator('input[type=file]');
  const open = (text: string) =>
    picker.setInputFiles({
      name: 'copy.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  await open('x'.repeat(500_001));
  await expect(figure.getByText(words.tooLarge)).toBeVisible();
  await open(copy.replace('"version": 1', '"version": 2'));
  await expect(figure.getByText(words.otherVersion)).toBeVisible();
  await expect(field(live, words.note)).toHaveValue(note);

  await field(live, words.note).fill('later');
  await open(copy);
  await expect(figure.getByText(words.opened)).toBeVisible();
  await expect(field(live, words.note)).toHaveValue(note);
  await figure.getByRole('button', { name: frame.undo }).click();
  await expect(field(live, words.note)).toHaveValue('later');
});

test('where the browser keeps nothing it says so, and can still be saved', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await expect(figure.getByText(words.unkept)).toBeVisible();
  const live = await unfold(figure, 'live-sample');
  await field(live, words.note).fill('only here');
  await expect(figure.getByText(words.unkept)).toBeVisible();
  expect(await saved(page, figure, words.markdown)).toContain('> only here');
});

test('its own print button prints the checklist alone, with what was written', async ({ page }) => {
  await page.addInitScript(() => {
    // The dialog would wait for somebody; the state that it would print is looked at instead.
    window.print = () => {};
  });
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  const live = await unfold(figure, 'live-sample');
  await field(live, words.note).fill('monthly');
  await field(live, words.note).blur();
  await figure.getByRole('button', { name: words.print, exact: true }).click();
  await page.emulateMedia({ media: 'print' });

  await expect(figure.getByText(words.documentTitle)).toBeVisible();
  await expect(figure.locator('dd', { hasText: 'monthly' })).toBeVisible();
  for (const id of ['clash-list', 'tell-users']) {
    await expect(row(figure, id).getByText(`${words.misses}.`)).toBeVisible();
  }
  const controls = page.locator('button, input, select, textarea').filter({ visible: true });
  await expect(controls).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.locator('figcaption').first()).toBeHidden();

  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a filter keeps a measure in sight while it is being filled in', async ({ page }) => {
  const figure = await openFigure(
    page,
    subject,
    '#deployment-checklist?stage=people&state=open&end',
  );
  // Until its script is there, what can be unfolded is the page's own.
  await expect(figure.locator('[aria-busy=true]')).toHaveCount(0);
  const users = row(figure, 'tell-users');
  await users.locator('summary').click();
  await users.getByRole('combobox', { name: words.state }).selectOption(words.states.done);
  await expect(users).toBeVisible();
  await expect(figure.getByText(fill(words.shown, { n: total - 1, total }))).toBeVisible();
  await users.locator('summary').click();
  await expect(users).toHaveCount(0);
});
