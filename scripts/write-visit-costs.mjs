// Fills the table of dist/about/hosting/ with what visits cost a host. Runs when the compressed copies of
// pages and scripts are there, and before anything takes the page's hash.
import { existsSync, statSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { writeCopies } from './compressed-copies.mjs';
import { root } from './project.mjs';
import { filesOfVisit, visitCosts } from './visit-costs.mjs';

const dist = join(root, 'dist');
const entries = await readdir(dist, { recursive: true, withFileTypes: true });
const paths = new Set(
  entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/')),
);
const lessons = [...paths].filter((path) => /^lessons\/[^/]+\/index\.html$/.test(path)).sort();
const texts = new Map();
for (const path of paths) {
  const visited = path === 'index.html' || lessons.includes(path);
  if (visited || /^_astro\/.*\.(js|css)$/.test(path)) {
    texts.set(path, await readFile(join(dist, path), 'utf8'));
  }
}
// A former address of a lesson only leads on.
const pages = [
  'index.html',
  ...lessons.filter((path) => !/http-equiv="refresh"/.test(texts.get(path))),
];

const size = (path) => statSync(join(dist, path)).size;
const sizeOf = (path) => {
  const copy = (ending) => size(existsSync(join(dist, path + ending)) ? path + ending : path);
  return { brotli: copy('.br'), gzip: copy('.gz'), plain: size(path) };
};
const costs = visitCosts(
  pages.map((page) => filesOfVisit(page, texts, paths)),
  sizeOf,
);

const page = join(dist, 'about', 'hosting', 'index.html');
const html = await readFile(page, 'utf8');
const filled = html.replace(/(<td data-cost="(\w+)\.(\w+)"[^>]*>)[^<]*/g, (_, cell, kind, key) => {
  const cost = costs[kind]?.[key];
  if (cost === undefined) throw new Error(`There is no cost of the kind ${kind}.${key}.`);
  return cell + print(cost, key);
});
await writeFile(page, filled);
await writeCopies(page);
console.log(`${pages.length} pages; home ${print(costs.homeFirst.brotli, 'brotli')} kB`);

/** Kilobytes, which are gigabytes for a million; one decimal below ten. */
function print(cost, key) {
  if (key === 'answers') return String(Math.round(cost));
  const kilobytes = cost / 1000;
  return kilobytes.toLocaleString('en', { maximumFractionDigits: kilobytes < 10 ? 1 : 0 });
}
