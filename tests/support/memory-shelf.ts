import { afterWriting } from '../../src/learning/document-writing.ts';
import type { DocumentShelf } from '../../src/learning/kept-document.svelte.ts';
import type { Change, Hear } from '../../src/learning/record-changes.ts';
import { readQuestion, writeMessage } from '../../src/learning/shell-messages.ts';

/**
 * Keeps documents in memory as the store keeps them on disk, and fails in the ways that browsers do. What it
 * is asked to write comes to it as it comes to a course system's shell, as a message.
 */
export class MemoryShelf implements DocumentShelf {
  /** What has been committed, by name. */
  readonly records = new Map<string, unknown>();
  readonly aside = new Map<string, unknown[]>();
  /** How many writes were committed. */
  commits = 0;
  /** `works`; `full`: writing fails; `absent`: nothing works; `silent`: nothing is answered until `answer`. */
  mode: 'works' | 'full' | 'absent' | 'silent' = 'works';
  private waiting: (() => void)[] = [];
  private readonly listeners = new Set<Hear>();

  /** Answers what a silent shelf was asked. */
  answer(): void {
    this.mode = 'works';
    for (const go of this.waiting.splice(0)) go();
  }

  /** Something was written elsewhere, or the reader came back to this tab. */
  tell(change: Change, own = false): void {
    for (const hear of this.listeners) hear(change, own);
  }

  onChange = (hear: Hear) => {
    this.listeners.add(hear);
    return () => this.listeners.delete(hear);
  };

  readDocument = async (name: string) => {
    await this.whenAwake();
    if (this.mode === 'absent') throw new Error('no shelf');
    return { value: this.records.get(name), aside: this.aside.get(name) ?? [] };
  };

  writeDocument = async (name: string, given: unknown, seen: readonly string[] | 'all') => {
    const message = writeMessage({
      ...{ turn: 1, ask: 'writeDocument', name },
      ...{ value: given, known: seen === 'all' ? seen : [...seen] },
    });
    const question = readQuestion(message);
    if (question?.ask !== 'writeDocument') throw new Error(`no shell reads this: ${message}`);
    const { value, known } = question;
    await this.whenAwake();
    if (this.mode !== 'works') throw new Error(this.mode);
    this.commits += 1;
    const before = this.records.get(name);
    if (value === undefined) this.records.delete(name);
    else this.records.set(name, value);
    const here = { value: before, aside: this.aside.get(name) ?? [] };
    const { aside } = afterWriting(here, value, known);
    if (aside.length > 0) this.aside.set(name, aside);
    else this.aside.delete(name);
    this.tell([name], true);
    return aside;
  };

  private async whenAwake(): Promise<void> {
    await new Promise((go) => setImmediate(go));
    if (this.mode === 'silent') await new Promise<void>((go) => this.waiting.push(go));
  }
}
