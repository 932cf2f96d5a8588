import type { Page } from '@playwright/test';
import { axeFaults } from '../support/axe.ts';
import { interfaceText } from '../support/interface-text.ts';
import { tabThrough } from '../support/keyboard.ts';
import {
  controlsOnPaper,
  cutOff,
  hiddenWords,
  plainHatching,
  smallTargets,
  smallWords,
  spaceOut,
} from '../support/page-layout.ts';
import { readToTheEnd } from '../support/read-to-the-end.ts';
import { lessonPages, pagesOfEachKind } from '../support/site-pages.ts';
import { figureFaults, labelFaults, textTreeFaults } from '../support/text-tree.ts';
import { expect, test } from './fixtures.ts';

const { figure: frame, lesson, site } = interfaceText;

test.use({
  // A colour in the middle of a transition has the contrast of neither end.
  contextOptions: { reducedMotion: 'reduce' },
  // What a window of 1280 by 1024 pixels has left at 400 %.
  viewport: { width: 320, height: 256 },
});

/** The first stop on a page that has just been opened leads past the header. */
async function expectSkipLink(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: site.skip });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
}

/** Makes every figure show its outcome, and waits for what is still fetched or computed for it. */
async function showOutcomes(page: Page): Promise<void> {
  const skips = page.getByRole('button', { name: frame.skip });
  for (let left = await skips.count(); left > 0; left -= 1) await skips.first().click();
  // An embedded figure may rest until it is wanted.
  const rests = page.locator('[data-work]');
  if (await rests.isVisible()) {
    await rests.click();
    await expect(rests).toBeHidden();
  }
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** Opens whatever is folded. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const terms = page.locator('button.term').filter({ visible: true });
  for (const term of await terms.all()) await term.click();
}

/** Counts what the page asks to be called before each picture. */
function countCallbacks(): void {
  const ask = requestAnimationFrame.bind(window);
  const asked = { count: 0 };
  window.requestAnimationFrame = (callback) => {
    asked.count += 1;
    return ask(callback);
  };
  Object.assign(window, { asked });
}

/** How many callbacks before a picture were asked for within a second. */
function callbacksAtRest(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const asked = Reflect.get(window, 'asked') as { count: number };
    const before = asked.count;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return asked.count - before;
  });
}

const lessons = lessonPages();

// Everything that a page is asked, on one visit: opening it and its figures costs as much as many questions.
for (const path of pagesOfEachKind()) {
  test(`/${path} is there for everybody`, async ({ page }) => {
    const none = async (faults: Promise<string[]>, what: string) =>
      expect.soft(await faults, what).toEqual([]);

    await page.addInitScript(countCallbacks);
    await page.goto(path);
    // A figure to embed has nothing around it; the page of the search puts the focus into its field.
    const isBare = path.startsWith('embed/');
    if (path !== 'search/' && !isBare) await expectSkipLink(page);
    await readToTheEnd(page);
    await none(cutOff(page), '400 % zoom, as it opens');
    await none(axeFaults(page), 'axe at 320 px in light colours, as it opens');

    // Paper as wide as A4 between its margins. It shows an outcome to those who have not guessed, too.
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.setViewportSize({ width: 680, height: 960 });
    await none(cutOff(page), 'on paper');
    await none(controlsOnPaper(page), 'controls on paper');
    for (const figure of await page.locator('figure[data-figure]').all()) {
      const pictures = figure.locator('svg[data-picture]');
      if (!(await figure.isVisible())) continue;
      expect.soft(await pictures.count()).toBeGreaterThan(0);
      expect.soft(await pictures.filter({ visible: true }).count()).toBe(await pictures.count());
      // On slides the figure is the picture alone.
      if (path.endsWith('slides/')) continue;
      await expect.soft(figure.locator('details.table table')).toBeVisible();
    }
    if (lessons.includes(path)) {
      await expect(page.getByRole('heading', { name: lesson.references })).toBeVisible();
      await expect(page.locator('.references li').first()).toBeVisible();
    }
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 320, height: 256 });

    await showOutcomes(page);
    await none(tabThrough(page), 'Tab');
    await unfold(page);
    await none(cutOff(page), '400 % zoom, unfolded');
    await none(smallTargets(page), 'targets at 320 px');
    await none(smallWords(page), 'words at 320 px');
    const running = () =>
      document.getAnimations().filter(({ playState }) => playState === 'running').length;
    expect.soft(await page.evaluate(running), 'with reduced motion nothing moves').toBe(0);
    expect.soft(await callbacksAtRest(page), 'callbacks before a picture, at rest').toBe(0);

    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1280, height: 1024 });
    await none(axeFaults(page), 'axe at 1280 px in dark colours, unfolded');
    await none(textTreeFaults(page), 'text tree');
    await none(labelFaults(page), 'words on controls');
    await none(figureFaults(page), 'figures in words');
    await none(smallTargets(page), 'targets at 1280 px');
    await none(smallWords(page), 'words at 1280 px');
    const help = page.getByRole('contentinfo').getByRole('link', { name: site.accessibility });
    await expect.soft(help, 'help at the foot').toHaveCount(isBare ? 0 : 1);

    await page.setViewportSize({ width: 768, height: 1024 });
    await page.emulateMedia({ forcedColors: 'active' });
    // The colours are the reader's own there. Of what axe looks at, only the shape of things can change,
    // and only figures have shapes of their own for it.
    if ((await page.locator('figure[data-figure]').count()) > 0) {
      const shapes = ['link-in-text-block', 'target-size'];
      await none(axeFaults(page, shapes), 'axe in forced colours');
    }
    await none(plainHatching(page), 'hatching in forced colours');
    await page.emulateMedia({ forcedColors: 'none' });

    await page.setViewportSize({ width: 1280, height: 1024 });
    const usual = await spaceOut(page);
    await none(cutOff(page), 'text spaced out');
    await none(hiddenWords(page), 'words hidden when text is spaced out');
    await page.setViewportSize({ width: 320, height: 640 });
    await none(cutOff(page), 'text spaced out at 320 px');
    await none(hiddenWords(page), 'words hidden when text is spaced out at 320 px');
    await usual();
    await page.setViewportSize({ width: 1280, height: 1024 });

    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    const size = await page.locator('body').evaluate((body) => getComputedStyle(body).fontSize);
    expect(parseFloat(size)).toBeGreaterThan(32);
    await none(cutOff(page), 'text at 200 %');
    if (isBare) return;
    await expect(page.getByRole('link', { name: site.lessons, exact: true }).first()).toBeVisible();
  });
}
