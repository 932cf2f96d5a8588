/**
 * Keeps the whole site and answers from it. The build puts the list of files in front of this script,
 * so a changed site is a changed script, and the browser installs it beside the one at work.
 *
 * Each file is stored under its address and its hash, and only if it has that hash. So a cache never
 * holds a file of another version, an error page or half a file; what an interrupted attempt fetched
 * counts at the next one; and a new version fetches only what changed. The new worker waits until no
 * page of the old version is open: a page finds the files of its own version as long as it lives.
 */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import {
  cacheName as cacheOf,
  channelName,
  plainAddress,
  takeOver,
  type OtherPages,
  type Word,
} from './between.ts';

/** The site's files: address relative to the site's root, and SHA-256 in base64. */
declare const siteFiles: readonly (readonly [path: string, hash: string])[];

// TypeScript knows the world of a service worker only in place of that of a page, and this
// project checks both together.
interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface PageClient {
  id: string;
  url: string;
  frameType: string;
}
declare const self: {
  registration: ServiceWorkerRegistration;
  clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<PageClient[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', hear: (event: LastingEvent) => void): void;
  addEventListener(
    type: 'fetch',
    hear: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
  addEventListener(
    type: 'message',
    hear: (event: LastingEvent & MessageEvent & { source: PageClient }) => void,
  ): void;
};

const { scope } = self.registration;
const cacheName = cacheOf(scope, location.href);
const channel = new BroadcastChannel(channelName(scope));
const tell = (word: Word) => channel.postMessage(word);

/** A file that has not come whole after so long, in ms, will not: the line is dead, though nobody said so. */
const patience = 60_000;

let done = 0;
const keeper = new PrecacheController({
  cacheName,
  plugins: [
    {
      requestWillFetch: async ({ request }) =>
        new Request(request, { signal: AbortSignal.timeout(patience) }),
      handlerDidRespond: async () => {
        done += 1;
        tell({ kind: 'progress', done, of: siteFiles.length });
      },
    },
  ],
});
keeper.addToCacheList(
  siteFiles.map(([path, hash]) => ({ url: path, revision: hash, integrity: `sha256-${hash}` })),
);

self.addEventListener('install', (event) => event.waitUntil(install(event)));
self.addEventListener('activate', (event) => event.waitUntil(activate(event)));

async function install(event: LastingEvent): Promise<void> {
  const cache = await caches.open(cacheName);
  const before = new Set((await cache.keys()).map(({ url }) => url));
  done = 0;
  try {
    await keeper.install(event);
  } catch (error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    // The room goes back to the reader's notes.
    if (full) {
      const added = (await cache.keys()).filter(({ url }) => !before.has(url));
      await Promise.all(added.map((request) => cache.delete(request)));
    }
    tell({ kind: 'stopped', why: full ? 'full' : 'interrupted' });
    throw error;
  }
  // Nothing depends on a worker whose files the reader has removed.
  const { active } = self.registration;
  if (active && !(await caches.has(cacheOf(scope, active.scriptURL)))) await self.skipWaiting();
}

/** Lets go of files that no page can ask for any more; pages open before gain by the rest. */
async function activate(event: LastingEvent): Promise<void> {
  await keeper.activate(event);
  const others = (await caches.keys()).filter(
    (name) => name.startsWith(channelName(scope)) && name !== cacheName,
  );
  await Promise.all(others.map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const key = keeper.getCacheKeyForURL(plainAddress(request.url));
  if (key) event.respondWith(fromCache(key, request));
  else if (request.mode === 'navigate') event.respondWith(fromNetwork(request));
});

/** What is kept; the network where the reader has removed it under an open page. */
async function fromCache(key: string, request: Request): Promise<Response> {
  return (await caches.match(key, { cacheName, ignoreVary: true })) ?? fetch(request);
}

/** A page that is not kept; without a connection, the page that says so. */
async function fromNetwork(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const key = keeper.getCacheKeyForURL(`${scope}offline/`);
    const page = key && (await caches.match(key, { cacheName, ignoreVary: true }));
    if (page) return page;
    throw error;
  }
}

self.addEventListener('message', (event) => {
  if (event.data !== takeOver) return;
  event.waitUntil(
    (async () => {
      const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
      const others: OtherPages = pages.filter(
        ({ id, url, frameType }) =>
          id !== event.source.id && url.startsWith(scope) && frameType !== 'nested',
      ).length;
      event.ports[0]?.postMessage(others);
      if (others === 0) await self.skipWaiting();
    })(),
  );
});
