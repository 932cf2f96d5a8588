import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { interfaceText } from '../support/interface-text.ts';
import { keptRecord } from '../support/kept-record.ts';
import { OwnBrowser } from '../support/own-browser.ts';
import { expect, test } from './fixtures.ts';

// What a reader does is kept, or the page says that it is not. Each test breaks the browser's storage in
// one way and looks whether anything typed or answered was lost.

const { check: words, keeping, progress, questionNotes } = interfaceText;
const lesson = 'lessons/two-faces/';
const question = 'robust-detection';

const notice = (page: Page) => page.locator('#keeping');

/** Answers one of the lesson's quick checks with its first option. */
async function answer(page: Page, which: number): Promise<void> {
  const check = page.locator('quick-check[data-kind=single]').nth(which);
  await check.locator('.part input').first().check();
  await check.getByRole('button', { name: words.answer }).click();
  await expect(check.getByRole('button', { name: words.tryAgain })).toBeVisible();
}

/** The checks that were answered, as the store has them. */
async function answered(page: Page): Promise<unknown[]> {
  const { events = [] } = await keptRecord(page);
  return events.filter(({ kind }) => kind === 'answered').map(({ check }) => check);
}

/** The note on the question, as the store has it. */
async function keptNote(page: Page): Promise<unknown> {
  const { documents = [] } = await keptRecord(page);
  const found = documents.find(({ name }) => name === `question/${question}`);
  return (found?.['value'] as { note: string } | undefined)?.note;
}

async function openNote(page: Page) {
  await page.goto(`questions/#${question}`);
  const note = page.locator(`#${question}`).getByRole('textbox');
  await expect(note).toBeEnabled();
  return note;
}

test('a full disk is said, nothing is lost, and all is kept once there is room', async ({
  page,
}) => {
  // Chromium's own override of the quota does not reach IndexedDB here, so the disk is played.
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      if ('diskIsFull' in globalThis) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    };
  });
  await page.goto(lesson);
  await answer(page, 0);
  await expect.poll(() => answered(page)).toHaveLength(1);
  await page.evaluate(() => Object.assign(globalThis, { diskIsFull: true }));
  await answer(page, 1);
  await expect(notice(page).getByText(keeping.full)).toBeVisible();

  const download = page.waitForEvent('download');
  await notice(page).getByRole('button', { name: keeping.export }).click();
  const copy = await readFile(await (await download).path(), 'utf8');
  expect(copy.match(/"kind":"answered"/g)).toHaveLength(2);

  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'diskIsFull'));
  await notice(page).getByRole('button', { name: keeping.retry }).click();
  await expect(notice(page)).toBeHidden();
  expect(await answered(page)).toHaveLength(2);
});

for (const [what, spoil] of [
  ['is not there', () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined })],
  [
    'is forbidden',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError');
      };
    },
  ],
  [
    'never answers',
    () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    },
  ],
] as const) {
  test(`storage that ${what} is said, and the pages work on`, async ({ page }) => {
    await page.addInitScript(spoil);
    await page.goto(lesson);
    await answer(page, 0);
    await expect(notice(page).getByText(keeping.blocked)).toBeVisible();
    const note = await openNote(page);
    await note.fill('only here');
    await expect(
      page.locator(`#${question}`).getByText(questionNotes.keeping.unkept),
    ).toBeVisible();
    await expect(note).toHaveValue('only here');
  });
}

test('writing that fails now and then loses nothing and counts nothing twice', async ({ page }) => {
  await page.addInitScript(() => {
    let number = 0;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      number += 1;
      if (number % 3 === 0) throw new DOMException('now and then', 'UnknownError');
      return put.apply(this, args);
    };
  });
  await page.goto(lesson);
  for (const which of [0, 1, 2, 0]) {
    await page
      .locator('quick-check[data-kind=single]')
      .nth(which)
      .locator('form')
      .evaluate((form: HTMLFormElement) => form.reset());
    await answer(page, which);
  }
  await expect.poll(() => answered(page)).toHaveLength(4);
  await expect(notice(page)).toBeHidden();
});

test('a store of a newer site is left alone, and the page says what to do', async ({ page }) => {
  await page.goto('404.html');
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('unwatched', 99);
        opening.onsuccess = () => resolve(opening.result.close());
      }),
  );
  await page.goto(lesson);
  await answer(page, 0);
  await expect(notice(page).getByText(keeping.newer)).toBeVisible();
});

test('damaged entries do not hide the others', async ({ page }) => {
  const note = await openNote(page);
  await note.fill('whole');
  await expect.poll(() => keptNote(page)).toBe('whole');
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('unwatched');
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['events', 'documents'], 'readwrite');
          writing.objectStore('events').put({ id: 'x', kind: 'answered', at: Number.NaN });
          writing.objectStore('documents').put({ name: 'question/game-theory', at: 1, value: 7 });
          writing.oncomplete = () => resolve(opening.result.close());
        };
      }),
  );
  await page.reload();
  await expect(page.locator(`#${question}`).getByRole('textbox')).toHaveValue('whole');
  await page.locator('#game-theory summary').first().click();
  await expect(page.locator('#game-theory').getByRole('textbox')).toHaveValue('');
});

