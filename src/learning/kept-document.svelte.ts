import { safeParse, type GenericSchema } from 'valibot';
import { onOtherTab, readDocument, removeDocument, writeDocument } from './documents.ts';

/**
 * How it stands with keeping: not asked yet, nothing there to keep, being written, written, or not
 * kept because the browser will not.
 */
export type Keeping = 'opening' | 'nothing' | 'keeping' | 'kept' | 'unkept';

/**
 * A document that a reader writes and this browser keeps: shown at once, written at once, and the same
 * in every tab. Where the browser keeps nothing it lives as long as the page, and `status` says so.
 */
export class KeptDocument<Value> {
  /** Plain JSON data, to be replaced as a whole by `change`. */
  value: Value = $state.raw() as Value;
  status: Keeping = $state('opening');
  /** A record that did not fit the schema, as JSON; it stays in the store under a name of its own. */
  setAside: string | undefined = $state();

  private stop: (() => void) | undefined;
  private newest = 0;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    readonly name: string,
    private readonly schema: GenericSchema<unknown, Value>,
    private readonly empty: Value,
  ) {
    this.value = empty;
  }

  /** Reads what is kept and listens to other tabs; for `onMount`. Returns how to close it again. */
  open(): () => void {
    void this.read();
    try {
      this.stop = onOtherTab(this.name, () => void this.read());
    } catch {
      // Without messages between tabs the last to write wins, as with any file.
    }
    return () => this.stop?.();
  }

  /** Shows a new value at once and keeps it. */
  change(next: Value): void {
    this.value = next;
    this.keep(() => writeDocument(this.name, next), 'kept');
  }

  /** Empties the document, here and in the store. */
  clear(): void {
    this.value = this.empty;
    this.keep(() => removeDocument(this.name), 'nothing');
  }

  /** Tries again to keep what the page holds. */
  retry(): void {
    this.change(this.value);
  }

  private keep(write: () => Promise<void>, done: Keeping): void {
    const change = ++this.newest;
    this.status = 'keeping';
    // One after the other, so that the store ends with the newest.
    this.writing = this.writing.then(write).then(
      () => this.settle(change, done),
      () => this.settle(change, 'unkept'),
    );
  }

  private settle(change: number, status: Keeping): void {
    if (change === this.newest) this.status = status;
  }

  private async read(): Promise<void> {
    const change = this.newest;
    try {
      const found = await readDocument(this.name);
      // What was typed in the meantime is newer than what was read.
      if (change !== this.newest) return;
      if (found === undefined) {
        this.value = this.empty;
        this.status = 'nothing';
        return;
      }
      const reading = safeParse(this.schema, found);
      if (!reading.success) {
        this.setAside = JSON.stringify(found, undefined, 2);
        await writeDocument(`${this.name} (could not be read)`, found);
        if (change === this.newest) this.status = 'nothing';
        return;
      }
      this.value = reading.output;
      this.status = 'kept';
    } catch {
      this.settle(change, 'unkept');
    }
  }
}
