import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { csvParseRows } from 'd3';
import { figures, openFigure, skipPrediction, type FigureUnderTest } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { expect, test } from './fixtures.ts';

const { figure: frame } = interfaceText;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Presses a button of a figure and returns the file that the browser then saves. */
async function save(page: Page, figure: Locator, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: button, exact: true }).click(),
  ]);
  const contents = await readFile(await download.path());
  return { name: download.suggestedFilename(), contents };
}

/** What an SVG file holds, read by a page that knows nothing of the site's style sheets. */
async function readSvg(page: Page, file: string) {
  const blank = await page.context().newPage();
  const seen = await blank.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const root = document.importNode(parsed.documentElement, true) as unknown as SVGSVGElement;
    document.body.append(root);
    const all = [...root.querySelectorAll<SVGGraphicsElement>('*')];
    // A pattern's own marks lie nowhere.
    const marks = all.filter((node) => node.matches('rect, circle, line, path, text'));
    const drawn = marks.filter((node) => !node.closest('defs'));
    const { left, right } = root.getBoundingClientRect();
    const cutOff = drawn.filter((node) => {
      const box = node.getBoundingClientRect();
      return box.left < left - 1 || box.right > right + 1;
    });
    const used = [...text.matchAll(/url\((?:"|&quot;)?#([^)"&]+)/g)].map(([, id]) => id!);
    return {
      faults: parsed.querySelectorAll('parsererror').length,
      width: root.width.baseVal.value,
      words: (root.textContent ?? '').replace(/\s/g, ''),
      circles: root.querySelectorAll('circle').length,
      classes: root.querySelectorAll('[class], [style]').length,
      uncoloured: marks.filter((node) => !node.hasAttribute('fill')).map((node) => node.outerHTML),
      cutOff: cutOff.map((node) => node.textContent || node.outerHTML),
      lost: used.filter((id) => !all.some((node) => node.id === id)),
    };
  }, file);
  await blank.close();
  return seen;
}

/** A number as the page prints it: with a true minus, or a plus where a sign tells something. */
const isNumber = (cell: string) => /^[+−]?[\d.]+$/.test(cell);
/** The same number as programs read it. */
const plainNumber = (cell: string) => cell.replace('+', '').replace('−', '-');

/** The picture as it is now, in a file that needs nothing of the page. */
async function expectPicture(page: Page, figure: Locator, subject: FigureUnderTest) {
  const { name, contents } = await save(page, figure, frame.svg);
  expect(name).toBe(`${subject.name}.svg`);
  const svg = await readSvg(page, contents.toString());
  expect(svg.faults).toBe(0);
  const title = await figure.getByRole('heading').first().textContent();
  // Long lines are broken anew for the width of the picture.
  for (const line of [title!, frame.attribution]) {
    expect(svg.words).toContain(line.replace(/\s/g, ''));
  }
  // The address of the page follows the figure a moment later.
  const stateIsOnIt = ({ hash, href }: URL) => hash !== '' && svg.words.includes(href);
  await expect(page).toHaveURL(stateIsOnIt);
  expect(svg.circles).toBe(await figure.locator('svg[data-picture] circle').count());
  expect(svg.classes, 'marks that a style sheet would have to dress').toBe(0);
  expect(svg.uncoloured).toEqual([]);
  expect(svg.lost, 'patterns that the file lacks').toEqual([]);
  expect(svg.cutOff, 'marks that stick out of the picture').toEqual([]);
  return svg;
}

for (const subject of figures) {
  test(`${subject.name} stands still after a change, and can be saved`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 900 });
    const figure = await openFigure(page, subject);
    await skipPrediction(figure);
    await subject.change(page, figure);

    await test.step('still', async () => {
      const before = await figure.screenshot();
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      await page.waitForTimeout(1200);
      expect(before.equals(await figure.screenshot())).toBe(true);
    });

    await test.step('the picture on a phone', async () => {
      await expectPicture(page, figure, subject);
    });

    await page.setViewportSize({ width: 1280, height: 900 });
    await test.step('the picture on a wide screen', async () => {
      const svg = await expectPicture(page, figure, subject);
      const png = await save(page, figure, frame.png);
      expect(png.name).toBe(`${subject.name}.png`);
      expect(png.contents.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
      // The header of the first chunk holds the width; the picture is drawn at twice its size.
      expect(Math.abs(png.contents.readUInt32BE(16) - 2 * svg.width)).toBeLessThanOrEqual(2);
    });

    await test.step('the table', async () => {
      await figure.getByText(frame.table).click();
      const { name, contents } = await save(page, figure, frame.csv);
      expect(name).toBe(`${subject.name}.csv`);
      const text = contents.toString();
      // Without this mark, spreadsheets garble signs such as a true minus.
      expect(text[0]).toBe('\uFEFF');
      const saved = csvParseRows(text.slice(1));
      const table = figure.getByRole('table');
      // A long table comes in two steps.
      await expect(table.getByRole('row')).toHaveCount(saved.length);
      const shown = await table.evaluate((element) =>
        [...(element as HTMLTableElement).rows].map((row) =>
          [...row.cells].map((cell) => cell.textContent ?? ''),
        ),
      );
      expect(saved).toEqual(
        shown.map((cells) => cells.map((cell) => (isNumber(cell) ? plainNumber(cell) : cell))),
      );
    });
  });
}
