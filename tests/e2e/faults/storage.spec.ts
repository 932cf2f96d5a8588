import type { BrowserContext, Page } from '@playwright/test';
import { interfaceText } from '../../support/interface-text.ts';
import { answer, answered, lesson, notice, openNote, question } from '../../support/keeping.ts';
import { recordFile } from '../../support/long-record.ts';
import { savedText } from '../../support/saved-file.ts';
import { expect, test } from '../fixtures.ts';

// The browser's storage is full, forbidden, silent or gone. What a reader does is kept, or the page says
// that it is not, and nothing typed or answered is lost while the page is open.

const { keeping, progress, questionNotes, site } = interfaceText;
const record = progress.record;

/**
 * Lets every writing transaction fail at its end, as a browser without room does, while the page has
 * `diskIsFull`. Chromium's override of the quota (`Storage.overrideQuotaForOrigin`) does not reach it.
 */
function playFullDisk(): void {
  const put = IDBObjectStore.prototype.put;
  const waiting = new Map<IDBTransaction, number>();
  IDBObjectStore.prototype.put = function (...args) {
    const { transaction } = this;
    const request = put.apply(this, args);
    waiting.set(transaction, (waiting.get(transaction) ?? 0) + 1);
    request.addEventListener('success', () => {
      const left = waiting.get(transaction)! - 1;
      waiting.set(transaction, left);
      if (left > 0 || !('diskIsFull' in globalThis)) return;
      const error = new DOMException('full', 'QuotaExceededError');
      Object.defineProperty(transaction, 'error', { value: error });
      transaction.abort();
    });
    return request;
  };
}

const fillDisk = (page: Page) =>
  page.evaluate(() => Object.assign(globalThis, { diskIsFull: true }));
const makeRoom = (page: Page) =>
  page.evaluate(() => Reflect.deleteProperty(globalThis, 'diskIsFull'));

test('#1 no room is left when a check is answered: it is said, nothing is lost, and a copy and another try are offered', async ({
  page,
}) => {
  await page.clock.install();
  await page.addInitScript(playFullDisk);
  await page.goto(lesson);
  await answer(page, 0);
  await expect.poll(() => answered(page)).toHaveLength(1);
  await fillDisk(page);
  await answer(page, 1);
  await expect(notice(page).getByText(keeping.full)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const copy = await savedText(page, notice(page).getByRole('button', { name: keeping.export }));
  expect(copy.match(/"kind":"answered"/g)).toHaveLength(2);
  expect(await answered(page)).toHaveLength(1);

  // Timers stand still, so that it is the reader's press that keeps the answer and not the page by itself.
  await page.clock.pauseAt(Date.now() + 3_600_000);
  await makeRoom(page);
  await notice(page).getByRole('button', { name: keeping.retry }).click();
  await expect(notice(page)).toBeHidden();
  expect(await answered(page)).toHaveLength(2);
});

test('#2 local storage is full: the theme holds for the page, and all else is kept', async ({
  page,
}) => {
  await page.goto(lesson);
  await page.evaluate(() => {
    for (let size = 1 << 20, key = 0; size >= 1;) {
      try {
        localStorage.setItem(`x${key++}`, 'x'.repeat(size));
      } catch {
        size >>= 1;
      }
    }
  });
  const theme = page.getByRole('button', { name: site.theme });
  await theme.click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await answer(page, 0);
  await expect.poll(() => answered(page)).toHaveLength(1);
  await expect(notice(page)).toBeHidden();
  await page.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

/** Serves every page in a sandbox, where the browser itself forbids all storage to it. */
const forbidStorage = (context: BrowserContext) =>
  context.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
    const isPage = route.request().resourceType() === 'document';
    const sandbox = {
      'content-security-policy': 'sandbox allow-scripts allow-forms allow-downloads',
    };
    await route.fulfill({ response, headers: { ...headers, ...(isPage && sandbox) } });
  });

test.describe('as of another origin', () => {
  // Firefox then keeps back the icon of the site, as the site's headers ask.
  test.use({ tolerated: [/icon\.svg.*Cross-Origin-Resource-Policy/] });

  test('#3 the browser forbids all storage: one notice, the pages work, a file goes in and out', async ({
    page,
    context,
  }) => {
    await forbidStorage(context);
    await page.goto(lesson);
    const refused = await page.evaluate(async () => {
      const nameOf = (error: unknown) => (error as DOMException).name;
      const opening = new Promise((resolve) => {
        try {
          const request = indexedDB.open('x');
          request.onsuccess = () => resolve('opened');
          request.onerror = () => resolve(request.error?.name);
        } catch (error) {
          resolve(nameOf(error));
        }
      });
      try {
        return [localStorage.length, await opening];
      } catch (error) {
        return [nameOf(error), await opening];
      }
    });
    expect(refused).toEqual(['SecurityError', 'SecurityError']);

    await answer(page, 0);
    await expect(page.getByText(keeping.blocked)).toHaveCount(1);
    await expect(notice(page).getByText(keeping.blocked)).toBeVisible();
    await page.getByRole('button', { name: site.theme }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

    await page.goto('progress/');
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
    const { text } = recordFile({ answers: 20 });
    const file = { name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await page.getByLabel(record.import).setInputFiles(file);
    await page.getByRole('button', { name: record.apply }).click();
    await expect(page.getByText(record.importedHere)).toBeVisible();
    await expect(page.getByText(keeping.blocked).filter({ visible: true })).toHaveCount(1);
    expect(await savedText(page, page.getByRole('button', { name: record.export }))).toBe(text);
  });
});

for (const [what, spoil] of [
  ['is not there', () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined })],
  [
    'throws when it is opened',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError');
      };
    },
  ],
  [
    'never answers',
    () => {
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (...args) {
        const request = open.apply(this, args);
        for (const type of ['upgradeneeded', 'success', 'error', 'blocked']) {
          request.addEventListener(type, (event) => event.stopImmediatePropagation());
        }
        return request;
      };
    },
  ],
] as const) {
  test(`#4 the store ${what}: it is said, and the pages work on`, async ({ page }) => {
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
    await page.goto('progress/');
    await expect(page.getByText(progress.empty)).toBeVisible();
    await expect(page.getByText(keeping.blocked).filter({ visible: true })).toHaveCount(1);
  });
}

