import type { Page } from '@playwright/test';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { sitePages } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

const { worksheet } = interfaceText;
const { page: words, assignment, slides, key } = worksheet;

/** Width and height of the first page that the browser prints, in points. */
async function printedSize(page: Page): Promise<number[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, box = ''] = /\/MediaBox\s*\[([^\]]+)\]/.exec(pdf) ?? [];
  return box.trim().split(/\s+/).slice(2).map(Number).map(Math.round);
}

test('a worksheet prints as the sheet alone, on either paper, without answers', async ({
  page,
}) => {
  await page.goto('teach/right-reward-wrong-goal/worksheet/');
  await page.getByRole('radio', { name: words.a4 }).check();
  expect(await printedSize(page)).toEqual([595, 842]);
  await page.getByRole('radio', { name: words.letter }).check();
  expect(await printedSize(page)).toEqual([612, 792]);

  await page.emulateMedia({ media: 'print' });
  const interfaceParts = page.locator(
    'body > :not(main), nav, .no-print, .paper-bar, button, input, select, textarea, summary',
  );
  await expect(interfaceParts.filter({ visible: true })).toHaveCount(0);
  await expect(page.locator('.sheet')).toBeVisible();
  await expect(page.locator('.sheet svg[data-picture]').first()).toBeVisible();
  await expect(page.getByText(worksheet.sheet.because).first()).toBeVisible();
  for (const said of [key.right, key.wrong, key.belongs]) {
    await expect(page.getByText(`${said}.`, { exact: true })).toHaveCount(0);
  }
  const broken = await page
    .locator('.sheet-check')
    .evaluateAll((checks) =>
      checks.filter((each) => getComputedStyle(each).breakInside !== 'avoid'),
    );
  expect(broken).toEqual([]);
});

test('the worksheet of a lesson fills two sheets, with its figure and table on one page', async ({
  page,
}) => {
  await page.goto('teach/two-faces/worksheet/');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(4);
  // A4, without its margins, is 261 mm high.
  await page.emulateMedia({ media: 'print' });
  const still = await page.locator('.still').boundingBox();
  expect(still!.height).toBeLessThan((261 / 25.4) * 96);
  await expect(page.locator('.still table')).toBeVisible();
  // What is asked about the figure stands on the first sheet.
  const asked = page.getByText(worksheet.sheet.surprise);
  expect((await asked.boundingBox())!.y).toBeLessThan(still!.y);
});

