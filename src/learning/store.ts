/**
 * The learner's record in this browser, in IndexedDB, and nowhere else. A browser may refuse (a private
 * window, a full disk, storage switched off); each function then rejects, and its caller goes on in
 * memory and says so. On a page that a course system's shell shows, the record is the shell's instead,
 * and this browser's own stays untouched.
 */
import { openDB, type DBSchema, type IDBPDatabase, type StoreNames } from 'idb';
import { databaseName } from './database-name.ts';
import { afterWriting } from './document-writing.ts';
import { shellOrigin } from './in-shell.ts';
import { announce } from './record-changes.ts';
import {
  newRecordId,
  supersedes,
  type KeptDocumentRecord,
  type LearnerRecord,
  type LearningEvent,
} from './record.ts';

/** Why the store did not do what it was asked to. */
export type Refusal =
  /** No room is left. */
  | 'full'
  /** Storage is switched off, or does not answer. */
  | 'blocked'
  /** A newer page of this site has changed the store in a way that this one does not know. */
  | 'newer'
  /** The record was replaced or deleted by another tab, or with the browser's own tools. */
  | 'replaced'
  /** What lies in the store is not laid out as any version of this site lays it out. */
  | 'broken';

export class StoreRefused extends Error {
  constructor(
    readonly why: Refusal,
    cause?: unknown,
  ) {
    super(`The store refused: ${why}.`, { cause });
  }
}

/** A document as it lies on its shelf, with those that were in its way, oldest first. */
interface ShelvedDocument extends KeptDocumentRecord {
  aside?: unknown[];
}

interface Shelves extends DBSchema {
  events: { key: string; value: LearningEvent };
  documents: { key: string; value: ShelvedDocument };
  /** One entry: which record this is. A new one is begun whenever everything is deleted or replaced. */
  record: { key: 'id'; value: string };
}
type Database = IDBPDatabase<Shelves>;

export { databaseName };
// Whoever fetches the store listens to it too.
export { onChange } from './record-changes.ts';
/** 1: documents alone, those set aside under names of their own. 2: as above. */
export const storeVersion = 2;

/** A store that has not opened by then, in milliseconds, is taken for one that keeps nothing. */
const longestWait = 2000;

let opened: Promise<Database> | undefined;

/** What stands in for this store on a page that a shell shows. */
const elsewhere = () => (shellOrigin() === undefined ? undefined : import('./shell-store.ts'));
// Fetched ahead, so that who answers and leaves at once finds the answer kept.
elsewhere()?.catch(() => undefined);

function database(): Promise<Database> {
  if (opened) return opened;
  opened = openInTime<Shelves>(databaseName, storeVersion, {
    async upgrade(shelves, from, _to, transaction) {
      shelves.createObjectStore('events', { keyPath: 'id' });
      shelves.createObjectStore('record');
      if (from === 0) shelves.createObjectStore('documents', { keyPath: 'name' });
      else await dateDocuments(transaction.objectStore('documents'));
    },
    // A newer page waits for this one to let go; the next use opens the store again.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Opens a database as `openDB` does, and rejects where it does not answer within the wait. */
export async function openInTime<Schema = unknown>(
  ...asked: Parameters<typeof openDB<Schema>>
): Promise<IDBPDatabase<Schema>> {
  const connection = openDB<Schema>(...asked);
  try {
    return await withinWait(connection);
  } catch (error) {
    // One that comes too late would stand in the way of others.
    connection.then((late) => late.close()).catch(() => undefined);
    throw error;
  }
}

/** The part of a shelf that bringing it up to date needs. */
interface DocumentShelf {
  getAll(): Promise<ShelvedDocument[]>;
  put(document: ShelvedDocument): Promise<unknown>;
  delete(name: string): Promise<void>;
}

/** From version 1 to 2: documents had no time, and those set aside lay beside them. */
async function dateDocuments(shelf: DocumentShelf): Promise<void> {
  const before = await shelf.getAll();
  const beside = ' (set aside)';
  const listOf = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : []);
  const asideOf = new Map(
    before
      .filter(({ name }) => name.endsWith(beside))
      .map(({ name, value }) => [name.slice(0, -beside.length), listOf(value)]),
  );
  for (const name of asideOf.keys()) await shelf.delete(name + beside);
  const values = before.filter(({ name }) => !name.endsWith(beside));
  const names = new Set([...asideOf.keys(), ...values.map(({ name }) => name)]);
  for (const name of names) {
    const value = values.find((document) => document.name === name)?.value;
    await shelf.put(shelved(name, 1, value, asideOf.get(name) ?? []));
  }
}

const shelved = (name: string, at: number, value: unknown, aside: unknown[]): ShelvedDocument => ({
  name,
  at,
  ...(value !== undefined && { value }),
  ...(aside.length > 0 && { aside }),
});

/** Lets go of the store; the next use opens it again. */
export async function closeStore(): Promise<void> {
  await opened?.then((shelves) => shelves.close()).catch(() => undefined);
  opened = undefined;
}

/** Rejects where the store has not answered within the wait. */
export function withinWait<Value>(answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StoreRefused('blocked')), longestWait);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const meanings: Record<string, Refusal> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  // A shelf is missing, or something else stands in its place.
  NotFoundError: 'broken',
  ConstraintError: 'broken',
  DataError: 'broken',
};

/** What the browser said, as this store says it. */
export function refusal(error: unknown): StoreRefused {
  if (error instanceof StoreRefused) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return new StoreRefused(meanings[name] ?? 'blocked', error);
}

