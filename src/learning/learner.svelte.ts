import { keeper, type KeepingState } from './keeper.ts';
import { onChange } from './record-changes.ts';
import { readable } from './record-schema.ts';
import { emptyRecord, join, standing, type LearnerRecord, type LearningEvent } from './record.ts';
import { readRecord, StoreRefused } from './store.ts';

/**
 * The whole record of a learner, for the pages that show it: read from the store, joined with what this
 * page has not yet seen kept, and read again whenever something changes here or in another tab.
 */
export class Learner {
  record: LearnerRecord = $state.raw(emptyRecord);
  /** Entries that could not be read, as they lie in the store, where they stay. */
  setAside: unknown[] = $state.raw([]);
  /** `opening` until the store has answered for the first time. */
  state: KeepingState | 'opening' = $state('opening');
  /** The events that stand, in the order in which they happened. */
  readonly events: LearningEvent[] = $derived(standing(this.record.events));

  private reading: Promise<void> | undefined;
  private again = false;

  /** For `onMount`. @returns how to close it. */
  open(): () => void {
    void this.read();
    const stops = [onChange(() => void this.read()), keeper().listen(() => void this.read())];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** One reading at a time; what changes meanwhile is read after it. */
  private async read(): Promise<void> {
    if (this.reading) {
      this.again = true;
      return;
    }
    do {
      this.again = false;
      this.reading = this.readOnce();
      await this.reading;
    } while (this.again);
    this.reading = undefined;
  }

  private async readOnce(): Promise<void> {
    try {
      const raw = await readRecord();
      keeper().meet(raw.id);
      const { state, ownDeeds } = keeper();
      const { record, setAside } = readable(raw);
      this.setAside = setAside;
      this.record = join(record, state === 'replaced' ? emptyRecord : ownDeeds);
      this.state = state;
    } catch (error) {
      // The store is closed to this page: it shows at least what was done on it.
      this.record = join(this.record, keeper().ownDeeds);
      this.state = error instanceof StoreRefused ? error.why : 'blocked';
    }
  }
}
