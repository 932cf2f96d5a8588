/**
 * What a reader wrote into a figure, kept on this device: one record for each document, in IndexedDB.
 * Nothing is sent anywhere. A browser may refuse to keep anything (a private window, a full disk,
 * storage switched off); each function then rejects, and the caller goes on in memory and says so.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A document as it lies in the store. */
export interface DocumentRecord {
  /** Name of the document, such as `worry-map`. */
  name: string;
  /** Plain data; whoever reads it checks it against a schema of its own. */
  value: unknown;
}

interface Shelves extends DBSchema {
  documents: { key: string; value: DocumentRecord };
}

/** A store that has not answered by then is taken for one that keeps nothing. */
const longestWait = 2000;

let opened: Promise<IDBPDatabase<Shelves>> | undefined;

function database(): Promise<IDBPDatabase<Shelves>> {
  opened ??= withinWait(
    openDB<Shelves>('unwatched', 1, {
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
    }),
  ).catch((reason: unknown) => {
    opened = undefined;
    throw reason;
  });
  return opened;
}

function withinWait<Value>(answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The store did not answer.')), longestWait);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The document's value, or undefined where there is none. @throws when the store cannot be read. */
export async function readDocument(name: string): Promise<unknown> {
  const shelves = await database();
  return (await withinWait(shelves.get('documents', name)))?.value;
}

/**
 * Puts a document in place of the one of its name; resolves once the browser has completed the
 * transaction, and only then may a page say "kept".
 *
 * @throws when the store refuses, such as when it is full.
 */
export async function writeDocument(name: string, value: unknown): Promise<void> {
  const shelves = await database();
  const transaction = shelves.transaction('documents', 'readwrite');
  await withinWait(
    Promise.all([
      value === undefined ? transaction.store.delete(name) : transaction.store.put({ name, value }),
      transaction.done,
    ]),
  );
  tabs().postMessage(name);
}

/** Takes a document away. @throws when the store refuses. */
export const removeDocument = (name: string): Promise<void> => writeDocument(name, undefined);

/** One for the page, since a channel hears all but its own messages. */
let channel: BroadcastChannel | undefined;

function tabs(): BroadcastChannel {
  channel ??= new BroadcastChannel('unwatched-documents');
  return channel;
}

/**
 * Calls `changed` whenever another tab of this browser has written the document.
 *
 * @returns how to stop.
 */
export function onOtherTab(name: string, changed: () => void): () => void {
  const hear = ({ data }: MessageEvent) => {
    if (data === name) changed();
  };
  tabs().addEventListener('message', hear);
  return () => tabs().removeEventListener('message', hear);
}
