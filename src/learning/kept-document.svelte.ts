import { safeParse, type GenericSchema } from 'valibot';
import type { Change } from './record-changes.ts';
import type * as store from './store.ts';

/**
 * How it stands with keeping: not asked yet, nothing there to keep, being written, written, or not
 * kept because the browser will not.
 */
export type Keeping = 'opening' | 'nothing' | 'keeping' | 'kept' | 'unkept';

/** The part of the store that a document needs; tests put one in its place that fails. */
export type DocumentShelf = Pick<typeof store, 'readDocument' | 'writeDocument' | 'onChange'>;

const fetchStore = () => import('./store.ts');

/** The store of this browser, which comes with the first document that is opened. */
const browserShelf: DocumentShelf = {
  readDocument: async (name) => (await fetchStore()).readDocument(name),
  writeDocument: async (...written) => (await fetchStore()).writeDocument(...written),
  onChange(hear) {
    let stop: (() => void) | undefined;
    let closed = false;
    // Where it does not come, the look into it fails as well, and that is said.
    fetchStore().then(
      ({ onChange }) => {
        if (!closed) stop = onChange(hear);
      },
      () => undefined,
    );
    return () => {
      closed = true;
      stop?.();
    };
  },
};

/** A figure in a frame on somebody's page forgets what its reader wrote when the page is left. */
const noShelf: DocumentShelf = {
  readDocument: () => Promise.resolve({ value: undefined, aside: [] }),
  writeDocument: () => Promise.resolve([]),
  onChange: () => () => undefined,
};
const isFramed = () => globalThis.document?.documentElement.hasAttribute('data-bare');

/** Milliseconds until what was refused is tried again: longer each time, and in the end once a minute. */
const restAfter = (tries: number) => Math.min(1000 * 2 ** tries, 60_000);

/** A store that fails again and again leaves so many tries to be remembered. */
const mostKnown = 4;

/**
 * A document that a reader writes and this browser keeps: shown at once, written at once, and the same
 * in every tab. Where the browser keeps nothing it lives as long as the page, and `status` says so.
 *
 * Nothing that the page has not shown is ever overwritten: a record that does not fit the schema, that
 * came to light only after the reader had begun to write, or that another tab wrote unheard, is set
 * aside in the store and offered in `setAside`. Between tabs the last to write wins.
 *
 * A record of an earlier form is brought up to date by the schema: a union of the present form and a
 * pipe from the earlier one.
 */
export class KeptDocument<Value> {
  /** Plain JSON data, to be replaced as a whole by `change`. */
  value: Value = $state.raw() as Value;
  status: Keeping = $state('opening');
  /** What has been set aside, as JSON: one document, or a list of several. */
  setAside: string | undefined = $state();
  /** False where nothing outlives the page, and nobody needs to be told. */
  readonly keeps: boolean;

  /** How often the reader has changed something, and how many of these changes the store has. */
  private changes = 0;
  private stored = 0;
  /** Records, as JSON, that this page has shown or tried to write last. */
  private known: string[] = [];
  private forget = false;
  private writing = false;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    readonly name: string,
    private readonly schema: GenericSchema<unknown, Value>,
    private readonly empty: Value,
    private readonly shelf: DocumentShelf = isFramed() ? noShelf : browserShelf,
  ) {
    this.value = empty;
    this.keeps = shelf !== noShelf;
  }

  /** Reads what is kept and listens to other tabs; for `onMount`. Returns how to close it again. */
  open(): () => void {
    this.queue(this.read);
    const stop = this.shelf.onChange((change, own) => this.hear(change, own));
    return () => {
      stop();
      clearTimeout(this.timer);
    };
  }

  private hear(change: Change, own = false): void {
    const concerned = change === 'all' || change.includes(this.name);
    // While this page writes it hears itself; another tab may have written right after, and is looked at.
    if (concerned && !(own && this.writing)) this.queue(this.read);
  }

  /** Shows a new value at once and keeps it. */
  change(next: Value): void {
    this.value = next;
    this.keep();
  }

  /** Empties the document, here and in the store, with all that was set aside. */
  clear(): void {
    this.value = this.empty;
    this.forgetAside();
  }

  /** Deletes what was set aside. */
  forgetAside(): void {
    this.setAside = undefined;
    this.forget = true;
    this.keep();
  }

  /** Tries again: to keep what the page holds, or to read where nothing was changed. */
  retry(): void {
    if (this.changes > this.stored) this.keep();
    else {
      this.status = 'opening';
      this.queue(this.read);
    }
  }

  private keep(): void {
    this.changes += 1;
    this.status = 'keeping';
    this.queue(this.write);
  }

  /** One after the other, so that the store ends with the newest. */
  private queue(task: () => Promise<void>): void {
    this.turn = this.turn.then(task).catch(() => {
      const waiting = this.changes > this.stored;
      // A look that fails later takes nothing away from what was kept.
      if (waiting || this.status === 'opening') this.status = 'unkept';
      if (waiting) this.tryLater();
    });
  }

  private tryLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.queue(this.write), restAfter(this.tries++));
  }

  private readonly write = async (): Promise<void> => {
    const { changes, value, forget } = this;
    // The turn before has written this change too.
    if (changes === this.stored) return;
    const record = value === this.empty ? undefined : value;
    // An emptied document has no text, and nothing that it could be mistaken for.
    const texts = record === undefined ? [] : [JSON.stringify(record)];
    const known = this.known;
    // Also while it is not certain: a store that answers too late may have written it all the same.
    this.known = [...known, ...texts].slice(-mostKnown);
    this.writing = true;
    const aside = await this.shelf
      .writeDocument(this.name, record, forget ? 'all' : known)
      .finally(() => (this.writing = false));
    this.known = texts;
    this.tries = 0;
    this.stored = changes;
    if (forget) this.forget = false;
    this.setAside = textOf(aside);
    if (changes === this.changes) this.status = record === undefined ? 'nothing' : 'kept';
  };

  private readonly read = async (): Promise<void> => {
    const { changes } = this;
    // What the reader wrote and no store has yet is newer than anything there.
    if (changes > this.stored) return;
    const { value: found, aside } = await this.shelf.readDocument(this.name);
    if (changes !== this.changes) return;
    const reading = found === undefined ? undefined : safeParse(this.schema, found);
    const fits = reading?.success === true;
    const known = fits ? [JSON.stringify(found)] : [];
    // What is shown already stays the same object.
    if (!fits) this.value = this.empty;
    else if (known[0] !== this.known.join()) this.value = reading.output;
    this.known = known;
    this.setAside = textOf(found === undefined || fits ? aside : [...aside, found]);
    this.status = fits ? 'kept' : 'nothing';
  };
}

const textOf = (aside: readonly unknown[]) =>
  aside.length === 0
    ? undefined
    : JSON.stringify(aside.length > 1 ? aside : aside[0], undefined, 2);