test('a key holds the answers in the order of the sheet, and no page for learners links to it', async ({
  page,
  request,
}) => {
  const stems = async (path: string) => {
    await page.goto(path);
    return page
      .locator('.sheet-check')
      .evaluateAll((checks) =>
        checks.map((each) => [
          each.querySelector('.stem')!.textContent,
          ...[...each.querySelectorAll('.options li > :last-child')].map((option) =>
            option.firstChild!.textContent!.trim(),
          ),
        ]),
      );
  };
  const asked = await stems('teach/training-a-faker/worksheet/');
  const answered = await stems('teach/training-a-faker/key/');
  expect(asked.length).toBeGreaterThan(2);
  for (const [index, check] of asked.entries()) {
    expect(answered[index]!.slice(0, check.length)).toEqual(check);
  }
  await expect(page.locator('.sheet-check [data-correct=true]').first()).toBeVisible();
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await expect(page.locator('[data-pagefind-body]')).toHaveCount(0);

  const offline = await (await request.get('service-worker.js')).text();
  expect(offline).toContain('lessons/two-faces/');
  expect(offline).not.toMatch(/teach\/[^"]*key\//);
  for (const path of sitePages().filter((each) => !each.startsWith('teach/'))) {
    const html = await (await request.get(path)).text();
    expect(html, path).not.toMatch(/href="[^"]*\/key\//);
  }
});

test('the sheets of an assignment stand one after the other', async ({ page }) => {
  const link =
    '#assignment?title=Week+2&instructions=In+pairs.&due=2026-11-30T16:00Z,Europe/Berlin&lessons=two-faces,no-such&checks=the-experiment/a-new-study&questions=game-theory&end';
  await page.goto(`teach/worksheet/${link}`);
  const titles = page.locator('.sheet :is(h1, .part-title)').filter({ visible: true });
  await expect(titles.first()).toHaveText('Week 2');
  await expect(page.locator('[data-sheet=two-faces]')).toBeVisible();
  await expect(page.locator('[data-question]').filter({ visible: true })).toHaveCount(1);
  await expect(page.locator('.sheets > [role=status]')).toContainText('lessons: no-such');
  // The figure brings the styles of its own page.
  const rooms = page.locator('[data-sheet] .rooms');
  await expect(rooms).toHaveCSS('display', 'grid');

  // A link to a place on the page is no other assignment.
  await pressOn(page, page.locator('.skip-link'), 'Enter');
  await expect(page.locator('#content')).toBeFocused();
  await expect(page).toHaveURL((url) => url.hash === link);
  await expect(titles.first()).toHaveText('Week 2');
  await expect(page.locator('[data-sheet=two-faces]')).toBeVisible();

  await page.goto('about:blank');
  await page.goto('teach/key/');
  await expect(page.getByText(assignment.missing)).toBeVisible();
});

test('slides turn by keys, and leave a figure its own', async ({ page }) => {
  await page.goto('teach/two-faces/slides/');
  const slide = (n: number) =>
    expect(page.locator('[data-where]')).toHaveText(
      slides.place.replace('{n}', String(n)).replace('{all}', '4'),
    );
  await slide(1);
  for (const [pressed, n] of [
    ['ArrowRight', 2],
    [' ', 3],
    ['Shift+ ', 2],
    ['End', 4],
    ['Home', 1],
    ['PageDown', 2],
    ['PageDown', 3],
  ] as const) {
    await page.keyboard.press(pressed);
    await slide(n);
  }
  const choices = page.locator('#cue-switch').getByRole('radio');
  await choices.first().check();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await slide(3);
  await expect(choices.nth(2)).toBeChecked();

  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await expect(page.getByRole('button', { name: slides.leave })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await page.keyboard.press('?');
  await expect(page.getByText(slides.keysText)).toBeVisible();
  await page.keyboard.press('?');
  await page.keyboard.press('f');
  await page.getByRole('button', { name: slides.next }).click();
  await slide(4);

  await page.goto('about:blank');
  await page.goto('teach/two-faces/slides/#cue-switch?condition=deployment');
  await slide(3);
});

test('in full screen the switch and the dots are seen together, and the keys lie above them', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('teach/two-faces/slides/#cue-switch');
  await page.keyboard.press('f');
  const figure = page.locator('#cue-switch');
  await figure.getByRole('button', { name: interfaceText.figure.skip }).click();
  const switches = figure.locator('.switch label');
  const dots = figure.locator('.picture svg').last();
  const seen = async () => {
    const desk = (await page.locator('.desk').boundingBox())!.y;
    const first = (await switches.first().boundingBox())!.y;
    const { y, height } = (await dots.boundingBox())!;
    return first >= 0 && y + height <= desk;
  };
  await expect.poll(seen).toBe(true);

  const fontSize = () =>
    page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
  const fitted = await fontSize();
  expect(fitted).toBeGreaterThanOrEqual(16);
  for (let times = 0; times < 3; times++) await page.keyboard.press('-');
  expect(await fontSize()).toBeLessThan(fitted * 0.65);
  for (let times = 0; times < 5; times++) await page.keyboard.press('+');
  expect(await fontSize()).toBeGreaterThan(fitted);

  await page.keyboard.press('?');
  const covered = await page.locator('[data-keys]').evaluate((panel) => {
    const { left, top, width, height } = panel.getBoundingClientRect();
    return [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((across) =>
      [0.1, 0.3, 0.5, 0.7, 0.9].filter((down) => {
        const there = document.elementFromPoint(left + across * width, top + down * height);
        return !panel.contains(there);
      }),
    );
  });
  expect(covered).toEqual([]);
});
