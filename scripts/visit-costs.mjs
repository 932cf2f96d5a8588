// What a visit of some kind costs a host, worked out from the built files.
import { everywhere, headersFor, strictTransport } from './security-headers.mjs';

/**
 * How a host sends its files: as the copies that the build has made, or as they are.
 * @typedef {'brotli' | 'gzip' | 'plain'} Form
 * @typedef {{ answers: number } & Record<Form, number>} Cost answers, and bytes in each form
 */

/** @type {Form[]} */
export const forms = ['brotli', 'gzip', 'plain'];

/** What every page asks for, whatever is on it. */
const always = ['icon.svg', 'manifest.webmanifest'];

/**
 * All that a page may come to ask for once its reader has used everything on it: an upper limit.
 * @param {string} page path from the site's root, with its file name
 * @param {Map<string, string>} texts of the site's pages, scripts and styles, by path
 * @param {Set<string>} paths of all files of the site
 * @returns {Set<string>} paths, the page's among them
 */
export function filesOfVisit(page, texts, paths) {
  const found = new Set([page, ...always.filter((path) => paths.has(path))]);
  for (const path of found) {
    // Pages and scripts name what they load by its address, or by its name where they stand side by side.
    for (const [named] of (texts.get(path) ?? '').matchAll(/(?:\w+\/)?[\w.-]+\.\w+/g)) {
      const beside = `_astro/${named.replace(/^.*\//, '')}`;
      const file = [named, beside].find((one) => paths.has(one) && /^(_astro|figures)\//.test(one));
      if (file) found.add(file);
    }
  }
  return found;
}

/**
 * The cost of visits of each kind.
 * @param {Set<string>[]} pages files of the home page and then of each lesson; see `filesOfVisit`
 * @param {(path: string) => Record<Form, number>} sizeOf bytes of a file in each form
 * @returns {Record<string, Cost>} by the kind's name
 */
export function visitCosts(pages, sizeOf) {
  const [home = new Set(), ...lessons] = pages;
  const first = (files) => sumUp([...files].map((path) => whole(path, sizeOf)));
  const again = (files) => sumUp([...files].filter(isAskedAgain).map(unchanged));
  const union = new Set(pages.flatMap((files) => [...files]));
  return {
    homeFirst: first(home),
    homeAgain: again(home),
    lessonFirst: mean(lessons.map(first)),
    lessonNext: mean(lessons.map((files) => first([...files].filter((path) => !home.has(path))))),
    lessonAgain: mean(lessons.map(again)),
    courseFirst: first(union),
    courseAgain: again(union),
    courseUncached: sumUp(pages.map(first)),
  };
}

/** A browser may keep what has a hash in its name without asking; of the rest it asks whether it has changed. */
const isAskedAgain = (path) => !headersFor(`/${path}`)['Cache-Control']?.includes('immutable');

/** Bytes of the headers that the site asks its host to send. */
function headerBytes(path) {
  const headers = { ...everywhere, ...strictTransport, ...headersFor(`/${path}`) };
  return Object.entries(headers).reduce((sum, entry) => sum + `${entry.join(': ')}\r\n`.length, 0);
}

/** @returns {Cost} */
function whole(path, sizeOf) {
  const size = sizeOf(path);
  const headers = headerBytes(path);
  return costOf((form) => size[form] + headers);
}

/** @returns {Cost} of the answer that nothing has changed: headers alone */
const unchanged = (path) => costOf(() => headerBytes(path));

const costOf = (bytes) => ({
  answers: 1,
  ...Object.fromEntries(forms.map((form) => [form, bytes(form)])),
});

const keys = ['answers', ...forms];
const sumUp = (costs) =>
  Object.fromEntries(keys.map((key) => [key, costs.reduce((sum, cost) => sum + cost[key], 0)]));
const mean = (costs) =>
  Object.fromEntries(Object.entries(sumUp(costs)).map(([key, sum]) => [key, sum / costs.length]));
