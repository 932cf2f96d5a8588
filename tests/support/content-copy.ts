import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A change to one file of the content: what to find, and what to put in its place. */
export interface Change {
  file: string;
  find: RegExp;
  put: string;
}

/** A copy of the real content, with changes, that goes away when the test is over. Returns its folder. */
export function contentCopy(changes: Change[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync('content', folder, { recursive: true });
  for (const { file, find, put } of changes) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    // A change that changes nothing would let a test of a fault pass for the wrong reason.
    if (!find.test(text)) throw new Error(`${file} holds nothing like ${find}.`);
    writeFileSync(
      path,
      text.replace(find, () => put),
    );
  }
  return folder;
}

/** Number of the first line of a file that holds a text. */
export function lineOf(folder: string, file: string, text: string): number {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}
