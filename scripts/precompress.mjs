// Writes compressed copies beside every text file of dist.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isText, writeCopies } from './compressed-copies.mjs';
import { root } from './project.mjs';

const entries = await readdir(join(root, 'dist'), { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile() && isText(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

// Node compresses several at a time, on as many cores as there are.
const sizes = await Promise.all(files.map(writeCopies));
const kib = (size) =>
  `${(sizes.reduce((sum, sizesOfOne) => sum + sizesOfOne[size], 0) / 1024).toFixed(0)} KiB`;
console.log(`${files.length} files, ${kib('plain')} plain, ${kib('brotli')} with Brotli`);
