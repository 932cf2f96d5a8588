import type { Page } from '@playwright/test';
import { storeVersion } from '../../../src/learning/store.ts';
import { fill } from '../../../src/lib/fill.ts';
import { figures, openFigure, skipPrediction } from '../../support/figures.ts';
import { interfaceText } from '../../support/interface-text.ts';
import {
  answer,
  answered,
  layOutStore,
  lesson,
  notice,
  openNote,
  question,
  type Shelves,
} from '../../support/keeping.ts';
import { keptRecord } from '../../support/kept-record.ts';
import { pressOn } from '../../support/keyboard.ts';
import { OwnBrowser } from '../../support/own-browser.ts';
import { savedText } from '../../support/saved-file.ts';
import { expect, test } from '../fixtures.ts';

// What lies in the store outlives a browser that is killed, and whatever lies there does not keep the
// pages from working.

const { coinCorridor, keeping, progress, questionNotes } = interfaceText;
const words = progress.record;

const saved = (page: Page, name: string) =>
  savedText(page, page.getByRole('button', { name }).first());

/** A store as this version lays it out, with these entries in it. */
const layOutPresent = (page: Page, events: unknown[], documents: unknown[]) =>
  layOutStore(page, storeVersion, {
    events: { key: 'id', entries: events },
    documents: { key: 'name', entries: documents },
    record: { entries: ['1-2-3-4'], under: 'id' },
  });

test(
  '#6 the browser is killed as “saved” appears: what was saved is there',
  { tag: '@cdp' },
  async ({ baseURL }) => {
    const browser = await OwnBrowser.create();
    const status = (page: Page) => page.locator(`#${question} textarea ~ [role=status]`);
    try {
      const first = await browser.start();
      await first.goto(`${baseURL}questions/#${question}`);
      await expect(status(first)).toHaveText(questionNotes.keeping.nothing);
      const dead = new Promise<void>((resolve) => {
        void first.exposeFunction('cutPower', () => browser.kill().then(resolve));
      });
      await status(first).evaluate((line, kept) => {
        new MutationObserver(() => {
          if (line.textContent?.includes(kept))
            void (Reflect.get(globalThis, 'cutPower') as () => void)();
        }).observe(line, { characterData: true, childList: true, subtree: true });
      }, questionNotes.keeping.kept);
      // The browser may be gone before it has said that the field is filled.
      await first
        .locator(`#${question}`)
        .getByRole('textbox')
        .fill('my note')
        .catch(() => undefined);
      await dead;
      const page = await browser.start();
      await page.goto(`${baseURL}questions/#${question}`);
      await expect(page.locator(`#${question} textarea`)).toHaveValue('my note');
    } finally {
      await browser.discard();
    }
  },
);

test(
  '#7 the browser is killed while the store is brought up to date: all of it is there afterwards',
  { tag: '@cdp' },
  async ({ baseURL }) => {
    const browser = await OwnBrowser.create();
    const name = `question/${question}`;
    try {
      const first = await browser.start();
      await first.goto(`${baseURL}404.html`);
      // The store as its first version wrote it: documents alone, and a list of those set aside.
      const others = Array.from({ length: 20 }, (_, number) => ({
        name: `note-${number}`,
        value: 'kept',
      }));
      const note = { note: 'from the first version', state: 'working', ticked: [] };
      const aside = { name: `${name} (set aside)`, value: ['an older one'] };
      const entries = [...others, { name, value: note }, aside];
      await layOutStore(first, 1, { documents: { key: 'name', entries } });
      // The page stops for ever in the middle of the work, and then the power fails.
      await first.addInitScript(() => {
        let written = 0;
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...args) {
          written += 1;
          if (written === 10) {
            console.warn('in the middle');
            for (;;);
          }
          return put.apply(this, args);
        };
      });
      const middle = first.waitForEvent('console', (message) => message.text() === 'in the middle');
      await first.goto(`${baseURL}questions/#${question}`, { waitUntil: 'commit' });
      await middle;
      await browser.kill();

      const page = await browser.start();
      await page.goto(`${baseURL}questions/#${question}`);
      const shown = page.locator(`#${question}`);
      await expect(shown.getByRole('textbox')).toHaveValue('from the first version');
      const { documents = [] } = await keptRecord(page);
      expect(documents).toHaveLength(21);
      expect(documents.filter(({ value }) => value === 'kept')).toHaveLength(20);
      expect(documents.filter(({ aside }) => aside)).toMatchObject([{ aside: ['an older one'] }]);
    } finally {
      await browser.discard();
    }
  },
);

