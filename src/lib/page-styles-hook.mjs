import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postcss from 'postcss';

/** What ties a rule to one component: the class or attribute that its framework gave the selector. */
const scope = /(?:svelte|astro-cid)-[a-z0-9]+/g;
const scriptName = /[\w.-]+\.js\b/g;
const inlineStyles = /(<style[^>]*>)([\s\S]*?)(<\/style>)/g;

/**
 * Leaves in each page only the styles of components that can come to stand on it. The bundler puts
 * what several figures share into the style sheet of every page; with every figure more, every page
 * would grow.
 *
 * @returns {import('astro').AstroIntegration}
 */
export function pageStyles() {
  return {
    name: 'page-styles',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        const read = (file) => readFile(join(root, file), 'utf8');
        const scripts = new Map();
        for (const file of files.filter((name) => name.endsWith('.js'))) {
          scripts.set(basename(file), namesIn(await read(file)));
        }
        // Pages of one template have the same styles.
        const slimmed = new Map();
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const html = await read(file);
          const known = scopesOf(html.replace(inlineStyles, ''), scripts);
          const names = [...known].sort().join(' ');
          const slim = html.replace(inlineStyles, (_, open, css, close) => {
            const key = `${names}\n${css}`;
            if (!slimmed.has(key)) slimmed.set(key, withoutStrangers(css, known));
            return open + slimmed.get(key) + close;
          });
          await writeFile(join(root, file), slim);
        }
      },
    },
  };
}

/** The scopes and scripts that a script names, each once: all that is asked of it, by every page anew. */
const namesIn = (text) =>
  [...new Set([...(text.match(scope) ?? []), ...(text.match(scriptName) ?? [])])].join(' ');

/**
 * The scopes named by a page and by every script that it may come to load.
 *
 * @param {string} html without its styles
 * @param {Map<string, string>} scripts text of each script, or the names in it, by its file name
 */
export function scopesOf(html, scripts) {
  const seen = new Set();
  const waiting = [html];
  const scopes = new Set();
  while (waiting.length > 0) {
    const text = waiting.pop();
    for (const [found] of text.matchAll(scope)) scopes.add(found);
    for (const [name] of text.matchAll(scriptName)) {
      if (!scripts.has(name) || seen.has(name)) continue;
      seen.add(name);
      waiting.push(scripts.get(name));
    }
  }
  return scopes;
}

/**
 * A style sheet without the selectors that name a scope which is not known.
 *
 * @param {string} css
 * @param {Set<string>} known
 */
export function withoutStrangers(css, known) {
  const sheet = postcss.parse(css);
  sheet.walkRules((rule) => {
    const kept = rule.selectors.filter((selector) =>
      [...selector.matchAll(scope)].every(([found]) => known.has(found)),
    );
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });
  sheet.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  return sheet.toString();
}
