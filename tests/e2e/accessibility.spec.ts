import { axeFaults } from '../support/axe.ts';
import { readToTheEnd } from '../support/read-to-the-end.ts';
import { pagesOfEachKind } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

// A colour in the middle of a transition has the contrast of neither end.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const path of pagesOfEachKind()) {
  test(`axe finds nothing on /${path}`, async ({ page }) => {
    await page.goto(path);
    // Each width and each theme once: the themes differ in colours alone, and no colour hangs on the width.
    for (const [width, colorScheme] of [
      [360, 'light'],
      [1280, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await readToTheEnd(page);
      expect.soft(await axeFaults(page), `${width} px, ${colorScheme}`).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: 'active' });
    // The colours are the reader's own there. Of what axe looks at, only the shape of things can change.
    const faults = await axeFaults(page, ['link-in-text-block', 'target-size']);
    expect.soft(faults, 'forced colours').toEqual([]);
  });
}
