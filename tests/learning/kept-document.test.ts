import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Module from '../../src/learning/kept-document.svelte.ts';
import { MemoryShelf } from '../support/memory-shelf.ts';

let memory: MemoryShelf;

interface Note {
  version: 2;
  text: string;
}
const present = v.strictObject({ version: v.literal(2), text: v.string() });
/** An earlier form, which the schema brings up to date. */
const earlier = v.pipe(
  v.strictObject({ version: v.literal(1), words: v.string() }),
  v.transform(({ words }): Note => ({ version: 2, text: words })),
);
const schema: v.GenericSchema<unknown, Note> = v.union([present, earlier]);
const empty: Note = { version: 2, text: '' };
const note = (text: string): Note => ({ version: 2, text });

let KeptDocument: (typeof Module)['KeptDocument'];
beforeEach(async () => {
  memory = new MemoryShelf();
  // Not compiled by Svelte here: the runes give back what they are given, and nothing has to follow them.
  const rune = (value?: unknown) => value;
  vi.stubGlobal('$state', Object.assign(rune, { raw: rune }));
  ({ KeptDocument } = await import('../../src/learning/kept-document.svelte.ts'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const fresh = () => new KeptDocument<Note>('note', schema, empty, memory);
type Kept = ReturnType<typeof fresh>;
const until = (kept: Kept, status: Kept['status']) =>
  vi.waitFor(() => expect(kept.status).toBe(status), { interval: 1 });
async function opened(status: Kept['status']) {
  const kept = fresh();
  kept.open();
  await until(kept, status);
  return kept;
}
/** The reader comes back to this tab, which heard nothing in the meantime. */
const comeBack = () => memory.tell('all');
/** Time for all that the store was asked. */
async function settled() {
  for (let round = 0; round < 20; round += 1) await new Promise((go) => setImmediate(go));
}

describe('keeping', () => {
  it('shows at once, says kept only after the commit, and is there for the next page', async () => {
    const kept = await opened('nothing');
    kept.change(note('one'));
    expect(kept.value.text).toBe('one');
    expect(kept.status).toBe('keeping');
    expect(memory.records.size).toBe(0);
    await until(kept, 'kept');
    expect(memory.records.get('note')).toEqual(note('one'));
    expect((await opened('kept')).value).toEqual(note('one'));
  });

  it('writes the newest of many changes, and not each', async () => {
    const kept = await opened('nothing');
    for (let n = 0; n < 50; n += 1) kept.change(note(`${n}`));
    await until(kept, 'kept');
    expect(memory.records.get('note')).toEqual(note('49'));
    expect(memory.commits).toBeLessThan(3);
    expect(kept.setAside).toBeUndefined();
  });

  it('empties the store, with what was set aside, and can be taken back', async () => {
    memory.records.set('note', { colour: 'red' });
    const kept = await opened('nothing');
    kept.change(note('mine'));
    await until(kept, 'kept');
    expect(memory.aside.size).toBe(1);
    kept.clear();
    await until(kept, 'nothing');
    expect([memory.records.size, memory.aside.size]).toEqual([0, 0]);
    expect(kept.setAside).toBeUndefined();
    kept.change(note('mine'));
    await until(kept, 'kept');
    expect([...memory.records]).toEqual([['note', note('mine')]]);
  });
});

describe('a record of another form', () => {
  it('is brought up to date by the schema, and replaced by the next change', async () => {
    memory.records.set('note', { version: 1, words: 'old' });
    const kept = await opened('kept');
    expect(kept.value).toEqual(note('old'));
    expect(kept.setAside).toBeUndefined();
    kept.change(note('old and new'));
    await until(kept, 'kept');
    expect([...memory.records]).toEqual([['note', note('old and new')]]);
  });

  it('that nobody can read is offered, left alone until something is written, then set aside', async () => {
    const newer = { version: 3, text: 'from a newer page' };
    memory.records.set('note', newer);
    const kept = await opened('nothing');
    expect(kept.value).toEqual(empty);
    expect(JSON.parse(kept.setAside!)).toEqual(newer);
    expect(memory.commits).toBe(0);
    kept.change(note('mine'));
    await until(kept, 'kept');
    const again = await opened('kept');
    expect(again.value).toEqual(note('mine'));
    expect(JSON.parse(again.setAside!)).toEqual(newer);
    again.forgetAside();
    await until(again, 'kept');
    expect(again.setAside).toBeUndefined();
    expect([...memory.records]).toEqual([['note', note('mine')]]);
  });
});

describe('what was kept before', () => {
  beforeEach(() => memory.records.set('note', note('two weeks of work')));

  it('is set aside, and not lost, where the reader writes before it was read', async () => {
    const kept = fresh();
    kept.open();
    kept.change(note('hasty'));
    await until(kept, 'kept');
    expect(memory.records.get('note')).toEqual(note('hasty'));
    expect(JSON.parse(kept.setAside!)).toEqual(note('two weeks of work'));
  });

  it('is read by a second try, and not written over, where the first failed', async () => {
    memory.mode = 'absent';
    const kept = await opened('unkept');
    memory.mode = 'works';
    kept.retry();
    await until(kept, 'kept');
    expect(kept.value).toEqual(note('two weeks of work'));
    expect(memory.commits).toBe(0);
  });

  it('is still shown as kept where a later look fails', async () => {
    const kept = await opened('kept');
    memory.mode = 'absent';
    comeBack();
    await settled();
    expect(kept.status).toBe('kept');
  });
});

describe('a browser that does not keep', () => {
  it('goes on in memory, says so, and keeps all at the next try', async () => {
    const kept = await opened('nothing');
    memory.mode = 'full';
    kept.change(note('one'));
    kept.change(note('two'));
    await until(kept, 'unkept');
    expect(kept.value).toEqual(note('two'));
    memory.mode = 'works';
    kept.retry();
    await until(kept, 'kept');
    expect([...memory.records]).toEqual([['note', note('two')]]);
  });

  it('does not lose what it holds when another tab writes, and sets that aside when it writes', async () => {
    const kept = await opened('nothing');
    memory.mode = 'full';
    kept.change(note('only here'));
    await until(kept, 'unkept');
    memory.mode = 'works';
    memory.records.set('note', note('from another tab'));
    comeBack();
    await settled();
    expect(kept.value).toEqual(note('only here'));
    expect(kept.status).toBe('unkept');
    kept.retry();
    await until(kept, 'kept');
    expect(memory.records.get('note')).toEqual(note('only here'));
    expect(JSON.parse(kept.setAside!)).toEqual(note('from another tab'));
  });

  it('shows what another tab wrote right after it, even if it hears so before its own write is confirmed', async () => {
    const kept = await opened('nothing');
    const write = memory.writeDocument;
    memory.writeDocument = async (...given) => {
      const aside = await write(...given);
      memory.records.set('note', note('from another tab'));
      memory.tell(['note']);
      return aside;
    };
    kept.change(note('from here'));
    await settled();
    expect(kept.value).toEqual(note('from another tab'));
    expect(kept.status).toBe('kept');
  });

  it('says kept no sooner than a slow store does', async () => {
    const kept = await opened('nothing');
    memory.mode = 'silent';
    kept.change(note('slow'));
    await settled();
    expect(kept.status).toBe('keeping');
    memory.answer();
    await until(kept, 'kept');
    kept.change(note('slow and steady'));
    await until(kept, 'kept');
    expect(kept.setAside).toBeUndefined();
  });

  it('catches up by itself once there is room again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const kept = fresh();
    const stop = kept.open();
    await settled();
    memory.mode = 'full';
    kept.change(note('one'));
    await settled();
    expect(kept.status).toBe('unkept');
    await vi.advanceTimersByTimeAsync(60_000);
    await settled();
    expect(memory.records.size).toBe(0);
    memory.mode = 'works';
    await vi.advanceTimersByTimeAsync(60_000);
    await settled();
    expect(kept.status).toBe('kept');
    expect(memory.records.get('note')).toEqual(note('one'));
    stop();
  });
});

describe('two tabs', () => {
  it('follow each other', async () => {
    memory.records.set('note', note('one'));
    const kept = await opened('kept');
    memory.records.set('note', note('two'));
    memory.tell(['note']);
    await vi.waitFor(() => expect(kept.value).toEqual(note('two')));
    memory.records.delete('note');
    memory.tell(['other', 'note']);
    await until(kept, 'nothing');
    expect(kept.value).toEqual(empty);
  });

  it('of which one slept: what the other wrote is set aside and not lost', async () => {
    memory.records.set('note', note('one'));
    const kept = await opened('kept');
    memory.records.set('note', note('one, and an hour of work elsewhere'));
    kept.change(note('one!'));
    await until(kept, 'kept');
    expect(memory.records.get('note')).toEqual(note('one!'));
    expect(JSON.parse(kept.setAside!)).toEqual(note('one, and an hour of work elsewhere'));
  });

  it('leave what is shown as it is where nothing is new', async () => {
    const kept = await opened('nothing');
    kept.change(note('one'));
    await until(kept, 'kept');
    const { value } = kept;
    comeBack();
    await settled();
    expect(kept.value).toBe(value);
  });
});
