import type { Locator, Page } from '@playwright/test';
import { moveSliders, weigh } from '../../../scripts/long-session.mjs';
import { fill } from '../../../src/lib/fill.ts';
import { atOnce } from '../../../src/models/at-once.ts';
import {
  defaults,
  hundredOf,
  settingsOf,
} from '../../../src/widgets/coin-corridor/coin-corridor.ts';
import { orderFor } from '../../../src/widgets/coin-corridor/course.ts';
import { jobs } from '../../../src/workers/coin-corridor.ts';
import { figures, openFigure, skipPrediction } from '../../support/figures.ts';
import { interfaceText } from '../../support/interface-text.ts';
import { pressOn } from '../../support/keyboard.ts';
import { expect, test } from '../fixtures.ts';

const { coinCorridor: words, crossedObjectives, figure: frame, oversightGame } = interfaceText;
const figureNamed = (name: string) => figures.find((each) => each.name === name)!;
const corridor = figureNamed('coin-corridor');
const workerScript = (name: string) => `**/${name}.worker*.js`;

const button = (figure: Locator, name: string) => figure.getByRole('button', { name, exact: true });

/** What a training gives outside the browser, uninterrupted, of a hundred new levels. */
function counted(change: Partial<typeof defaults> = {}) {
  return hundredOf(atOnce(jobs.train(orderFor(settingsOf({ ...defaults, ...change })))));
}

async function expectCounts(figure: Locator, { exit, coin }: { exit: number; coin: number }) {
  const shown = `${exit} ${words.exitFirst}, ${coin} ${words.coinFirst}`;
  await expect(figure.getByRole('img', { name: words.newLevels })).toHaveAccessibleName(
    new RegExp(shown),
  );
}

interface Workers {
  alive: number;
  /** Most that were alive at once. */
  most: number;
  /** Messages that came from them. */
  heard: number;
}

/** Counts the workers of pages that are opened from now on. */
const countWorkers = (page: Page) =>
  page.addInitScript(() => {
    const count: Workers = { alive: 0, most: 0, heard: 0 };
    Object.assign(window, { workers: count });
    const gone = new WeakSet<Worker>();
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        count.alive += 1;
        count.most = Math.max(count.most, count.alive);
        this.addEventListener('message', () => (count.heard += 1));
      }
      override terminate() {
        super.terminate();
        if (!gone.has(this)) count.alive -= 1;
        gone.add(this);
      }
    };
  });
const workers = (page: Page): Promise<Workers> =>
  page.evaluate(() => Reflect.get(window, 'workers') as Workers);
const noneAlive = (page: Page) => expect.poll(async () => (await workers(page)).alive).toBe(0);

/**
 * Answers a figure's request for its worker; `undefined` lets the real one through.
 *
 * @param seen what the second worker waits for, so that what is said of the first can be seen
 */
async function workersAre(
  page: Page,
  scripts: (string | undefined)[],
  { seen, name = 'coin-corridor' }: { seen?: Promise<void>; name?: string } = {},
): Promise<void> {
  let next = 0;
  await page.context().route(workerScript(name), async (route) => {
    const body = scripts[Math.min(next, scripts.length - 1)];
    next += 1;
    if (next === 2) await seen;
    return body === undefined
      ? route.continue()
      : route.fulfill({ contentType: 'text/javascript', body });
  });
}

const begun = `postMessage({ kind: 'ready' });`;
const deaths = {
  'breaks off': [`${begun} throw new Error('broken');`, frame.jobFailed],
  'runs out of memory': [`${begun} new ArrayBuffer(2 ** 52);`, frame.jobFailed],
  'loops for ever': [`${begun} for (;;);`, frame.jobStalled],
} as const;

