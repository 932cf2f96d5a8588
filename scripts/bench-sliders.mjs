// `npm run bench -- sliders`: how long each figure takes from a reader's move to the next picture, on
// a phone-sized screen and a processor slowed down to a quarter. The times are the browser's own
// (Event Timing), the ones that "interaction to next paint" is made of.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserFlags } from './browser.mjs';
import { builtBase } from './built-base.mjs';
import { root } from './project.mjs';
import { quantileOf } from './quantile.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */
/** @typedef {{ duration: number, control: string }} Interaction duration in ms */

const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true };
const slowdown = 4;
/** Above this, in ms, an interaction is said to need improvement (web.dev/articles/inp). */
const tooSlow = 200;
/** Figures that owe their readers more. */
const limits = { 'variation-atlas': 100 };
/** The shortest interaction that the browser tells of, in ms. */
const shortest = 16;

/** Paths of the built lessons that have a figure. */
export function pagesWithFigures() {
  return readdirSync(join(root, 'dist', 'lessons'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => {
      const html = readFileSync(join(root, 'dist', 'lessons', name, 'index.html'), 'utf8');
      return html.includes('data-figure=');
    })
    .map((name) => `/lessons/${name}/`);
}

/** Runs in the page: keeps the duration of each interaction, under the name of its control. */
function watch({ shortest }) {
  /** @type {Map<string, Interaction>} */
  const interactions = new Map();
  const nameOf = (target) => {
    if (!(target instanceof Element)) return 'page';
    const label = target.labels?.[0]?.textContent ?? target.ariaLabel ?? target.textContent ?? '';
    return `${target.type ?? target.localName}: ${label.trim().replace(/\s+/g, ' ').slice(0, 40)}`;
  };
  const keep = (entries) => {
    for (const { interactionId, name, startTime, duration, target } of entries) {
      // A slider that is dragged sends input events between the press and the release. They belong to
      // no interaction, but readers wait for their pictures too.
      if (!interactionId && name !== 'input') continue;
      const key = String(interactionId || `input at ${startTime}`);
      const longest = interactions.get(key);
      if (longest && longest.duration >= duration) continue;
      interactions.set(key, { duration, control: nameOf(target) });
    }
  };
  // A pointer that drags sends moves that the browser does not time; the next picture ends them.
  addEventListener(
    'pointermove',
    ({ buttons, timeStamp, target }) => {
      if (!buttons) return;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const duration = Math.round(performance.now() - timeStamp);
          interactions.set(`drag at ${timeStamp}`, {
            duration,
            control: `drag: ${nameOf(target)}`,
          });
        };
        port2.postMessage(undefined);
      });
    },
    { capture: true, passive: true },
  );
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: 'event', durationThreshold: shortest });
  window.takeInteractions = () => {
    keep(observer.takeRecords());
    const taken = [...interactions.values()];
    interactions.clear();
    return taken;
  };
}

/** Waits until what was asked for is on the screen. */
async function settle(page) {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      }),
  );
}

/** Uses a control as its sort is used; returns how many times. */
async function operate(page, control) {
  const kind = await control.evaluate((node) => node.type ?? node.role ?? node.localName);
  // As a reader would have it: in the middle, with some of the picture in sight.
  await control.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  let moves = 0;
  const move = async (act) => {
    await act();
    await settle(page);
    moves += 1;
  };
  const press = (key, times = 1) =>
    Array.from({ length: times }).reduce(
      (before) => before.then(() => move(() => page.keyboard.press(key))),
      Promise.resolve(),
    );

  if (kind === 'range') {
    await control.focus();
    await press('ArrowRight', 5);
    await press('ArrowLeft', 5);
    const box = await control.boundingBox();
    const at = (share) => [box.x + 4 + share * (box.width - 8), box.y + box.height / 2];
    await page.mouse.move(...at(0.5));
    await move(() => page.mouse.down());
    for (const share of [0.6, 0.7, 0.8, 0.9, 1, 0.75, 0.5, 0.25, 0, 0.1, 0.2, 0.3, 0.4]) {
      await move(() => page.mouse.move(...at(share)));
    }
    await move(() => page.mouse.up());
    await press('End');
    await press('Home');
  } else if (kind === 'slider') {
    // A picture to move about in: by every key that it may know, and dragged from corner to corner.
    await control.focus();
    for (const key of ['Right', 'Up', 'Left', 'Down', 'Right']) await press(`Arrow${key}`, 4);
    for (const key of ['Enter', 'End', 'Enter', 'Home', 'Enter', 'PageDown']) await press(key);
    const box = await control.boundingBox();
    const at = (share) => [
      box.x + (0.1 + 0.8 * share) * box.width,
      box.y + (0.1 + 0.8 * share) * box.height,
    ];
    await page.mouse.move(...at(0));
    await move(() => page.mouse.down());
    for (let share = 0.05; share <= 1; share += 0.05)
      await move(() => page.mouse.move(...at(share)));
    await move(() => page.mouse.up());
    await press('Escape');
  } else if (kind === 'search') {
    await control.focus();
    for (const key of 'honest') await press(key);
    await press('Backspace', 6);
  } else if (kind === 'select-one') {
    await control.focus();
    await press('ArrowDown', 3);
    await press('ArrowUp', 3);
  } else if (kind === 'number') {
    await control.focus();
    await press('ArrowUp', 3);
  } else {
    await move(() => control.click());
  }
  return moves;
}

