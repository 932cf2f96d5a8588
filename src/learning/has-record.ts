import { databaseName } from './database-name.ts';
import { shellOrigin } from './in-shell.ts';

/**
 * Whether there may be a record to read, without beginning one. A browser that does not list its
 * databases has none: to look would be to begin it.
 */
export async function hasRecord(): Promise<boolean> {
  if (shellOrigin() !== undefined) return true;
  // A page without an origin of its own may keep nothing, and Chromium's answer to the question below is an
  // error that nobody can catch.
  if (origin === 'null') return false;
  const databases = await indexedDB.databases();
  return databases.some(({ name }) => name === databaseName);
}
