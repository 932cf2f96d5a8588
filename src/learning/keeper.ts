/**
 * Keeps what a learner does: at once in memory, and as soon as the browser allows in its store. Where the
 * store refuses, everything stays in memory and is tried again, in order, until it is kept or the page is
 * left; `state` says how it stands, so that a page can say so.
 */
import {
  emptyRecord,
  eventOf,
  join,
  standing,
  type Deed,
  type LearnerRecord,
  type LearningEvent,
} from './record.ts';
import { addToRecord, replaceRecord, StoreRefused, type Refusal } from './store.ts';

/** Nothing to keep yet, being written, written, or why not. */
export type KeepingState = 'nothing' | 'keeping' | 'kept' | Refusal;

/** The part of the store that a keeper needs; tests put one in its place that refuses. */
export interface Shelf {
  addToRecord: typeof addToRecord;
  replaceRecord: typeof replaceRecord;
}

/** Milliseconds until the first and the longest wait between two tries. */
const shortestRest = 1000;
const longestRest = 60_000;

export class Keeper {
  state: KeepingState = 'nothing';
  /** What this page has done and not yet seen kept. */
  private waiting = emptyRecord;
  /** What this page has seen kept, in case the store is emptied under it. */
  private written = emptyRecord;
  /** Id of the record that this page adds to. */
  private recordId: string | undefined;
  private running: Promise<void> | undefined;
  private rest = shortestRest;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly shelf: Shelf = { addToRecord, replaceRecord }) {}

  /** Calls `heard` whenever `state` is looked at anew. @returns how to stop. */
  listen(heard: () => void): () => void {
    this.listeners.add(heard);
    return () => this.listeners.delete(heard);
  }

  /** Takes note of a deed. */
  add(deed: Deed): LearningEvent {
    const event = eventOf(deed);
    this.take({ events: [event], documents: [] });
    return event;
  }

  /** Takes back the last tries at a check that were made on this page, kept or not. */
  takeBack(check: string, tries: number): void {
    const made = standing(this.ownDeeds.events).filter(
      (event) => event.kind === 'answered' && event.check === check,
    );
    for (const { id } of made.slice(-tries)) this.add({ kind: 'withdrawn', of: id });
  }

  /** Adds a whole record, such as one from a file. */
  take(added: LearnerRecord): void {
    this.waiting = join(this.waiting, added);
    this.clearTimer();
    void this.flush();
  }

  /** What this page has done and the store does not have. */
  get unkept(): LearnerRecord {
    return this.waiting;
  }

  /** Another part of the page has read the record: it must still be the one that this page adds to. */
  meet(id: string): void {
    if (this.recordId && id !== this.recordId) this.settle('replaced');
  }

  /** What this page has done in its life, kept or not. */
  get ownDeeds(): LearnerRecord {
    return join(this.written, this.waiting);
  }

  /**
   * Puts a record in place of everything that is kept.
   *
   * @throws {StoreRefused} and nothing has changed.
   */
  async replace(record: LearnerRecord): Promise<void> {
    await this.running;
    this.recordId = await this.shelf.replaceRecord(record);
    this.waiting = emptyRecord;
    this.written = emptyRecord;
    this.settle(record.events.length + record.documents.length > 0 ? 'kept' : 'nothing');
  }

  /** Tries at once to keep what waits. */
  retry(): Promise<void> {
    this.clearTimer();
    return this.flush();
  }

  /** After `replaced`: keeps what this page has done in the record that is there now. */
  keepInPresentRecord(): Promise<void> {
    this.recordId = undefined;
    this.waiting = this.ownDeeds;
    this.written = emptyRecord;
    this.state = 'keeping';
    return this.retry();
  }

  /** After `replaced`: lets go of what this page did before. */
  letGo(): void {
    this.recordId = undefined;
    this.waiting = emptyRecord;
    this.written = emptyRecord;
    this.settle('nothing');
  }

  /** Resolves once everything that waited has been kept or refused. */
  flush(): Promise<void> {
    this.running ??= this.run().finally(() => (this.running = undefined));
    return this.running;
  }

  private async run(): Promise<void> {
    // Another record stands where this page's was: the reader decides, not the next deed.
    if (this.state === 'replaced') return;
    while (this.waiting.events.length + this.waiting.documents.length > 0) {
      const batch = this.waiting;
      this.settle('keeping');
      try {
        this.recordId = await this.shelf.addToRecord(batch, this.recordId);
      } catch (error) {
        this.refused(error);
        return;
      }
      this.rest = shortestRest;
      this.written = join(this.written, batch);
      this.waiting = without(this.waiting, batch);
      this.settle('kept');
    }
  }

  private refused(error: unknown): void {
    const why = error instanceof StoreRefused ? error.why : 'blocked';
    this.settle(why);
    if (why !== 'full' && why !== 'blocked') return;
    this.clearTimer();
    this.timer = setTimeout(() => void this.flush(), this.rest);
    this.rest = Math.min(2 * this.rest, longestRest);
  }

  private clearTimer(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private settle(state: KeepingState): void {
    this.state = state;
    this.tell();
  }

  private tell(): void {
    for (const heard of this.listeners) heard();
  }
}

/** What came in while a batch was being written, and documents that changed again meanwhile. */
function without(record: LearnerRecord, batch: LearnerRecord): LearnerRecord {
  const ids = new Set(batch.events.map(({ id }) => id));
  return {
    events: record.events.filter(({ id }) => !ids.has(id)),
    documents: record.documents.filter((document) => !batch.documents.includes(document)),
  };
}

let only: Keeper | undefined;

/** The keeper of this page. */
export const keeper = (): Keeper => (only ??= new Keeper());
