import { expect, type Page } from '@playwright/test';

/**
 * Brings every figure into view once, as a reader would who scrolls to the end, and waits until
 * each, and each quick check, has come alive.
 */
export async function readToTheEnd(page: Page): Promise<void> {
  for (const island of await page.locator('astro-island').all()) {
    // The element itself has no box. What is folded away comes alive only when it is opened.
    const isShown = await island.evaluate((element) => {
      const content = element.firstElementChild;
      content?.scrollIntoView();
      return content?.checkVisibility() ?? false;
    });
    // Astro takes this attribute away when the script of the island has run.
    if (isShown) await expect(island).not.toHaveAttribute('ssr');
  }
  await page.evaluate(() => document.querySelector('quick-check')?.scrollIntoView());
  const waiting = page.locator('quick-check :disabled[type=submit]').filter({ visible: true });
  await expect(waiting).toHaveCount(0);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
}
