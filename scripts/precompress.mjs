// Writes compressed copies beside every text file of dist.
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isText, writeCopies } from './compressed-copies.mjs';
import { root } from './project.mjs';

const entries = await readdir(join(root, 'dist'), { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile() && isText(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

const sum = { plain: 0, brotli: 0 };
const waiting = files.values();
async function compressWaiting() {
  for (const file of waiting) {
    const { plain, brotli } = await writeCopies(file);
    sum.plain += plain;
    sum.brotli += brotli;
  }
}
// The compressors run beside this thread, so each core has a file in hand.
await Promise.all(Array.from({ length: availableParallelism() }, compressWaiting));
const kib = (bytes) => `${(bytes / 1024).toFixed(0)} KiB`;
console.log(`${files.length} files, ${kib(sum.plain)} plain, ${kib(sum.brotli)} with Brotli`);
