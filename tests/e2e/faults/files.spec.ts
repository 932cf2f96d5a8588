import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { largestFile } from '../../../src/learning/record-file.ts';
import { eventOf, join as joined, emptyRecord } from '../../../src/learning/record.ts';
import { writeRecordFile } from '../../../src/learning/record-file.ts';
import { interfaceText } from '../../support/interface-text.ts';
import { keptRecord } from '../../support/kept-record.ts';
import { expect, test } from '../fixtures.ts';

const { progress: words } = interfaceText;
const own = words.record;
const record = joined(emptyRecord, {
  events: [eventOf({ kind: 'read', lesson: 'two-faces' }, 1_700_000_000_000)],
  documents: [{ name: 'question/robust-detection', at: 5, value: { note: 'Mine.' } }],
});
const text = writeRecordFile(record);

async function bringIn(page: Page, path: string | { buffer: Buffer }) {
  const file =
    typeof path === 'string'
      ? path
      : { name: 'a.json', mimeType: 'application/json', buffer: path.buffer };
  await page.getByLabel(own.import).setInputFiles(file);
}

async function withRecord(page: Page) {
  await page.goto('progress/');
  await expect(page.getByText(words.empty)).toBeVisible();
  await bringIn(page, { buffer: Buffer.from(`\uFEFF${text}`) });
  await page.getByRole('button', { name: own.apply }).click();
  await expect(page.getByText(own.imported)).toBeVisible();
}

test('#33 a file that is none is refused by its name, and nothing has changed to the byte', async ({
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'unwatched-files-'));
  const { faults } = words;
  const files: [string, keyof typeof faults, string | Uint8Array][] = [
    ['60 MB', 'large', new Uint8Array(60_000_000)],
    ['binary', 'notText', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])],
    ['empty', 'empty', ''],
    ['UTF-16', 'notText', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['deep', 'deep', '['.repeat(Math.min(5_000_000, largestFile - 1))],
    ['a key twice', 'repeated', text.replace('"version":1', '"version":2,"version":1')],
    ['a prototype', 'foreign', text.replace('"note"', '"__proto__"')],
    ['Infinity', 'notJson', text.replace('"at":5', '"at":Infinity')],
    ['a million entries', 'many', `[${'0,'.repeat(Math.min(1_000_000, largestFile / 2 - 2))}0]`],
  ];
  await withRecord(page);
  const before = JSON.stringify(await keptRecord(page));
  for (const [name, fault, content] of files) {
    await test.step(name, async () => {
      const path = join(folder, `${name}.json`);
      await writeFile(path, content);
      await bringIn(page, path);
      const said = faults[fault].split('{')[0]!;
      const status = page.locator('.told[role=status]');
      await expect(status).toContainText(said);
      await expect(status).toContainText(own.nothingChanged);
      expect(JSON.stringify(await keptRecord(page))).toBe(before);
    });
  }
  await rm(folder, { recursive: true });
});

test('#37 where neither a file nor a copy can be had, the record can be read off the page', async ({
  page,
}) => {
  await page.addInitScript(() => {
    HTMLAnchorElement.prototype.click = () => {};
    const { clipboard } = navigator as { clipboard?: Clipboard };
    if (clipboard) clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await withRecord(page);
  await page.getByRole('button', { name: own.export }).click();
  await page.getByRole('button', { name: own.copy }).click();
  await expect(page.getByText(own.copyFailed)).toBeVisible();
  const shown = page.getByRole('textbox', { name: own.asText });
  await expect(shown).toHaveValue(text);
  await shown.focus();
  const selected = await shown.evaluate(
    (field: HTMLTextAreaElement) => field.selectionEnd - field.selectionStart,
  );
  expect(selected).toBe(text.length);
});
