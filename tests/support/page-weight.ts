/** What each page of the built site sends, read from `dist`: no browser is needed to follow names. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtBase } from '../../scripts/built-base.mjs';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const base = `${builtBase()}/`;

/** A page as it arrives; sizes in KiB as a server sends them that compresses, without headers. */
export interface PageWeight {
  total: number;
  script: number;
  font: number;
  requests: number;
  /** Elements of the page as it was sent, before any script. */
  elements: number;
}

/** A page that stands in `dist`. @param path relative to the site's root, such as `lessons/one/` */
export function pageHtml(path: string): string {
  return readFileSync(join(dist, pageFile(path)), 'utf8');
}

/**
 * The files that a page loads of itself for a reader who reads to its end and touches nothing, without
 * itself: what its head and its text name, the fonts of its styles, each island's component and runtime,
 * and all that these scripts import. What a script fetches on use is not among them.
 *
 * @returns paths below the site's root
 */
export function filesOf(html: string): Set<string> {
  const files = new Set<string>();
  const add = (address: string) => {
    const path = address.replaceAll('&amp;', '&').replace(/[?#].*$/, '');
    if (!path.startsWith(base) || files.has(path.slice(base.length))) return;
    const file = path.slice(base.length);
    files.add(file);
    if (file.endsWith('.js')) importsOf(file).forEach(add);
  };
  for (const [tag] of html.matchAll(/<(?:script|img|iframe|link|astro-island)\s[^>]*>/g)) {
    if (tag.startsWith('<link') && !/\srel="(?:icon|stylesheet|preload|modulepreload)"/.test(tag)) {
      continue;
    }
    for (const [, address] of tag.matchAll(
      /\s(?:src|href|component-url|renderer-url)="([^"]*)"/g,
    )) {
      add(address!);
    }
  }
  for (const [, address] of html.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)) add(address!);
  return files;
}

/** What a script imports at once, as addresses. A minified `import()` has a bracket where these have a name. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(dist, file), 'utf8');
  const names = text.matchAll(/(?:\bfrom|\bimport)\s*(["'])(\.{1,2}\/[^"']+\.js)\1/g);
  return [...names].map(([, , name]) => base + posix.join(posix.dirname(file), name!));
}

/** KiB of a file as it is sent: the Brotli copy where there is one. */
export function sentKib(file: string): number {
  const path = join(dist, file);
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size / 1024;
}

export function weigh(path: string): PageWeight {
  const html = pageHtml(path);
  const files = [...filesOf(html)];
  const sum = (ending: string) =>
    files.filter((file) => file.endsWith(ending)).reduce((all, file) => all + sentKib(file), 0);
  return {
    total: sentKib(pageFile(path)) + sum(''),
    script: sum('.js'),
    font: sum('.woff2'),
    requests: files.length + 1,
    elements: html.match(/<[a-z][^\s>]*[\s>]/g)?.length ?? 0,
  };
}

const pageFile = (path: string) => (/(^|\/)$/.test(path) ? `${path}index.html` : path);
