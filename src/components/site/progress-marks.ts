/**
 * Marks the lessons on a map as begun or finished, for a reader who has a record. Nothing is fetched
 * before the browser is idle, and nothing at all where there is no record.
 */
import { databaseName } from '../../learning/database-name.ts';
import { shellOrigin } from '../../learning/in-shell.ts';

/** A browser that does not list its databases has none: to look would be to begin a record. */
async function hasRecord(): Promise<boolean> {
  const databases = await indexedDB.databases();
  return databases.some(({ name }) => name === databaseName);
}

async function mark(): Promise<void> {
  try {
    if (shellOrigin() === undefined && !(await hasRecord())) return;
    const { markLessons } = await import('./mark-lessons.ts');
    await markLessons();
  } catch {
    // The map is whole without its marks.
  }
}

if ('requestIdleCallback' in window) requestIdleCallback(() => void mark());
else setTimeout(() => void mark(), 1000);
