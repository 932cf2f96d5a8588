/** What the pages and the service worker say to one another, and the names that both go by. */

/** From the worker that keeps the files, to every page that listens. */
export type Word =
  /** So many files of all are here and proved whole. */
  | { kind: 'progress'; done: number; of: number }
  /** It gave up: no room is left, or a file did not arrive as it should. */
  | { kind: 'stopped'; why: 'full' | 'interrupted' };

/** What a page asks of a worker that waits: to take over, if no other page is open. */
export const takeOver = 'take over';

/** The answer: how many other pages are open. It takes over where there are none. */
export type OtherPages = number;

/**
 * Name of the channel, and how the name of every cache begins. Sites under different paths of one
 * host share their storage, so the name holds the path.
 * @param scope address under which the site lives, with a slash at its end
 */
export const channelName = (scope: string): string => `offline ${new URL(scope).pathname} `;

/**
 * Name of the cache that a worker fills. The address of its script says which: each time that a
 * reader keeps the site anew it is another, so that a worker which was removed, and still serves a
 * page that is open, never comes upon files fetched later.
 * @param scope see `channelName`
 * @param script address of the worker's script
 */
export const cacheName = (scope: string, script: string): string =>
  channelName(scope) + (new URL(script).searchParams.get('kept') ?? '');

/**
 * Address of a script whose worker fills the cache of this name.
 * @param scope see `channelName`
 * @param cache as `cacheName` gives it
 */
export const scriptFor = (scope: string, cache: string): string =>
  `${scope}service-worker.js?kept=${cache.slice(channelName(scope).length)}`;

/**
 * The address by which a file may have been kept, without what follows its path: no file of a site
 * of plain files depends on that.
 * @param asked address of a request
 */
export function plainAddress(asked: string): string {
  const { origin, pathname } = new URL(asked);
  return origin + pathname;
}