test.describe('#29', () => {
  test.use({ tolerated: [/Failed to load resource|^uncaught: |\.worker|live\./] });

  test('#29 a worker that is blocked is done without', async ({ page }) => {
    await page.context().route(workerScript('coin-corridor'), (route) => route.abort());
    const figure = await openFigure(page, corridor);
    await skipPrediction(figure);
    await pressOn(page, figure.getByRole('slider', { name: words.share }), 'End');
    await expectCounts(figure, counted({ share: 100 }));
  });

  for (const [how, [script, notice]] of Object.entries(deaths)) {
    test(`#29 a worker that ${how} is started once more, and then given up with a way to go on`, async ({
      page,
    }) => {
      await countWorkers(page);
      let saw = () => {};
      const seen = new Promise<void>((resolve) => (saw = resolve));
      await workersAre(page, [script, script, undefined], { seen });
      const figure = await openFigure(page, corridor);
      await skipPrediction(figure);
      await pressOn(page, figure.getByRole('slider', { name: words.share }), 'End');
      await expect(figure.getByRole('alert')).toContainText(frame.jobRestarted);
      saw();
      // The page answers while the worker does not.
      await page.locator('[data-theme-switch]').click();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await expect(figure.getByRole('alert')).toContainText(notice);
      await expectCounts(figure, counted());
      await expect(figure.getByRole('heading', { name: words.findingExit })).toBeVisible();
      await noneAlive(page);
      expect((await workers(page)).most).toBe(1);

      await button(figure, frame.jobAgain).click();
      await expectCounts(figure, counted({ share: 100 }));
      await expect(figure.getByRole('alert')).toHaveCount(0);
    });
  }

  test('#29 a worker that dies once says so, and its work comes out the same', async ({ page }) => {
    await workersAre(page, [deaths['breaks off'][0], undefined]);
    const figure = await openFigure(page, corridor);
    await skipPrediction(figure);
    await pressOn(page, figure.getByRole('slider', { name: words.share }), 'End');
    await expectCounts(figure, counted({ share: 100 }));
    await expect(figure.getByRole('alert')).toHaveText(frame.jobRestarted);
  });

  test('#29 a figure whose data set was begun anew goes on saying so, until another is asked for', async ({
    page,
  }) => {
    await workersAre(page, [deaths['breaks off'][0], undefined], { name: 'crossed-objectives' });
    const figure = await openFigure(page, figureNamed('crossed-objectives'));
    await skipPrediction(figure);
    await expect(figure.getByRole('alert')).toHaveText(frame.jobRestarted);
    await expect(figure.locator('[aria-busy=true]')).toHaveCount(0);
    await expect(figure.getByRole('alert')).toHaveText(frame.jobRestarted);

    await button(figure, crossedObjectives.anotherSeed).click();
    await expect(figure.getByRole('alert')).toHaveCount(0);
    await expect(figure.getByText(fill(crossedObjectives.chartText, { seed: 2 }))).toBeVisible();
  });

  test('#26 #29 the live figure that cannot be fetched leaves the picture of the page', async ({
    page,
  }) => {
    const context = page.context();
    await context.route('**/live.*.js*', (route) => route.abort());
    const figure = await openFigure(page, corridor);
    await skipPrediction(figure);
    await expect(figure.getByRole('alert')).toContainText(frame.jobFailed);
    await expectCounts(figure, counted());

    await context.unroute('**/live.*.js*');
    await button(figure, frame.jobAgain).click();
    await pressOn(page, figure.getByRole('slider', { name: words.share }), 'End');
    await expectCounts(figure, counted({ share: 100 }));
  });
});

test('#30 without workers the page computes in slices, and the reader’s hands come between', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'Worker');
    // The longest that anything had to wait for its turn while a training went on.
    const { port1, port2 } = new MessageChannel();
    const turns = { taken: 0 };
    Object.assign(window, { turns });
    port1.onmessage = () => {
      turns.taken += 1;
      port2.postMessage(undefined);
    };
    port2.postMessage(undefined);
  });
  const figure = await openFigure(page, corridor, '#coin-corridor?episodes=20000&end');
  await expectCounts(figure, counted({ episodes: 20_000 }));
  // One stretch of work would leave no turn between; slices of 8 ms leave one after each.
  await button(figure, words.watch).click();
  const before = await page.evaluate(
    () => (Reflect.get(window, 'turns') as { taken: number }).taken,
  );
  await button(figure, words.hurry).click();
  await expect(button(figure, words.watch)).toBeVisible();
  const after = await page.evaluate(
    () => (Reflect.get(window, 'turns') as { taken: number }).taken,
  );
  expect(after - before).toBeGreaterThan(20);
});

