import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

/**
 * The text of the file that a page hands to the browser's download when a button is pressed. Firefox tells
 * nobody what becomes of a download, so there the text is taken where the page lets go of it.
 */
export async function savedText(page: Page, button: Locator): Promise<string> {
  if (page.context().browser()?.browserType().name() === 'firefox') {
    const handedOver = page.evaluate(() => {
      const { createObjectURL } = URL;
      return new Promise<string>((resolve) => {
        URL.createObjectURL = (file: Blob) => {
          URL.createObjectURL = createObjectURL;
          resolve(file.text());
          return createObjectURL(file);
        };
      });
    });
    await button.click();
    return handedOver;
  }
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFile(await download.path(), 'utf8');
}
