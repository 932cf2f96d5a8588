import type { Locator, Page } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { keptRecord } from '../support/kept-record.ts';
import { pressOn } from '../support/keyboard.ts';
import { savedText } from '../support/saved-file.ts';
import { expect, test } from './fixtures.ts';

const { worryMap: words, figure: frame } = interfaceText;
const subject = figures.find(({ name }) => name === 'worry-map')!;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const onMap = (figure: Locator, name: string) => figure.getByRole('radio', { name });
const mark = (figure: Locator, name: keyof typeof words.marks) =>
  figure.getByRole('radio', { name: words.marks[name], exact: true });
const after = (figure: Locator, id: keyof typeof words.questions) =>
  figure.getByRole('slider', { name: fill(words.after, { name: words.questions[id].name }) });
const title = (figure: Locator) => figure.getByRole('heading').first();

/** A first estimate, one argument that moved the reader, and an estimate after it. */
async function goThrough(page: Page, figure: Locator) {
  await subject.predict(page, figure);
  const argument = onMap(figure, 'The story set it up');
  // Away from the edge of the window, where a notice may lie.
  await argument.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  await argument.click({ force: true });
  await mark(figure, 'down').check();
  await figure.getByText(words.again, { exact: true }).first().click();
  await pressOn(page, after(figure, 'unprompted'), 'ArrowLeft', 10);
}

/** Documents that the store has not let go of. */
const left = async (page: Page) =>
  ((await keptRecord(page))['documents'] ?? []).filter(({ value }) => value !== undefined);

const save = (page: Page, figure: Locator, name: string) =>
  savedText(page, figure.getByRole('button', { name }));

test('estimates and marks are kept over a reload, stay out of the address, and can be deleted', async ({
  page,
}) => {
  const figure = await openFigure(page, subject);
  await goThrough(page, figure);
  await expect(figure.getByText(words.kept)).toBeVisible();
  const moved = fill(words.openedMoved, { n: 1, all: 20, up: 0, down: 1 });
  await expect(title(figure)).toHaveText(fill(words.changed, { title: moved, n: 1 }));
  await expect(page).toHaveURL(/#worry-map\?argument=set-up&end$/);

  // The bare page, as one comes back to it another day.
  await openFigure(page, subject);
  await expect(title(figure)).toHaveText(fill(words.changed, { title: moved, n: 1 }));
  await expect(figure.getByText('Before: unprompted 55. Now: unprompted 45.')).toBeVisible();
  await figure.getByText(words.again, { exact: true }).first().click();
  await expect(after(figure, 'unprompted')).toHaveValue('45');
  await expect(figure.getByText('Moved you down: The story set it up.').first()).toBeVisible();

  // To predict again leaves the first estimate as it was.
  await figure.getByRole('button', { name: frame.again }).click();
  await expect(figure.getByText(words.predictAgain)).toBeVisible();
  await subject.predict(page, figure);
  await expect(figure.getByText('Before: unprompted 55. Now: unprompted 50.')).toBeVisible();

  await figure.getByRole('button', { name: words.delete }).click();
  await expect(title(figure)).toHaveText(fill(words.atRest, { each: 9, open: 2 }));
  await figure.getByRole('button', { name: words.undo, exact: true }).click();
  await expect(title(figure)).toHaveText(fill(words.changed, { title: moved, n: 1 }));
  await figure.getByRole('button', { name: words.delete }).click();
  // The store has let go of it too, before the page is left.
  await expect.poll(() => left(page)).toEqual([]);
  await openFigure(page, subject);
  await expect(figure.getByRole('button', { name: frame.skip })).toBeVisible();
});

test('what is deleted stays deleted while an argument is open, and can be brought back', async ({
  page,
}) => {
  const figure = await openFigure(page, subject);
  await goThrough(page, figure);
  const before = await title(figure).textContent();
  const remove = figure.getByRole('button', { name: words.delete });
  const undo = figure.getByRole('button', { name: words.undo, exact: true });
  await remove.click();
  await expect(title(figure)).toHaveText(fill(words.atRest, { each: 9, open: 2 }));
  await expect(figure.locator('[data-argument=set-up]')).toBeVisible();
  await expect.poll(() => left(page)).toEqual([]);
  await undo.click();
  await expect(title(figure)).toHaveText(before!);
  await expect(mark(figure, 'down')).toBeChecked();
  await expect(undo).toHaveCount(0);

  // A mark is something new, and with it the argument counts as opened again.
  await remove.click();
  await mark(figure, 'up').check();
  await expect(title(figure)).toHaveText(
    fill(words.openedMoved, { n: 1, all: 20, up: 1, down: 0 }),
  );
  await expect(undo).toHaveCount(0);
  await expect(remove).toBeEnabled();
});

test('where the browser keeps nothing it says so, and the files can still be had', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  const figure = await openFigure(page, subject);
  await goThrough(page, figure);
  await expect(figure.getByText(words.unkept)).toBeVisible();
  const text = await save(page, figure, words.saveMarkdown);
  expect(text).toContain('before 55 in 100');
  expect(text).toContain('Moved you down: The story set it up.');
  const data = JSON.parse(await save(page, figure, words.saveJson)) as {
    questions: { before: object | null; after: object | null }[];
  };
  expect(data.questions[0]).toMatchObject({ before: { value: 55 }, after: { value: 45 } });
});