test('#31 a training rests while its tab is hidden, and ends as if it had not', async ({
  page,
}) => {
  await countWorkers(page);
  const figure = await openFigure(page, corridor, '#coin-corridor?episodes=20000&end');
  const show = (hidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await button(figure, words.watch).click();
  const { heard } = await workers(page);
  await expect.poll(async () => (await workers(page)).heard).toBeGreaterThan(heard);
  await show(true);
  const heardWithin = (ms: number) =>
    page.evaluate(async (ms) => {
      const count = Reflect.get(window, 'workers') as Workers;
      const before = count.heard;
      await new Promise((done) => setTimeout(done, ms));
      return count.heard - before;
    }, ms);
  await expect.poll(() => heardWithin(400)).toBe(0);
  await expect(button(figure, words.pause)).toBeVisible();
  expect((await workers(page)).alive).toBe(1);
  await show(false);
  await button(figure, words.hurry).click();
  await expectCounts(figure, counted({ episodes: 20_000 }));
  await noneAlive(page);
});

test.describe('#32', () => {
  const drawn = '#oversight-game?panel=any&game=drawn_30_1_zero&end';
  /** Presses Start and Stop in turn, and now and then takes the figure away mid-run and brings it back. */
  const mash = (figure: Locator, times: number) =>
    figure.evaluate(async (node, times) => {
      for (let press = 0; press < times; press += 1) {
        const pressed = (selector: string) => {
          const found = node.querySelector<HTMLElement>(selector);
          found?.click();
          return found;
        };
        if (press % 10 === 9) pressed('.tools .needs-script button');
        else if (!pressed('.run button')) pressed('.message button');
        // A task, not a timer: those wait four milliseconds each.
        await new Promise((done) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = done;
          port2.postMessage(undefined);
        });
      }
    }, times);

  test('#32 Start, Stop and Reset pressed 500 times: one worker at most, none in the end, and no more memory', async ({
    page,
    browserName,
  }) => {
    await countWorkers(page);
    const figure = await openFigure(page, figureNamed('oversight-game'), drawn);
    await expect(button(figure, oversightGame.any.run)).toBeVisible();
    await mash(figure, 40);
    // Other browsers do not tell what they hold.
    const session =
      browserName === 'chromium' ? await page.context().newCDPSession(page) : undefined;
    const before = session && (await weigh(session));
    await mash(figure, 500);
    // As the browser counts them, which a worker that was forgotten does not escape.
    if (session) await expect.poll(() => page.workers().length).toBeLessThanOrEqual(1);
    if (session) {
      expect((await weigh(session)).heap - before!.heap).toBeLessThan(2_000_000);
    }
    await page.evaluate(() => (location.hash = ''));
    await noneAlive(page);
    if (session) await expect.poll(() => page.workers().length).toBe(0);
    expect((await workers(page)).most).toBe(1);
  });
});

test(
  'a long session of moving sliders takes no more memory, nodes or listeners',
  { tag: '@cdp' },
  async ({ page }) => {
    // Enough for what a move leaves behind to show; the benchmark moves for half an hour. The same moves
    // before and after, since what a figure draws depends on where its sliders stand.
    const moves = 200;
    const names = ['time-limit', 'horizon'];
    for (const name of names) {
      const figure = await openFigure(page, figureNamed(name));
      await skipPrediction(figure);
      await expect(figure.getByRole('slider').first()).toBeVisible();
      const session = await page.context().newCDPSession(page);
      await moveSliders(figure, moves);
      const before = await weigh(session);
      await moveSliders(figure, moves);
      const after = await weigh(session);
      expect(after.heap - before.heap, `${name}: bytes`).toBeLessThan(500_000);
      expect(after.nodes - before.nodes, `${name}: nodes`).toBeLessThan(100);
      expect(after.listeners - before.listeners, `${name}: listeners`).toBeLessThan(20);
      await session.detach();
    }
  },
);
