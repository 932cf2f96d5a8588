import type { Page } from '@playwright/test';
import { axeFaults } from '../support/axe.ts';
import { openFigure } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { readToTheEnd } from '../support/read-to-the-end.ts';
import { lessonPages, pagesOfEachKind } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

const { cueSwitch, figure: frame, lesson, site } = interfaceText;

const home = { name: 'cue-switch', lesson: '' };

test('with motion the scratchpad is written line by line', async ({ page }) => {
  const figure = await openFigure(page, home);
  await pressOn(
    page,
    figure.getByRole('radio', { name: cueSwitch.used, exact: true }),
    'ArrowRight',
  );
  expect(await page.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0);
});

test.describe('forced colours', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' } });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`on a ${colorScheme} screen the three kinds of dots differ in shape`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const figure = await openFigure(page, home);
      const dots = figure.getByRole('img', { name: frame.training });
      const look = (mark: string) =>
        dots
          .locator(mark)
          .first()
          .evaluate((dot) => {
            const { fill, stroke, strokeWidth } = getComputedStyle(dot);
            return { fill, rim: stroke, width: parseFloat(strokeWidth) };
          });
      const [ink, ground] = await page.evaluate(() =>
        ['CanvasText', 'Canvas'].map((name) => {
          document.body.style.backgroundColor = name;
          return getComputedStyle(document.body).backgroundColor;
        }),
      );

      const faking = await look('.faking');
      expect(faking, 'a thick ring').toMatchObject({ fill: ground, rim: ink });
      expect(faking.width).toBeGreaterThanOrEqual(3);
      expect(await look('.persuaded'), 'a disc').toMatchObject({ fill: ink, rim: 'none' });
      const refused = await look('.refused circle');
      expect(refused, 'a thin ring').toMatchObject({ fill: 'none', rim: ink });
      expect(refused.width).toBeLessThan(faking.width / 2);
      expect(await look('.refused path'), 'with a bar across').toMatchObject({ rim: ink });
    });
  }

  test('the side of the switch that is chosen stands out', async ({ page }) => {
    const figure = await openFigure(page, home);
    const background = (text: string) =>
      figure
        .locator('.switch label', { hasText: new RegExp(`^\\s*${text}`) })
        .evaluate((label) => getComputedStyle(label).backgroundColor);
    expect(await background(cueSwitch.used)).not.toBe(await background(cueSwitch.notUsed));
  });
});

test('more contrast leaves no faint text', async ({ page }) => {
  await page.goto('lessons/two-faces/');
  const colours = () =>
    page.locator('main').evaluate((main) => {
      const soft = main.querySelector('.question')!;
      return { ink: getComputedStyle(main).color, soft: getComputedStyle(soft).color };
    });
  const usual = await colours();
  expect(usual.soft).not.toBe(usual.ink);
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
  const more = await colours();
  expect(more.soft).toBe(more.ink);
  await readToTheEnd(page);
  expect(await axeFaults(page)).toEqual([]);
});

/** A lesson on paper: pictures and references, and nothing to press. */
async function expectPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  for (const figure of await page.locator('figure[data-figure]').all()) {
    const pictures = figure.locator('svg[data-picture]');
    expect(await pictures.count()).toBeGreaterThan(0);
    for (const picture of await pictures.all()) await expect(picture).toBeVisible();
  }
  await expect(page.getByRole('heading', { name: lesson.references })).toBeVisible();
  await expect(page.locator('.references li').first()).toBeVisible();
  // A term of the scratchpad is a label on paper.
  const controls = page.locator('button:not(.term), input, select').filter({ visible: true });
  await expect(controls).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
}

/** Shows every outcome and opens whatever is folded. */
async function openEverything(page: Page): Promise<void> {
  const skips = page.getByRole('button', { name: frame.skip });
  for (let left = await skips.count(); left > 0; left -= 1) await skips.first().click();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const terms = page.locator('button.term').filter({ visible: true });
  for (const term of await terms.all()) await term.click();
}

/** What a reader would have to scroll sideways for, or could not get at. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const found = root.scrollWidth > root.clientWidth ? [`page: ${root.scrollWidth} px`] : [];
    for (const element of document.querySelectorAll('main *, header *, footer *')) {
      // A wide table scrolls in a frame of its own. Of a picture, the whole and its words count.
      const frame = element.parentElement?.closest('.scroll-x');
      if (frame && getComputedStyle(frame).overflowX === 'auto') continue;
      if (element.closest('.visually-hidden')) continue;
      if (element.parentElement?.closest('svg') && element.localName !== 'text') continue;
      if (!element.checkVisibility()) continue;
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (right > root.clientWidth + 1 || left < -1)) {
        found.push(`${element.tagName} “${element.textContent?.trim().slice(0, 40)}” to ${right}`);
      }
    }
    return found;
  });
}

const lessons = lessonPages();
for (const path of pagesOfEachKind()) {
  test(`/${path} loses nothing at 400 % zoom, with text at 200 %, and on paper`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    // What a window of 1280 by 1024 pixels has left at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(path);
    await readToTheEnd(page);
    expect.soft(await cutOff(page), '400 % zoom, as it opens').toEqual([]);
    if (lessons.includes(path)) await expectPaper(page);
    await openEverything(page);
    expect.soft(await cutOff(page), '400 % zoom').toEqual([]);

    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await page.setViewportSize({ width: 1280, height: 1024 });
    const size = await page.locator('body').evaluate((body) => getComputedStyle(body).fontSize);
    expect(parseFloat(size)).toBeGreaterThan(32);
    expect.soft(await cutOff(page), 'text at 200 %').toEqual([]);
    await expect(page.getByRole('link', { name: site.lessons, exact: true }).first()).toBeVisible();
  });
}