test('#5 every third write is broken off: all answers are kept, in order, and none twice', async ({
  page,
}) => {
  await page.addInitScript(() => {
    let number = 0;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      number += 1;
      const request = put.apply(this, args);
      if (number % 3 === 0) this.transaction.abort();
      return request;
    };
  });
  await page.goto(lesson);
  const checks = page.locator('quick-check[data-kind=single]');
  const given: (string | null)[] = [];
  for (const which of [0, 1, 2, 0]) {
    const form = checks.nth(which).locator('form');
    await form.evaluate((one: HTMLFormElement) => one.reset());
    await answer(page, which);
    given.push(await checks.nth(which).getAttribute('data-check'));
  }
  await expect.poll(() => answered(page)).toEqual(given);
  await expect(notice(page)).toBeHidden();
});

test(
  '#17 site data is cleared under an open page: it is noticed, and can be kept again',
  { tag: '@cdp' },
  async ({ page, baseURL }) => {
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
  },
);

test('#18 room comes back, or storage is allowed again: what waited is kept unasked', async ({
  page,
}) => {
  await page.addInitScript(playFullDisk);
  await page.goto(lesson);
  await fillDisk(page);
  await answer(page, 0);
  await expect(notice(page).getByText(keeping.full)).toBeVisible();
  expect(await answered(page)).toEqual([]);
  await makeRoom(page);
  await expect(notice(page)).toBeHidden();
  expect(await answered(page)).toHaveLength(1);

  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...args) {
      if ('allowed' in globalThis) return open.apply(this, args);
      throw new DOMException('no', 'SecurityError');
    };
  });
  await page.reload();
  await answer(page, 1);
  await expect(notice(page).getByText(keeping.blocked)).toBeVisible();
  await page.evaluate(() => Object.assign(globalThis, { allowed: true }));
  await expect(notice(page)).toBeHidden();
  expect(await answered(page)).toHaveLength(2);
});

test('#19 a private window: all is kept while it is open, nothing longer, and no page promises more', async ({
  browser,
  baseURL,
  page,
}) => {
  // Each context of a test is a private window: it has storage of its own, and that goes with it.
  const window = await browser.newContext({ baseURL: baseURL! });
  const first = await window.newPage();
  await first.goto(lesson);
  await answer(first, 0);
  await expect.poll(() => answered(first)).toHaveLength(1);
  await first.goto('progress/');
  await expect(first.getByText(record.notPromised)).toBeVisible();
  await first.goto(lesson);
  expect(await answered(first)).toHaveLength(1);
  await window.close();

  await page.goto('progress/');
  await expect(page.getByText(progress.empty)).toBeVisible();
});
