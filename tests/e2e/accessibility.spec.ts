import AxeBuilder from '@axe-core/playwright';
import { readToTheEnd } from '../support/read-to-the-end.ts';
import { sitePages } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

// A colour in the middle of a transition has the contrast of neither end.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const path of sitePages()) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on /${path} in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await readToTheEnd(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${width} px, ${id}: ${target.join(' ')}`),
        );
        expect.soft(found).toEqual([]);
      }
    });
  }
}
