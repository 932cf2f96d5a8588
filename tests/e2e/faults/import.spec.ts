import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { fill } from '../../../src/lib/fill.ts';
import { interfaceText } from '../../support/interface-text.ts';
import fc from '../../support/fast-check.ts';
import { bringIn } from '../../support/keeping.ts';
import { keptRecord } from '../../support/kept-record.ts';
import { recordFile } from '../../support/long-record.ts';
import { savedText } from '../../support/saved-file.ts';
import { expect, test } from '../fixtures.ts';

// Files that come in and go out on the page of a reader's progress.

const { progress } = interfaceText;
const words = progress.record;

/** Every kind of entry, in a file as version 1 of its form was written. It is never to be changed. */
const firstVersion = () =>
  readFile(new URL('../../support/record-file-1.txt', import.meta.url), 'utf8');

async function add(page: Page, text: string): Promise<void> {
  await bringIn(page, text);
  await page.getByRole('button', { name: words.apply }).click();
  await expect(page.getByText(words.imported)).toBeVisible();
}

const exported = (page: Page) =>
  savedText(page, page.getByRole('button', { name: words.export }).first());

async function deleteAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.delete }).click();
  await page.getByRole('button', { name: words.deleteNow }).click();
  await expect(page.getByText(words.deleted)).toBeVisible();
}

test('#34 files come in twice, in any order, and from an older version: the record is the same', async ({
  page,
}) => {
  const [old, long] = [await firstVersion(), recordFile({ answers: 60, notes: 200 }).text];
  await page.goto('progress/');
  await add(page, old);
  expect(await exported(page), 'a file of the first version goes out as it came').toBe(old);
  await add(page, long);
  const both = await exported(page);
  expect(both.length).toBeGreaterThan(Math.max(old.length, long.length));

  await bringIn(page, old, 'again.json');
  const preview = page.getByRole('group', { name: fill(words.preview, { name: 'again.json' }) });
  await expect(preview.getByText(words.nothing)).toBeVisible();
  await expect(page.getByRole('button', { name: words.apply })).toBeDisabled();

  await deleteAll(page);
  await add(page, long);
  await add(page, both);
  expect(await exported(page)).toBe(both);
  await deleteAll(page);
  await add(page, long);
  await add(page, old);
  expect(await exported(page)).toBe(both);
});

test('#35 twenty mutated files: each is refused with a reason or shown first, and nothing changes (10,000 more in the unit tests)', async ({
  page,
}) => {
  const text = await firstVersion();
  await page.goto('progress/');
  await add(page, text);
  const before = await keptRecord(page);
  const mutations = fc.sample(
    fc.tuple(fc.nat(text.length - 1), fc.string({ maxLength: 4 }), fc.nat(8)),
    { numRuns: 20, seed: 35 },
  );
  const input = page.getByLabel(words.import);
  const preview = page.getByRole('group', { name: fill(words.preview, { name: 'mutated.json' }) });
  const seen = { refused: 0, shown: 0 };
  const reasons = Object.values(progress.faults).map((fault) => fault.split('{')[0]!);
  for (const [at, put, cut] of mutations) {
    await bringIn(page, text.slice(0, at) + put + text.slice(at + cut), 'mutated.json');
    // The page empties the field once it has read the file.
    await expect(input).toHaveValue('');
    await expect(preview.or(page.getByText(words.nothingChanged))).toBeVisible();
    if (await preview.isVisible()) seen.shown += 1;
    else {
      seen.refused += 1;
      const said = await page.getByText(words.nothingChanged).innerText();
      expect(
        reasons.filter((reason) => said.startsWith(reason)),
        said,
      ).toHaveLength(1);
    }
  }
  expect(seen.shown).toBeGreaterThan(0);
  expect(seen.refused).toBeGreaterThan(0);
  expect(await keptRecord(page)).toEqual(before);
});

test('#36 a record goes out, all is wiped, it comes in again: it goes out the same to the byte', async ({
  page,
}) => {
  await page.goto('progress/');
  await add(page, await firstVersion());
  await add(page, recordFile({ answers: 500 }).text);
  const before = await exported(page);
  await page.goto('404.html');
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('unwatched').onsuccess = resolve;
      }),
  );
  await page.goto('progress/');
  await expect(page.getByText(progress.empty)).toBeVisible();
  await add(page, before);
  expect(await exported(page)).toBe(before);
});

test('#42 five years of 10,000 answers to 2,000 checks: read at one go, and one more answer writes one entry', async ({
  page,
}) => {
  const { text, record } = recordFile({ checks: 2000, notes: 500_000 });
  await page.goto('progress/');
  await add(page, text);

  await page.addInitScript((opening) => {
    const seen = { asked: 0, shown: 0, reads: 0, written: [] as unknown[], kept: 0 };
    Object.assign(globalThis, { seen });
    const { get, getAll, put } = IDBObjectStore.prototype;
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...args) {
      seen.asked ||= performance.now();
      const begun = transaction.apply(this, args);
      begun.addEventListener('complete', () => (seen.kept = performance.now()));
      return begun;
    };
    IDBObjectStore.prototype.get = function (...args) {
      seen.reads += 1;
      return get.apply(this, args);
    };
    IDBObjectStore.prototype.getAll = function (...args) {
      seen.reads += 1;
      return getAll.apply(this, args);
    };
    IDBObjectStore.prototype.put = function (...args) {
      seen.written.push(args[0]);
      return put.apply(this, args);
    };
    new MutationObserver(() => {
      const line = document.querySelector('.desk .summary')?.textContent?.trim() ?? opening;
      if (line !== opening) seen.shown ||= performance.now();
    }).observe(document, { characterData: true, childList: true, subtree: true });
  }, progress.opening);
  type Seen = Record<'asked' | 'shown' | 'reads' | 'kept', number> & { written: unknown[] };
  const seen = () => page.evaluate(() => Reflect.get(globalThis, 'seen') as Seen);

  await page.reload();
  await expect(
    page.getByText(fill(progress.firstTry, { answers: 2000, right: 1333 })),
  ).toBeVisible();
  const read = await seen();
  expect(read.reads, 'the id, the events, the documents').toBe(3);
  expect(read.written).toEqual([]);

  await page.goto('glossary/');
  await page.evaluate(() => {
    const detail = { kind: 'answered', check: 'two-faces/one-more', given: '0', right: true };
    document.body.dispatchEvent(new CustomEvent('learned', { bubbles: true, detail }));
  });
  await expect.poll(async () => (await seen()).kept).toBeGreaterThan(0);
  const kept = await seen();
  expect(kept.written).toMatchObject([{ check: 'two-faces/one-more' }]);
  expect(kept.reads, 'which record it is, and no entry').toBe(1);
  const ms = (from: number, to: number) => `${(to - from).toFixed(0)} ms`;
  process.stdout.write(
    `${record.events.length} entries and 500 KB of notes: read and shown in ${ms(read.asked, read.shown)}, one answer kept in ${ms(kept.asked, kept.kept)}\n`,
  );
});
