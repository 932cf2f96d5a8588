// Writes a Brotli and a gzip copy beside every text file of dist, for servers that send them.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { root } from './project.mjs';

const textFiles = new Set([
  '.html',
  '.css',
  '.js',
  '.svg',
  '.json',
  '.xml',
  '.txt',
  '.webmanifest',
]);

/** Both at their smallest; neither writes a date, so equal input gives equal bytes. */
const encodings = {
  '.br': (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  '.gz': (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

const entries = await readdir(join(root, 'dist'), { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile() && textFiles.has(extname(entry.name)))
  .map((entry) => join(entry.parentPath, entry.name));

let plain = 0;
let brotli = 0;
for (const file of files) {
  const bytes = await readFile(file);
  for (const [ending, compress] of Object.entries(encodings)) {
    const compressed = await compress(bytes);
    if (ending === '.br') brotli += compressed.length;
    if (compressed.length < bytes.length) await writeFile(file + ending, compressed);
  }
  plain += bytes.length;
}
const kib = (bytes) => `${(bytes / 1024).toFixed(0)} KiB`;
console.log(`${files.length} files, ${kib(plain)} plain, ${kib(brotli)} with Brotli`);
