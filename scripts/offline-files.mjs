// What is kept of the built site for offline use.
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/**
 * Files for servers and crawlers, the list of parts, copies for servers, the page for addresses that lead nowhere,
 * figures for pages elsewhere, and what is for teachers, answer keys among it.
 */
const leftOut =
  /^(_headers|robots\.txt|404\.html|service-worker\.js|offline\.json|sbom\.json)$|^(teach|report|embed)\/|\.(br|gz)$/;

/**
 * Every file that pages of the site may ask for, in an order that depends on nothing but their names.
 * @param {string} folder the built site
 * @returns {Promise<{ files: [path: string, hash: string][], bytes: number, compressed: number }>}
 *   addresses relative to the site's root with the SHA-256 of what stands there in base64, and the
 *   bytes of all, plain and about as a server sends them that compresses
 */
export async function offlineFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !leftOut.test(path))
    .sort();
  const found = { files: [], bytes: 0, compressed: 0 };
  for (const path of paths) {
    const contents = await readFile(join(folder, path));
    found.files.push([addressOf(path), createHash('sha256').update(contents).digest('base64')]);
    found.bytes += contents.length;
    found.compressed += Math.min(contents.length, (await promisify(gzip)(contents)).length);
  }
  return found;
}

/** Pages go by the address that links lead to. */
function addressOf(path) {
  return `./${encodeURI(path.replace(/(^|\/)index\.html$/, '$1'))}`;
}
