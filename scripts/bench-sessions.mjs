// `npm run bench -- sessions`: what half an hour of moving sliders leaves behind in the page, figure by
// figure. Whatever grows with the moves is a leak.
import { join } from 'node:path';
import { pagesWithFigures } from './bench-sliders.mjs';
import { browserFlags } from './browser.mjs';
import { moveSliders, weigh } from './long-session.mjs';
import { root } from './project.mjs';

/** Half an hour at four moves a second. */
const moves = 30 * 60 * 4;
/** Moves before the first weighing: what is fetched and cached once is no leak. */
const warmUp = 300;

/**
 * Prints a table of every figure with sliders on the pages.
 * @param {{ browser: string, paths: string[] }} options path of a browser, and pages as paths from the
 *   site's root; all lessons with figures where none is named
 */
export async function benchSessions({ browser: executablePath, paths }) {
  const { chromium } = await import('@playwright/test');
  const { createStaticServer, listen, normaliseBase } = await import('./static-server.mjs');
  const base = normaliseBase(process.env.BASE_PATH);
  const server = createStaticServer(join(root, 'dist'), base);
  const port = await listen(server, 0);
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  const rows = [];
  for (const path of paths.length > 0 ? paths : pagesWithFigures()) {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await page.goto(`http://localhost:${port}${base}${path}`);
    const names = await page
      .locator('[data-figure]')
      .evaluateAll((figures) => figures.map(({ id }) => id));
    for (const name of names) {
      const figure = page.locator(`#${name}`);
      await figure.evaluate((node) => node.scrollIntoView());
      await page.locator(`#${name}[data-figure=ready]`).waitFor();
      const skip = figure.locator('.prediction form button[type=button]');
      if (await skip.count()) await skip.first().click();
      // What a figure fetches once its outcome may be seen comes with its sliders.
      await page.waitForLoadState('networkidle');
      if ((await figure.locator('input[type=range]:enabled').count()) === 0) continue;
      await moveSliders(figure, warmUp);
      const before = await weigh(session);
      const began = performance.now();
      await moveSliders(figure, moves);
      const perMove = (performance.now() - began) / moves;
      const after = await weigh(session);
      rows.push({
        figure: name,
        moves,
        'ms a move': perMove.toFixed(1),
        'heap before kB': Math.round(before.heap / 1000),
        'grew kB': Math.round((after.heap - before.heap) / 1000),
        'more nodes': after.nodes - before.nodes,
        'more listeners': after.listeners - before.listeners,
      });
      console.log(`${path} ${name}: grew ${rows.at(-1)['grew kB']} kB in ${moves} moves`);
    }
    await page.close();
  }
  await browser.close();
  server.close();
  console.table(rows);
}
