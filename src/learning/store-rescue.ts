/** For a store that cannot be read as it should: taking out what lies in it, and beginning a new one. */
import { deleteDB } from 'idb';
import { databaseName } from './database-name.ts';
import { announce } from './record-changes.ts';
import { closeStore, openInTime, refusal, withinWait } from './store.ts';

/**
 * Whatever lies in the store, shelf by shelf, for one that cannot be read otherwise; nothing where there
 * is no store. @throws {StoreRefused}
 */
export async function dumpStore(): Promise<Record<string, unknown[]>> {
  let absent = false;
  try {
    const shelves = await openInTime(databaseName, undefined, {
      // To look is not to begin one.
      upgrade(_shelves, _from, _to, transaction) {
        absent = true;
        transaction.done.catch(() => undefined);
        transaction.abort();
      },
    });
    try {
      const names = [...shelves.objectStoreNames];
      const contents = await Promise.all(names.map((name) => shelves.getAll(name)));
      return Object.fromEntries(names.map((name, index) => [name, contents[index]!]));
    } finally {
      // Also where it hands out nothing: it could not be thrown away while it is open.
      shelves.close();
    }
  } catch (error) {
    if (absent) return {};
    throw refusal(error);
  }
}

/** Throws the whole store away, so that the next use begins a new one. @throws {StoreRefused} */
export async function discardStore(): Promise<void> {
  try {
    await closeStore();
    await withinWait(deleteDB(databaseName));
  } catch (error) {
    throw refusal(error);
  }
  announce('all');
}