test(
  '#8 the renderer crashes while a learner trains: lesson, settings and record are as they were',
  { tag: '@cdp' },
  async ({ page, context }) => {
    const workerScript = '**/coin-corridor.worker*.js';
    const trainsForEver = `postMessage({ kind: 'ready' }); setInterval(() => postMessage({ kind: 'alive' }), 100);`;
    let ends = false;
    await context.route(workerScript, (route) =>
      ends
        ? route.continue()
        : route.fulfill({ contentType: 'text/javascript', body: trainsForEver }),
    );
    const subject = figures.find(({ name }) => name === 'coin-corridor')!;
    const share = { name: coinCorridor.share };
    const figure = await openFigure(page, subject);
    await skipPrediction(figure);
    await pressOn(page, figure.getByRole('slider', share), 'End');
    await expect(page).toHaveURL(/#coin-corridor\?share=100&end$/);
    await expect.poll(() => page.workers().length).toBe(1);
    const events = async (of: Page) => (await keptRecord(of))['events'] ?? [];
    await expect
      .poll(() => events(page))
      .toMatchObject([{ kind: 'tried', figure: 'coin-corridor' }]);
    const before = await events(page);
    const address = page.url();

    const crashed = page.waitForEvent('crash');
    await page.goto('chrome://crash').catch(() => undefined);
    await crashed;
    ends = true;
    const again = await context.newPage();
    await again.goto(address);
    const same = again.locator('#coin-corridor');
    await expect(same).toHaveAttribute('data-figure', 'ready');
    await expect(same.getByRole('slider', share)).toHaveAttribute('aria-valuetext', '100 %');
    expect(await events(again)).toEqual(before);
  },
);

test('#9 entries are damaged: they are reported and handed out, and the rest is there', async ({
  page,
}) => {
  const stamp = (number: number) => ({ id: `00000000${number}-aaaaaaaaaa`, at: number });
  const whole = { ...stamp(1), kind: 'read', lesson: 'two-faces' };
  const truncated = stamp(2);
  const notANumber = { ...whole, ...stamp(3), at: Number.NaN };
  const wrongType = { ...whole, ...stamp(4), lesson: ['two-faces'] };
  const oldWord = { ...stamp(5), kind: 'glanced', lesson: 'two-faces' };
  const note = { state: 'working', ticked: [], note: 'whole' };
  const documents = [
    { name: `question/${question}`, at: 1, value: note },
    { name: 'question/game-theory', at: 1, value: { ...note, state: 'pondered' } },
    { name: 'worry-map', at: '1', value: {} },
  ];
  await page.goto('404.html');
  await layOutPresent(page, [whole, truncated, notANumber, wrongType, oldWord], documents);
  const before = await keptRecord(page);

  await page.goto('progress/');
  await expect(page.getByText(fill(words.aside, { n: 5 }))).toBeVisible();
  const aside = await saved(page, words.asideSave);
  const [, ...damaged] = [whole, truncated, { ...notANumber, at: null }, wrongType, oldWord];
  expect(JSON.parse(aside)).toEqual({ entries: [...damaged, documents[2]] });
  const copy = JSON.parse(await saved(page, words.export)) as Record<string, unknown>;
  expect(copy['events']).toEqual([whole]);

  await openNote(page);
  await expect(page.locator(`#${question} textarea`)).toHaveValue('whole');
  // What this page cannot show stays where it is until something else is written in its place.
  await page.locator('#game-theory summary').first().click();
  const other = page.locator('#game-theory textarea');
  await expect(other).toHaveValue('');
  expect(await keptRecord(page)).toEqual(before);
  await other.fill('anew');
  await expect
    .poll(async () => (await keptRecord(page))['documents'])
    .toContainEqual(
      expect.objectContaining({ name: 'question/game-theory', aside: [documents[1]!.value] }),
    );
});

test('#10 the whole store is garbage: it is said, handed out, and a new one begun', async ({
  page,
}) => {
  await page.goto('404.html');
  await layOutStore(page, storeVersion, {
    attic: { entries: ['a thing of value'], under: 'box' },
  });
  await page.goto(lesson);
  await answer(page, 0);
  await expect(notice(page).getByText(keeping.broken)).toBeVisible();

  await page.goto('progress/');
  const discard = page.getByRole('button', { name: words.discard });
  await expect(discard).toBeDisabled();
  expect(JSON.parse(await saved(page, words.brokenSave))).toEqual({ attic: ['a thing of value'] });
  await discard.click();
  await expect(page.getByText(words.discarded)).toBeVisible();
  await expect(page.getByText(progress.empty)).toBeVisible();
  await page.goto(lesson);
  await answer(page, 0);
  await expect.poll(() => answered(page)).toHaveLength(1);
});

test('#11 a store of every version there was: all come to the same, and once is enough', async ({
  page,
}) => {
  const name = `question/${question}`;
  const value = { state: 'working', ticked: [], note: 'as ever' };
  const gone = { name: 'worry-map', aside: [{ odd: 1 }] };
  const versions: Shelves[] = [
    {
      documents: {
        key: 'name',
        entries: [
          { name, value },
          { name: `${gone.name} (set aside)`, value: gone.aside },
        ],
      },
    },
    {
      events: { key: 'id', entries: [] },
      documents: {
        key: 'name',
        entries: [
          { name, at: 1, value },
          { ...gone, at: 1 },
        ],
      },
      record: { entries: ['1-2-3-4'], under: 'id' },
    },
  ];
  expect(versions, 'one for each version').toHaveLength(storeVersion);
  for (const [index, shelves] of versions.entries()) {
    await page.goto('404.html');
    await layOutStore(page, index + 1, shelves);
    for (const time of ['first', 'second']) {
      await expect(await openNote(page)).toHaveValue('as ever');
      const { documents, events } = await keptRecord(page);
      expect(documents, `version ${index + 1}, the ${time} time`).toEqual([
        { name, at: 1, value },
        { ...gone, at: 1 },
      ]);
      expect(events).toEqual([]);
      await page.goto('404.html');
    }
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.deleteDatabase('unwatched').onsuccess = resolve;
        }),
    );
  }
});

test('#12 the store is of a newer site: it is left alone, and the page says what to do', async ({
  page,
}) => {
  await page.goto('404.html');
  await layOutStore(page, 99, { events: { key: 'uid', entries: [{ uid: 7, kind: 'newest' }] } });
  await page.goto(lesson);
  await answer(page, 0);
  await expect(notice(page).getByText(keeping.newer)).toBeVisible();
  await expect(notice(page).getByRole('button', { name: keeping.reload })).toBeVisible();
  const copy = await savedText(page, notice(page).getByRole('button', { name: keeping.export }));
  expect(copy).toContain('"kind":"answered"');
  const note = await openNote(page);
  await note.fill('not into that one');
  await expect(page.locator(`#${question}`).getByText(questionNotes.keeping.unkept)).toBeVisible();
  expect(await keptRecord(page)).toEqual({ events: [{ uid: 7, kind: 'newest' }] });
});