test('two tabs at once: both answers are there, and a note is the same in both', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await Promise.all([page.goto(lesson), other.goto(lesson)]);
  await Promise.all([answer(page, 0), answer(other, 1)]);
  await expect.poll(async () => new Set(await answered(page)).size).toBe(2);

  const [mine, theirs] = [await openNote(page), await openNote(other)];
  await mine.fill('from here');
  await expect(theirs).toHaveValue('from here');
  await theirs.fill('from there');
  await expect(mine).toHaveValue('from there');

  // Both at the same moment: one of the two stands, the same in both tabs and in the store.
  await Promise.all([mine.fill('here again'), theirs.fill('there again')]);
  await expect.poll(() => keptNote(page)).toMatch(/again$/);
  const stands = String(await keptNote(page));
  await expect(mine).toHaveValue(stands);
  await expect(theirs).toHaveValue(stands);
  await other.close();
});

test('a record that is deleted in another tab is not brought back unasked', async ({
  page,
  context,
}) => {
  await page.goto(lesson);
  await answer(page, 0);
  await expect.poll(() => answered(page)).toHaveLength(1);
  const other = await context.newPage();
  await other.goto('progress/');
  await other.getByRole('button', { name: progress.record.delete }).click();
  await other.getByRole('button', { name: progress.record.deleteNow }).click();
  await expect(other.getByText(progress.empty)).toBeVisible();
  await other.close();

  await answer(page, 1);
  await expect(notice(page).getByText(keeping.replaced)).toBeVisible();
  expect(await answered(page)).toEqual([]);
  await notice(page).getByRole('button', { name: keeping.drop }).click();
  await answer(page, 0);
  await expect.poll(() => answered(page)).toHaveLength(1);
  await expect(notice(page)).toBeHidden();
});

test('what keeps an answer is there before the answer, and the answer on the way back', async ({
  page,
}) => {
  await page.goto(lesson);
  const check = page.locator('quick-check[data-kind=single]').first();
  const part = page.waitForResponse(/keep-learning\.[^/]*\.js$/);
  await check.locator('.part input').first().check();
  await part;
  await check.getByRole('button', { name: words.answer }).click();
  await expect.poll(() => answered(page)).toHaveLength(1);
  await page.goto('glossary/');
  await page.goBack();
  await answer(page, 1);
  await expect.poll(() => answered(page)).toHaveLength(2);
});

test('site data cleared under an open page is noticed, and can be kept again', async ({
  page,
  baseURL,
}) => {
  await page.goto(lesson);
  await answer(page, 0);
  await expect.poll(() => answered(page)).toHaveLength(1);
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(baseURL!);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await answer(page, 1);
  await expect(notice(page).getByText(keeping.replaced)).toBeVisible();
  expect(await answered(page)).toEqual([]);
  await notice(page).getByRole('button', { name: keeping.adopt }).click();
  await expect(notice(page)).toBeHidden();
  expect(await answered(page)).toHaveLength(2);
});

test('a renderer that crashes takes nothing with it that was kept', async ({ page, context }) => {
  const note = await openNote(page);
  await note.fill('before the crash');
  await expect(page.locator(`#${question}`).getByText(questionNotes.keeping.kept)).toBeVisible();
  const crashed = page.waitForEvent('crash');
  await page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  const again = await context.newPage();
  await expect(await openNote(again)).toHaveValue('before the crash');
});

test.describe('a part that does not arrive', () => {
  test.use({ tolerated: [/keep-learning/] });

  test('to keep an answer is missed aloud, and fetched with the next answer', async ({ page }) => {
    const part = /keep-learning\.[^/]*\.js$/;
    await page.route(part, (route) => route.abort());
    await page.goto(lesson);
    await answer(page, 0);
    await expect(notice(page).getByText(keeping.missing)).toBeVisible();
    await page.unroute(part);
    await answer(page, 1);
    await expect.poll(() => answered(page)).toHaveLength(2);
    await expect(notice(page)).toBeHidden();
  });
});

test('a browser that is killed the moment after “saved” has what was saved', async ({
  baseURL,
}) => {
  const browser = await OwnBrowser.create();
  try {
    for (const text of ['first', 'second', 'third']) {
      const page = await browser.start();
      await page.goto(`${baseURL}questions/#${question}`);
      const note = page.locator(`#${question}`).getByRole('textbox');
      await expect(note).toBeEnabled();
      await note.fill(text);
      await expect.poll(() => keptNote(page)).toBe(text);
      await browser.kill();
    }
    const page = await browser.start();
    await page.goto(`${baseURL}questions/#${question}`);
    await expect(page.locator(`#${question}`).getByRole('textbox')).toHaveValue('third');
  } finally {
    await browser.discard();
  }
});

test('a browser that is killed while the store is brought up to date has all of it afterwards', async ({
  baseURL,
}) => {
  const browser = await OwnBrowser.create();
  try {
    const first = await browser.start();
    await first.goto(`${baseURL}404.html`);
    // The store as its first version wrote it: documents alone, and a list of those set aside.
    await first.evaluate(
      (name) =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('unwatched', 1);
          opening.onupgradeneeded = () => {
            const shelf = opening.result.createObjectStore('documents', { keyPath: 'name' });
            for (let number = 0; number < 20; number += 1) {
              shelf.put({ name: `note-${number}`, value: 'kept' });
            }
            shelf.put({
              name,
              value: { note: 'from the first version', state: 'working', ticked: [] },
            });
            shelf.put({ name: `${name} (set aside)`, value: ['an older one'] });
          };
          opening.onsuccess = () => resolve(opening.result.close());
        }),
      `question/${question}`,
    );
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
});
