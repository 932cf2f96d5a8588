import type { Locator, Page } from '@playwright/test';

/** More stops than any page has. */
const mostStops = 400;

/**
 * Where a figure lies at hand, Tab goes on from its beginning, unless the way on from the present focus
 * is shorter. That Tab reaches every figure from the top of its page is a test of its own.
 */
function startAtFigure(target: Element): void {
  const figure = target.closest<HTMLElement>('figure[data-figure]');
  const focus = document.activeElement;
  if (!figure || focus === target) return;
  const isAhead = focus && focus.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (figure.contains(focus) && isAhead) return;
  figure.tabIndex = -1;
  figure.focus({ preventScroll: true });
  figure.removeAttribute('tabindex');
}

/**
 * Presses Tab until an element has the focus, as a reader without a mouse would.
 *
 * @throws {Error} when the whole page has gone by without it.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.evaluate(startAtFigure);
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${target.toString()}.`);
}

/** Goes to an element by Tab and presses a key there, once or more. */
export async function pressOn(page: Page, target: Locator, key: string, times = 1): Promise<void> {
  await tabTo(page, target);
  for (let press = 0; press < times; press += 1) await page.keyboard.press(key);
}
