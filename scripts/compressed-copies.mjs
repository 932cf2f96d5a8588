// The Brotli and gzip copies beside text files of dist, for servers that send them.
import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const textFiles = new Set([
  ...['.html', '.css', '.js', '.mjs', '.svg', '.json', '.xml', '.txt', '.webmanifest'],
  ...['.csv', '.bib'],
]);

/** @param {string} file */
export const isText = (file) => textFiles.has(extname(file));

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

/**
 * Writes the copies of one file, each only where it is smaller.
 * @param {string} file
 * @returns {Promise<{ plain: number, brotli: number }>} bytes of the file and of its smaller form
 */
export async function writeCopies(file) {
  const bytes = await readFile(file);
  const sizes = Object.entries(encodings).map(async ([ending, compress]) => {
    const compressed = await compress(bytes);
    if (compressed.length < bytes.length) await writeFile(file + ending, compressed);
    return Math.min(compressed.length, bytes.length);
  });
  const [brotli = 0] = await Promise.all(sizes);
  return { plain: bytes.length, brotli };
}
