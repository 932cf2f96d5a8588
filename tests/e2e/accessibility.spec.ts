import AxeBuilder from '@axe-core/playwright';
import { readToTheEnd } from '../support/read-to-the-end.ts';
import { pagesOfEachKind } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

// A colour in the middle of a transition has the contrast of neither end.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function faults(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}

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
      const axe = new AxeBuilder({ page });
      expect.soft(await faults(axe), `${width} px, ${colorScheme}`).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: 'active' });
    // The colours are the reader's own there. Of what axe looks at, only the shape of things can change.
    const axe = new AxeBuilder({ page }).withRules(['link-in-text-block', 'target-size']);
    expect.soft(await faults(axe), 'forced colours').toEqual([]);
  });
}
