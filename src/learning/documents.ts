/**
 * What a reader wrote into a figure, kept on this device: one record for each document, in IndexedDB.
 * Nothing is sent anywhere. A browser may refuse to keep anything (a private window, a full disk,
 * storage switched off); each function then rejects, and the caller goes on in memory and says so.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface Shelves extends DBSchema {
  /** Plain data under a name such as `worry-map`; whoever reads it checks it against a schema. */
  documents: { key: string; value: { name: string; value: unknown } };
}

/** A store that has not answered by then, in milliseconds, is taken for one that keeps nothing. */
const longestWait = 2000;

/** So many documents are set aside under one name; then the oldest goes. */
const mostAside = 10;

const asideName = (name: string) => `${name} (set aside)`;

let opened: Promise<IDBPDatabase<Shelves>> | undefined;

function database(): Promise<IDBPDatabase<Shelves>> {
  if (opened) return opened;
  const connection = openDB<Shelves>('unwatched', 1, {
    upgrade(shelves) {
      shelves.createObjectStore('documents', { keyPath: 'name' });
    },
    // A newer page waits for this one to let go; the next read opens the store again.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => {
      opened = undefined;
    },
  });
  opened = withinWait(connection).catch((reason: unknown) => {
    opened = undefined;
    // One that comes too late would stand in the way of others.
    connection.then((late) => late.close()).catch(() => undefined);
    throw reason;
  });
  return opened;
}

/** Asks the store. A connection that a browser has closed in the background is opened once more. */
async function ask<Answer>(
  question: (shelves: IDBPDatabase<Shelves>) => Promise<Answer>,
  again = true,
): Promise<Answer> {
  const shelves = await database();
  try {
    return await withinWait(question(shelves));
  } catch (reason) {
    shelves.close();
    opened = undefined;
    if (again && reason instanceof DOMException && reason.name === 'InvalidStateError') {
      return ask(question, false);
    }
    throw reason;
  }
}

function withinWait<Value>(answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The store did not answer.')), longestWait);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** What lies in the store under a name. */
export interface Found {
  /** Undefined where there is none. */
  value: unknown;
  /** Documents that were in the way of others, oldest first. */
  aside: unknown[];
}

/** Reads a document. @throws when the store cannot be read. */
export function readDocument(name: string): Promise<Found> {
  return ask(async (shelves) => {
    const { store, done } = shelves.transaction('documents');
    const [found, aside] = await Promise.all([store.get(name), store.get(asideName(name)), done]);
    return { value: found?.value, aside: listOf(aside?.value) };
  });
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/**
 * Puts a document in place of the one of its name, or takes that away where the value is undefined.
 * Resolves once the browser has completed the transaction, and only then may a page say "kept".
 *
 * @param known the documents, as JSON, that the page has seen or written: any other that it finds in
 *   the place is set aside in the same transaction. `all` sets nothing aside and empties the shelf.
 * @returns what is set aside now.
 * @throws when the store refuses, such as when it is full. Then nothing has changed.
 */
export async function writeDocument(
  name: string,
  value: unknown,
  known: readonly string[] | 'all',
): Promise<unknown[]> {
  const aside = await ask(async (shelves) => {
    const { store, done } = shelves.transaction('documents', 'readwrite');
    const work = async () => {
      const before = (await store.get(name))?.value;
      const list = listOf((await store.get(asideName(name)))?.value);
      await (value === undefined ? store.delete(name) : store.put({ name, value }));
      if (known === 'all') {
        await store.delete(asideName(name));
        return [];
      }
      const text = JSON.stringify(before);
      if (before === undefined || known.includes(text) || text === JSON.stringify(value)) {
        return list;
      }
      const longer = [...list, before].slice(-mostAside);
      await store.put({ name: asideName(name), value: longer });
      return longer;
    };
    const [list] = await Promise.all([work(), done]);
    return list;
  });
  tabs()?.postMessage(name);
  return aside;
}

/** One for the page, since a channel hears all but its own messages; none in an old browser. */
let channel: BroadcastChannel | undefined;

function tabs(): BroadcastChannel | undefined {
  try {
    channel ??= new BroadcastChannel('unwatched-documents');
  } catch {
    // What other tabs write is then seen when the reader comes back to this one.
  }
  return channel;
}

/**
 * Calls `changed` whenever another tab of this browser has written the document, and when the reader
 * comes back to this one, since a tab that rests hears nothing.
 *
 * @returns how to stop.
 */
export function onOtherTab(name: string, changed: () => void): () => void {
  const hear = ({ data }: MessageEvent) => {
    if (data === name) changed();
  };
  const wake = () => {
    if (document.visibilityState === 'visible') changed();
  };
  tabs()?.addEventListener('message', hear);
  document.addEventListener('visibilitychange', wake);
  return () => {
    tabs()?.removeEventListener('message', hear);
    document.removeEventListener('visibilitychange', wake);
  };
}
