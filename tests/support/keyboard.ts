import type { Locator, Page } from '@playwright/test';

/** More stops than any page has. */
const mostStops = 400;

/**
 * Presses Tab until an element has the focus, as a reader without a mouse would.
 *
 * @throws {Error} when the whole page has gone by without it.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
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
