/** Says at each quick check how it was answered before, for a reader who has a record. */
import { hasRecord } from '../../learning/has-record.ts';

async function mark(): Promise<void> {
  try {
    if (!(await hasRecord())) return;
    const { markAnswered } = await import('./mark-answered.ts');
    await markAnswered();
  } catch {
    // The checks are whole without it.
  }
}

void mark();
