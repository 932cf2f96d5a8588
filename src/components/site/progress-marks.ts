/**
 * Marks the lessons on a map as begun or finished, for a reader who has a record. Nothing is fetched
 * before the browser is idle, and nothing at all where there is no record.
 */
import { hasRecord } from '../../learning/has-record.ts';

async function mark(): Promise<void> {
  try {
    if (!(await hasRecord())) return;
    const { markLessons } = await import('./mark-lessons.ts');
    await markLessons();
  } catch {
    // The map is whole without its marks.
  }
}

if ('requestIdleCallback' in window) requestIdleCallback(() => void mark());
else setTimeout(() => void mark(), 1000);