/** Works in the store; whatever goes wrong comes out as a `StoreRefused`. */
async function ask<Answer>(
  work: (shelves: Database) => Promise<Answer>,
  again = true,
): Promise<Answer> {
  try {
    return await work(await database());
  } catch (error) {
    // A connection that the browser closed in the background is opened once more.
    const lost = error instanceof DOMException && error.name === 'InvalidStateError';
    if (!lost || !again) throw refusal(error);
    opened = undefined;
    return ask(work, false);
  }
}

const all = ['events', 'documents', 'record'] as const satisfies StoreNames<Shelves>[];

/** Everything as it came out of the store, unchecked: another version or another hand may have written it. */
export interface RawRecord {
  id: string;
  events: unknown[];
  documents: unknown[];
}

/** Everything that is kept, without what was set aside. @throws {StoreRefused} */
export async function readRecord(): Promise<RawRecord> {
  const shell = await elsewhere();
  if (shell) return shell.readRecord();
  return ask(async (shelves) => {
    const transaction = shelves.transaction(all, 'readwrite');
    const [id, events, documents] = await Promise.all([
      idOf(transaction.objectStore('record')),
      transaction.objectStore('events').getAll(),
      transaction.objectStore('documents').getAll(),
      transaction.done,
    ]);
    return { id, events, documents: documents.map(({ aside: _, ...document }) => document) };
  });
}

/** The id of the record; where there is none, one is begun. */
async function idOf(record: {
  get(key: 'id'): Promise<string | undefined>;
  put(value: string, key: 'id'): Promise<unknown>;
}): Promise<string> {
  const id = await record.get('id');
  if (id) return id;
  const begun = newRecordId();
  await record.put(begun, 'id');
  return begun;
}

/**
 * Adds to the record, in one transaction: events by their ids, documents where they are newer than what
 * is kept. Resolves once the browser has completed the transaction; only then may a page say "kept".
 *
 * @param expected id of the record that is added to; none takes whichever is there.
 * @returns the id of the record.
 * @throws {StoreRefused} `replaced` where another record stands in its place.
 */
export async function addToRecord(
  added: LearnerRecord,
  expected: string | undefined,
): Promise<string> {
  const shell = await elsewhere();
  const id = shell ? await shell.addToRecord(added, expected) : await addHere(added, expected);
  announce(added.documents.map(({ name }) => name));
  return id;
}

function addHere(added: LearnerRecord, expected: string | undefined): Promise<string> {
  return ask(async (shelves) => {
    const transaction = shelves.transaction(all, 'readwrite');
    const record = transaction.objectStore('record');
    if (expected && (await record.get('id')) !== expected) {
      transaction.abort();
      await transaction.done.catch(() => undefined);
      throw new StoreRefused('replaced');
    }
    const events = transaction.objectStore('events');
    const documents = transaction.objectStore('documents');
    const keepNewer = async (document: KeptDocumentRecord) => {
      const present = await documents.get(document.name);
      if (supersedes(document, present)) {
        await documents.put({ ...document, ...(present?.aside && { aside: present.aside }) });
      }
    };
    const [found] = await Promise.all([
      idOf(record),
      ...added.events.map((event) => events.put(event)),
      ...added.documents.map(keepNewer),
      transaction.done,
    ]);
    return found;
  });
}

/** Puts a record in place of all that is kept. @returns the new record's id. @throws {StoreRefused} */
export async function replaceRecord(record: LearnerRecord): Promise<string> {
  const shell = await elsewhere();
  const id = await (shell ? shell.replaceRecord(record) : replaceHere(record));
  announce('all');
  return id;
}

function replaceHere({ events, documents }: LearnerRecord): Promise<string> {
  return ask(async (shelves) => {
    const transaction = shelves.transaction(all, 'readwrite');
    const begun = newRecordId();
    await Promise.all([
      ...all.map((shelf) => transaction.objectStore(shelf).clear()),
      transaction.objectStore('record').put(begun, 'id'),
      ...events.map((event) => transaction.objectStore('events').put(event)),
      ...documents.map((document) => transaction.objectStore('documents').put(document)),
      transaction.done,
    ]);
    return begun;
  });
}

/** What lies in the store under a name. */
export interface Found {
  /** Undefined where there is none. */
  value: unknown;
  /** Documents that were in the way of others, oldest first. */
  aside: unknown[];
}

/** Reads a document. @throws {StoreRefused} */
export async function readDocument(name: string): Promise<Found> {
  const shell = await elsewhere();
  if (shell) return shell.readDocument(name);
  return ask(async (shelves) => {
    const found = await shelves.get('documents', name);
    return { value: found?.value, aside: found?.aside ?? [] };
  });
}

/**
 * Puts a document in place of the one of its name, or clears it where the value is undefined. It counts as
 * later than the one that it replaces, even where the clock has been set back. Resolves once the browser
 * has completed the transaction.
 *
 * @param known the documents, as JSON, that the page has seen or written: any other that it finds in
 *   the place is set aside in the same transaction. `all` sets nothing aside and empties what was.
 * @returns what is set aside now.
 * @throws {StoreRefused} and nothing has changed.
 */
export async function writeDocument(
  name: string,
  value: unknown,
  known: readonly string[] | 'all',
): Promise<unknown[]> {
  const shell = await elsewhere();
  const aside = await (shell ?? { writeDocument: writeHere }).writeDocument(name, value, known);
  announce([name]);
  return aside;
}

function writeHere(
  name: string,
  value: unknown,
  known: readonly string[] | 'all',
): Promise<unknown[]> {
  return ask(async (shelves) => {
    const { store, done } = shelves.transaction('documents', 'readwrite');
    const work = async () => {
      const before = await store.get(name);
      const { at, aside } = afterWriting(before, value, known);
      await store.put(shelved(name, at, value, aside));
      return aside;
    };
    const [list] = await Promise.all([work(), done]);
    return list;
  });
}
