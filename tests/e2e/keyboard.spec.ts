import type { Page } from '@playwright/test';
import {
  addressFollows,
  figures,
  openFigure,
  shownState,
  skipPrediction,
} from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { readToTheEnd } from '../support/read-to-the-end.ts';
import { lessonPages, pagesOfEachKind } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

const { figure: frame, site } = interfaceText;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Everything that can be operated. Of a group of radio buttons, Tab reaches one. */
const operable = 'a[href], button:enabled, input, select, summary, [tabindex="0"]';

/** Makes every figure of the page show its outcome, and goes back to the top. */
async function reveal(page: Page): Promise<void> {
  await readToTheEnd(page);
  const skips = page.getByRole('button', { name: frame.skip });
  for (let left = await skips.count(); left > 0; left -= 1) await skips.first().click();
  await page.evaluate(() => {
    scrollTo(0, 0);
    (document.activeElement as HTMLElement).blur();
  });
  // What is still fetched or computed for the outcome comes a moment later.
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** The first stop on a page that has just been opened leads past the header. */
async function expectSkipLink(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: site.skip });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
}

const withFigures = ['', ...lessonPages()];

// The page of the search puts the focus into its field.
for (const path of pagesOfEachKind().filter(
  (each) => each !== 'search/' && !withFigures.includes(each),
)) {
  test(`the first stop on /${path} skips to the content`, async ({ page }) => {
    await page.goto(path);
    await expectSkipLink(page);
  });
}

for (const path of withFigures) {
  test(`Tab skips to the content of /${path}, or reaches everything, in sight, marked and large enough`, async ({
    page,
  }) => {
    await page.goto(path);
    await expectSkipLink(page);
    await reveal(page);
    const expected = await page.evaluate((selector) => {
      const names = new Set<string>();
      const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
        if (!element.checkVisibility()) return false;
        const { type, name } = element as HTMLInputElement;
        if (type !== 'radio') return true;
        const isNew = !names.has(name);
        names.add(name);
        return isNew;
      });
      for (const [index, element] of all.entries()) element.dataset['stop'] = String(index);
      return all.map((element) => element.outerHTML.slice(0, 120));
    }, operable);

    const reached = new Set<string>();
    const unmarked: string[] = [];
    for (let stop = 0; stop < expected.length + 2; stop += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement;
        if (element === document.body) return undefined;
        const group = `input[type=radio][name="${element.name}"]`;
        const first =
          element.type === 'radio' ? document.querySelector<HTMLElement>(group)! : element;
        const marked = [element, element.closest('label')].some((shown) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(shown ?? element);
          return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        });
        const { top, bottom, left, right } = element.getBoundingClientRect();
        const inSight = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
        return { stop: first.dataset['stop'] ?? '', ok: marked && inSight };
      });
      // Beyond the last stop the browser takes over, and then the page begins anew.
      if (!focused) continue;
      reached.add(focused.stop);
      if (!focused.ok) unmarked.push(expected[Number(focused.stop)] ?? focused.stop);
    }
    expect.soft(unmarked, 'focus that cannot be seen').toEqual([]);
    expect.soft(expected.filter((_, index) => !reached.has(String(index)))).toEqual([]);

    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const small = await page.evaluate((selector) => {
        const found: string[] = [];
        for (const element of document.querySelectorAll<HTMLElement>(selector)) {
          if (!element.checkVisibility() || element.matches('.skip-link')) continue;
          // A link in a sentence is as high as its line.
          if (getComputedStyle(element).display === 'inline') continue;
          const target = element.closest('label') ?? element;
          const box = target.getBoundingClientRect();
          if (box.width < 24 || box.height < 24) {
            found.push(`${box.width} × ${box.height}: ${element.outerHTML.slice(0, 120)}`);
          }
        }
        return found;
      }, operable);
      expect.soft(small, `at ${width} px`).toEqual([]);
    }
  });
}

for (const subject of figures) {
  test(`${subject.name} can be finished with the keyboard alone`, async ({ page }) => {
    // A prediction may set the figure, so its state at rest is seen without one.
    const fresh = await openFigure(page, subject);
    await skipPrediction(fresh);
    const [rest] = await shownState(fresh);

    const figure = await openFigure(page, subject);
    await subject.predict(page, figure);
    await expect(figure.getByRole('button', { name: frame.again })).toBeVisible();
    const focusIsKept = () => figure.evaluate((node) => node.contains(document.activeElement));
    expect(await focusIsKept(), 'the focus stays in the figure').toBe(true);

    await subject.change(page, figure);
    await pressOn(page, figure.getByText(frame.table), 'Enter');
    await expect(figure.getByRole('table')).toBeVisible();
    await expect(page).toHaveURL((url) => url.hash.startsWith(`#${subject.name}?`));
    await addressFollows(page);
    const changed = page.url();

    await pressOn(page, figure.getByRole('button', { name: frame.reset, exact: true }), 'Enter');
    const [controls] = await shownState(figure);
    expect(controls).toEqual(rest);

    await pressOn(page, figure.getByRole('button', { name: frame.undo, exact: true }), 'Enter');
    await expect(page).toHaveURL(changed);
  });
}
