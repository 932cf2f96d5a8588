import { expect, type Page } from '@playwright/test';
import { interfaceText } from './interface-text.ts';
import { keptRecord } from './kept-record.ts';

const { check: words, progress } = interfaceText;

/** A lesson whose quick checks tests answer, and a question on which they write a note. */
export const lesson = 'lessons/two-faces/';
export const question = 'robust-detection';

/** What says that something is not being kept. */
export const notice = (page: Page) => page.locator('#keeping');

/** Answers one of the lesson's quick checks with its first option. */
export async function answer(page: Page, which: number): Promise<void> {
  const check = page.locator('quick-check[data-kind=single]').nth(which);
  await check.locator('.part input').first().check();
  await check.getByRole('button', { name: words.answer }).click();
  await expect(check.getByRole('button', { name: words.tryAgain })).toBeVisible();
}

/** The checks that were answered, as the store has them. */
export async function answered(page: Page): Promise<unknown[]> {
  const { events = [] } = await keptRecord(page);
  return events.filter(({ kind }) => kind === 'answered').map(({ check }) => check);
}

/** The note on the question, as the store has it. */
export async function keptNote(page: Page): Promise<unknown> {
  const { documents = [] } = await keptRecord(page);
  const found = documents.find(({ name }) => name === `question/${question}`);
  return (found?.['value'] as { note: string } | undefined)?.note;
}

/** Opens the page of the questions at the one above. @returns the field of its note. */
export async function openNote(page: Page) {
  await page.goto(`questions/#${question}`);
  const note = page.locator(`#${question}`).getByRole('textbox');
  await expect(note).toBeEnabled();
  return note;
}

/** What lies in a store, by the names of its shelves. */
export type Shelves = Record<string, { key?: string; entries: unknown[]; under?: string }>;

/**
 * Lays out a store by hand, as another version of the site or another hand would have.
 *
 * @param shelves the entries of each, and either `key`, their part that names them, or `under`, the name of
 *   the only one
 */
export function layOutStore(page: Page, version: number, shelves: Shelves): Promise<void> {
  return page.evaluate(
    ([version, shelves]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('unwatched', version);
        opening.onupgradeneeded = () => {
          for (const [name, { key, entries, under }] of Object.entries(shelves)) {
            const shelf = opening.result.createObjectStore(
              name,
              key === undefined ? {} : { keyPath: key },
            );
            for (const entry of entries) shelf.put(entry, under);
          }
        };
        opening.onerror = () => reject(opening.error ?? new Error('no store'));
        opening.onsuccess = () => resolve(opening.result.close());
      }),
    [version, shelves] as const,
  );
}

/** Chooses a file with this text on the page of the reader's progress. */
export async function bringIn(page: Page, text: string, name = 'mine.json'): Promise<void> {
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel(progress.record.import).setInputFiles(file);
}
