/**
 * Stands for the browser's IndexedDB as `idb` opens it: records are copied in and out, a transaction
 * takes effect as a whole when it is done, and a test can make it fail in the ways that browsers do.
 */
export class MemoryStore {
  /** What has been committed, by name. */
  readonly records = new Map<string, unknown>();
  /** How often it was opened, and how many writes were committed. */
  opened = 0;
  commits = 0;
  /**
   * `works`; `full`: a commit fails; `absent`: it cannot be opened or asked; `lost`: connections opened until now are
   * closed; `silent`: nothing is answered until `answer`.
   */
  mode: 'works' | 'full' | 'absent' | 'lost' | 'silent' = 'works';
  private waiting: (() => void)[] = [];

  /** Answers what a silent store was asked. */
  answer(): void {
    this.mode = 'works';
    for (const go of this.waiting.splice(0)) go();
  }

  readonly openDB = async (): Promise<unknown> => {
    if (this.mode === 'absent') throw new DOMException('no store', 'SecurityError');
    if (this.mode === 'lost') this.mode = 'works';
    this.opened += 1;
    const number = this.opened;
    await this.whenAwake();
    return {
      close: () => undefined,
      transaction: () => {
        if (this.mode === 'lost' && number === this.opened) {
          throw new DOMException('closing', 'InvalidStateError');
        }
        if (this.mode === 'absent') throw new DOMException('gone', 'UnknownError');
        return this.transaction();
      },
    };
  };

  private transaction() {
    const changes = new Map<string, unknown>();
    let pending = 0;
    let finish: (reason?: DOMException) => void;
    const done = new Promise<void>((resolve, reject) => {
      finish = (reason) => (reason ? reject(reason) : resolve());
    });
    const request = async <Answer>(work: () => Answer): Promise<Answer> => {
      pending += 1;
      await this.whenAwake();
      const answer = work();
      // Like a browser: the transaction ends once nothing more is asked of it.
      setImmediate(() => {
        pending -= 1;
        if (pending > 0) return;
        if (this.mode === 'full' && changes.size > 0) {
          finish(new DOMException('full', 'QuotaExceededError'));
          return;
        }
        for (const [name, value] of changes) {
          if (value === undefined) this.records.delete(name);
          else this.records.set(name, value);
        }
        if (changes.size > 0) this.commits += 1;
        finish();
      });
      return answer;
    };
    const store = {
      get: (name: string) =>
        request(() => {
          const value = changes.has(name) ? changes.get(name) : this.records.get(name);
          return value === undefined ? undefined : { name, value: structuredClone(value) };
        }),
      put: ({ name, value }: { name: string; value: unknown }) => {
        const copy: unknown = structuredClone(value);
        return request(() => changes.set(name, copy));
      },
      delete: (name: string) => request(() => changes.set(name, undefined)),
    };
    return { store, done };
  }

  private async whenAwake(): Promise<void> {
    if (this.mode === 'silent') await new Promise<void>((go) => this.waiting.push(go));
  }
}