/**
 * Skips the figure's prediction and uses every control of it once.
 * @param {Page} page with the figure's page open
 * @param {string} name of the figure
 */
async function useFigure(page, name) {
  const figure = page.locator(`#${name}`);
  await figure.scrollIntoViewIfNeeded();
  await page.locator(`#${name}[data-figure=ready]`).waitFor();
  const skip = figure.locator('.prediction form button[type=button]');
  if (await skip.count()) await skip.first().click();
  await settle(page);
  await page.evaluate(() => window.takeInteractions());

  let moves = 0;
  // Sliders first: a button may start something that takes them away for a while.
  const sorts = [
    'input[type=range]',
    '[role=slider]',
    'select',
    'input:not([type=range])',
    'summary',
    'input[type=number]',
    'button',
  ];
  for (const sort of sorts) {
    const controls = figure.locator(`:is(.controls, .picture, details) ${sort}`);
    for (let index = 0; index < (await controls.count()); index += 1) {
      const control = controls.nth(index);
      if (!(await control.isVisible()) || !(await control.isEnabled())) continue;
      moves += await operate(page, control);
    }
  }
  await settle(page);
  return { moves, interactions: await page.evaluate(() => window.takeInteractions()) };
}

/** @param {{ moves: number, interactions: Interaction[] }} used */
function rowOf(page, figure, { moves, interactions }) {
  // What the browser does not tell of was shorter than the shortest that it tells of.
  const limit = limits[figure] ?? tooSlow;
  const untold = Array.from({ length: Math.max(0, moves - interactions.length) }, () => shortest);
  const durations = [...interactions.map(({ duration }) => duration), ...untold];
  const worst = interactions.reduce((a, b) => (b.duration > a.duration ? b : a), {
    duration: shortest,
    control: '–',
  });
  return {
    page,
    figure,
    moves,
    '98 % within ms': durations.length > 0 ? Math.round(quantileOf(durations, 0.98)) : '–',
    'worst ms': worst.duration,
    limit,
    'too slow': worst.duration > limit ? '✗' : '',
    'worst at': worst.control,
  };
}

/**
 * Prints a table of every figure on the pages.
 * @param {{ browser: string, paths: string[] }} options path of a browser, and pages as paths from the
 *   site's root; all lessons with figures where none is named
 */
export async function benchSliders({ browser: executablePath, paths }) {
  const { chromium } = await import('@playwright/test');
  const { createStaticServer, listen } = await import('./static-server.mjs');
  const base = builtBase();
  const server = createStaticServer(join(root, 'dist'), base);
  const port = await listen(server, 0);
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  const page = await browser.newPage(phone);
  await page.addInitScript(watch, { shortest });
  const session = await page.context().newCDPSession(page);

  const rows = [];
  for (const path of paths.length > 0 ? paths : pagesWithFigures()) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await page.goto(`http://localhost:${port}${base}${path}`);
    const names = await page
      .locator('[data-figure]')
      .evaluateAll((figures) => figures.map(({ id }) => id));
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    for (const name of names) {
      const row = rowOf(path, name, await useFigure(page, name));
      rows.push(row);
      console.log(`${path} ${name}: worst ${row['worst ms']} ms in ${row.moves} moves`);
    }
  }
  await browser.close();
  server.close();
  console.table(rows);
}
