import type { Page } from '@playwright/test';

/** Everything that lies in the site's store, shelf by shelf; an empty object where there is none. */
export function keptRecord(page: Page): Promise<Record<string, Record<string, unknown>[]>> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('unwatched')) return {};
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('unwatched');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('no store'));
    });
    const shelves = [...database.objectStoreNames];
    const contents = await Promise.all(
      shelves.map(
        (shelf) =>
          new Promise<Record<string, unknown>[]>((resolve) => {
            const all = database.transaction(shelf).objectStore(shelf).getAll();
            all.onsuccess = () => resolve(all.result as Record<string, unknown>[]);
          }),
      ),
    );
    database.close();
    return Object.fromEntries(shelves.map((shelf, index) => [shelf, contents[index]!]));
  });
}
