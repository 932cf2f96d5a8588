import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/**
 * Every page of the built site, as an address relative to the site's root: `` for the home page,
 * `lessons/one/`, `404.html`. Relative, so that the tests hold under any base path.
 */
export function sitePages(): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'))
    .sort();
}

/** The pages that hold a lesson. */
export function lessonPages(): string[] {
  return sitePages().filter((path) => /^lessons\/[^/]+\/$/.test(path));
}

/** Of pages for teachers that one template makes for every lesson or system, these stand for all. */
const examples = new Set(['two-faces', 'right-reward-wrong-goal', 'moodle']);
/** Of figures to embed, which stand in the lab too, one that works at once and one that rests. */
const embedded = new Set(['horizon', 'cue-lab']);

/** Every page, but of those that one template makes for teachers only examples; for what is slow to look at. */
export function pagesOfEachKind(): string[] {
  const lessons = lessonPages().map((path) => path.split('/')[1]!);
  return sitePages().filter((path) => {
    const [room, name = '', system] = path.split('/');
    if (room === 'embed') return embedded.has(name);
    if (room !== 'teach') return true;
    const repeated = lessons.includes(name) ? name : name === 'lms' ? system : '';
    return !repeated || examples.has(repeated);
  });
}
