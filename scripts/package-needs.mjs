// What each page of the built site comes to ask for, so that a package can take just that.

/** Pages that may stand in a package. */
const packaged = /^(?:assignment|questions|lessons\/[^/]+)\/index\.html$/;
/** Files that pages fetch; other pages, and files offered for saving, are led to and not asked for. */
const asset = /^(?:_astro\/|figures\/|icon\.svg$)/;

/**
 * The assets that each packaged page, script and style names, by their paths from the site's root.
 * @param {Map<string, string>} texts of the pages, scripts and styles
 * @param {string[]} paths of all files of the site
 * @param {string} base path under which the site addresses its files, with a slash at both ends
 * @returns {Record<string, string[]>} without the files that name none
 */
export function packageNeeds(texts, paths, base) {
  const assets = new Set(paths.filter((path) => asset.test(path) && !/\.(?:br|gz)$/.test(path)));
  const besides = new Map([...assets].map((path) => [path.replace(/^.*\//, ''), path]));
  const needs = {};
  for (const path of [...texts.keys()].sort()) {
    if (!packaged.test(path) && !assets.has(path)) continue;
    const text = texts.get(path);
    const named = new Set();
    for (const [address] of text.matchAll(/\/[\w./-]+/g)) {
      if (address.startsWith(base)) named.add(address.slice(base.length));
    }
    // Scripts name each other by where they stand: import('./live.DV4cjyHC.js').
    if (!path.endsWith('.html')) {
      for (const [name] of text.matchAll(/[\w.-]+\.\w+/g)) named.add(besides.get(name));
    }
    named.delete(path);
    const found = [...named].filter((name) => assets.has(name)).sort();
    if (packaged.test(path) || found.length > 0) needs[path] = found;
  }
  return needs;
}
