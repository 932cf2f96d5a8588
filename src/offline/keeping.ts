/** The page's side of keeping the site for offline use. Nothing here runs before the reader asks. */
import {
  cacheName,
  channelName,
  scriptFor,
  takeOver,
  type OtherPages,
  type Word,
} from './between.ts';

/** How it stands with the site in this browser. */
export type Standing =
  | { state: 'unsupported' }
  | { state: 'nothing' }
  /** Some files are here and are not used; keeping goes on from there. */
  | { state: 'part'; files: number }
  | { state: 'keeping' }
  /** Every file is here and is what the pages are shown from. */
  | { state: 'kept' };

/** Why the site could not be kept: `refused` where the worker's script itself did not come. */
export type Failure = 'full' | 'interrupted' | 'refused';

/**
 * Looks up how it stands, without changing anything.
 * @param scope address under which the site lives, with a slash at its end
 */
export async function look(scope: string): Promise<Standing> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return { state: 'unsupported' };
  try {
    const { active, installing } = (await registrationOf(scope)) ?? {};
    if (active && (await caches.has(cacheName(scope, active.scriptURL)))) return { state: 'kept' };
    if (installing?.state === 'installing') return { state: 'keeping' };
    const [begun] = await cachesOf(scope);
    const files = begun === undefined ? 0 : (await (await caches.open(begun)).keys()).length;
    return files > 0 ? { state: 'part', files } : { state: 'nothing' };
  } catch {
    return { state: 'unsupported' };
  }
}

const cachesOf = async (scope: string): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(channelName(scope)));

/** The registration of this site, and not of one that lives under a shorter path of the same host. */
async function registrationOf(scope: string): Promise<ServiceWorkerRegistration | undefined> {
  const found = await navigator.serviceWorker.getRegistration(scope);
  return found?.scope === scope ? found : undefined;
}

/**
 * Keeps the site, or goes on where an earlier attempt ended.
 * @param scope see `look`
 * @param progress told how many files of all are here
 * @returns why it failed; nothing when every file is here and in use
 */
export async function keep(
  scope: string,
  progress: (done: number, of: number) => void,
): Promise<Failure | undefined> {
  const channel = new BroadcastChannel(channelName(scope));
  const told = new Promise<Failure | 'whole'>((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if (data.kind === 'stopped') return resolve(data.why);
      progress(data.done, data.of);
      if (data.done === data.of) resolve('whole');
    };
  });
  try {
    const script = await scriptToRegister(scope);
    const options = { scope, updateViaCache: 'none' } as const;
    const registration = await navigator.serviceWorker.register(script, options);
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    // A worker that fails at once may be gone before the page can watch it, so its word counts too.
    const failed = told.then((word) => (word === 'whole' ? becomesActive(worker) : false));
    const active = await Promise.race([becomesActive(worker), failed]);
    // The last word may come late, and from a script that is not ours it never comes.
    const word = await Promise.race([told, after(1000, active ? 'refused' : 'interrupted')]);
    if (active && word === 'whole') return undefined;
    if ((await look(scope)).state !== 'kept') await registration.unregister();
    return word === 'whole' ? 'interrupted' : word;
  } catch {
    return navigator.onLine ? 'refused' : 'interrupted';
  } finally {
    channel.close();
  }
}

/** The script at work already, or one that goes on with what was begun, or one that begins anew. */
async function scriptToRegister(scope: string): Promise<string> {
  const registration = await registrationOf(scope);
  if (registration?.installing) return registration.installing.scriptURL;
  const [begun] = await cachesOf(scope);
  return scriptFor(scope, begun ?? channelName(scope) + Date.now());
}

const after = (ms: number, failure: Failure) =>
  new Promise<Failure>((resolve) => setTimeout(() => resolve(failure), ms));

/** Whether a worker comes to be at work, or ends before. */
function becomesActive(worker: ServiceWorker | null): Promise<boolean> {
  return new Promise((resolve) => {
    if (!worker) return resolve(false);
    const hear = () => {
      if (worker.state === 'activated') resolve(true);
      if (worker.state === 'redundant') resolve(false);
    };
    worker.addEventListener('statechange', hear);
    hear();
  });
}

/** Removes all files and the worker. What the reader wrote and answered is kept elsewhere. */
export async function remove(scope: string): Promise<void> {
  await (await registrationOf(scope))?.unregister();
  await Promise.all((await cachesOf(scope)).map((name) => caches.delete(name)));
}

/** Calls back when a new version is here and waits, now or later in this page's life. */
export async function onNewVersion(scope: string, ready: () => void): Promise<void> {
  const registration = await registrationOf(scope);
  if (!registration) return;
  const watch = (worker: ServiceWorker | null) => {
    const hear = () => {
      if (worker?.state === 'installed' && registration.active) ready();
    };
    worker?.addEventListener('statechange', hear);
    hear();
  };
  watch(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
}

/**
 * Puts the new version in use and loads this page again, once. Where other pages are open nothing
 * happens: they still need the files of their own version.
 * @returns how many other pages are open
 */
export async function useNewVersion(scope: string): Promise<OtherPages> {
  const waiting = (await registrationOf(scope))?.waiting;
  if (!waiting) {
    location.reload();
    return 0;
  }
  const reload = () => location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  const { port1, port2 } = new MessageChannel();
  const others = await new Promise<OtherPages>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<OtherPages>) => resolve(data);
    waiting.postMessage(takeOver, [port2]);
  });
  if (others > 0) navigator.serviceWorker.removeEventListener('controllerchange', reload);
  return others;
}