test('a record that cannot be read is set aside and handed over', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await goThrough(page, figure);
  await expect(figure.getByText(words.kept)).toBeVisible();
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const request = indexedDB.open('unwatched');
        request.onsuccess = () => {
          const change = request.result.transaction('documents', 'readwrite');
          change.objectStore('documents').put({ name: 'worry-map', value: { before: 'much' } });
          change.oncomplete = () => {
            request.result.close();
            done();
          };
        };
      }),
  );
  await openFigure(page, subject);
  await skipPrediction(figure);
  expect(JSON.parse(await save(page, figure, words.setAside))).toEqual({ before: 'much' });
  await expect(title(figure)).toHaveText(fill(words.atRest, { each: 9, open: 2 }));
});

test('the keyboard walks the map, the answers and back', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  const texts = figure.locator('[data-argument]');
  await pressOn(page, onMap(figure, 'The story set it up'), 'ArrowRight');
  await expect(onMap(figure, 'Facts, not orders')).toBeFocused();
  await expect(texts.filter({ visible: true })).toHaveCount(1);
  await expect(figure.locator('[data-argument=not-told]')).toBeVisible();

  const answer = figure.locator('[data-argument=not-told]').getByRole('link', {
    name: 'Most models do not',
  });
  await pressOn(page, answer, 'Enter');
  await expect(figure.locator('[data-argument=few-do-it]')).toBeFocused();
  await expect(onMap(figure, 'Most models do not')).toBeChecked();
  await expect(title(figure)).toHaveText(fill(words.opened, { n: 2, all: 20 }));

  await expect(page).toHaveURL(/#worry-map\?argument=few-do-it&end$/);
  await page.reload();
  await expect(figure.locator('[data-argument=few-do-it]')).toBeVisible();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('every argument can be read, and its answers lead down the page', async ({ page }) => {
    await page.goto(subject.lesson);
    const texts = page.locator('[data-argument]');
    await expect(texts.filter({ visible: true })).toHaveCount(20);
    await page
      .locator('[data-argument=benign]')
      .getByRole('link', { name: 'It resists' })
      .first()
      .click();
    await expect(page).toHaveURL(/#argument-resists-repair$/);
    await expect(page.locator('[data-argument=resists-repair]')).toBeInViewport();
  });
});

test('in a frame on somebody’s page a mark lasts as long as the page, and nothing says that it is kept', async ({
  page,
}) => {
  await page.goto('embed/worry-map/#worry-map?argument=set-up&end');
  const figure = page.locator('#worry-map');
  await mark(figure, 'down').check();
  await expect(figure.getByText(words.delete)).toBeVisible();
  for (const said of [words.kept, words.keptNothing, words.unkept]) {
    await expect(figure.getByText(said)).toHaveCount(0);
  }
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});
