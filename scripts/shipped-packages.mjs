// Which packages have code in what readers are sent: told by the bundler of each build, kept until the build of
// the site has come to its end.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const folder = join(root, 'node_modules', '.cache', 'unwatched', 'shipped');

/**
 * What no bundler tells of in time: copied files, the script of an island in each page, what joins modules, and
 * the service worker, which is built when every file is there and compares this list with its own.
 */
const besides = [
  '@fontsource-variable/source-sans-3',
  '@fontsource-variable/source-serif-4',
  'astro',
  'pagefind',
  'rolldown',
  'workbox-core',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
].map((name) => `node_modules/${name}`);

/**
 * The packages behind modules, as package-lock.json names them: `node_modules/svelte`.
 * @param {Iterable<string>} modules paths of files, with whatever a bundler adds to them
 * @returns {string[]} in the order of their names, without those that are no package's
 */
export function packagesOf(modules) {
  const found = new Set();
  for (const id of modules) {
    const path = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/;
    const [name] = path.exec(id.replaceAll('\\', '/')) ?? [];
    if (name) found.add(name);
  }
  return [...found].sort();
}

/** Forgets an earlier build. */
export const forgetShipped = () => rmSync(folder, { recursive: true, force: true });

/**
 * The packages of which something is left in a bundle; see `packagesOf`.
 * @param {{ modules?: Record<string, { renderedLength: number }> }[]} output
 */
export const packagesIn = (output) =>
  packagesOf(
    output.flatMap(({ modules = {} }) =>
      Object.keys(modules).filter((id) => modules[id].renderedLength > 0),
    ),
  );

/** Keeps for later what a bundle holds. @param {string} name of the bundle */
export function noteShipped(name, output) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(packagesIn(output)));
}

/** @returns {string[]} every package of which readers are sent something; see `packagesOf` */
export function shippedPackages() {
  const noted = readdirSync(folder).flatMap((name) =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')),
  );
  return [...new Set([...besides, ...noted])].sort();
}
