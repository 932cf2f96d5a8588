import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type * as Rescue from '../../src/learning/store-rescue.ts';
import type * as Store from '../../src/learning/store.ts';
import { Keeper } from '../../src/learning/keeper.ts';
import {
  emptyRecord,
  eventOf,
  join,
  type LearnerRecord,
  type LearningEvent,
} from '../../src/learning/record.ts';
import fc from '../support/fast-check.ts';

// Each test has a browser of its own, and a page that has just been opened.
let store: typeof Store;
let rescue: typeof Rescue;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  store = await import('../../src/learning/store.ts');
  rescue = await import('../../src/learning/store-rescue.ts');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const read = eventOf({ kind: 'read', lesson: 'two-faces' });
const record: LearnerRecord = {
  events: [read],
  documents: [{ name: 'worry-map', at: 3, value: { a: 1 } }],
};
const why = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    ({ why }) => why,
  );

/** A browser whose store is asked and never answers. */
function silence() {
  const silent =
    (name: 'open' | 'deleteDatabase') =>
    (...asked: Parameters<IDBFactory['open']>) => {
      const request = new IDBFactory()[name](...asked);
      for (const type of ['upgradeneeded', 'success', 'error']) {
        request.addEventListener(type, (event) => event.stopImmediatePropagation());
      }
      return request;
    };
  const names = ['open', 'deleteDatabase'] as const;
  const factory = Object.fromEntries(names.map((name) => [name, silent(name)]));
  Object.assign(globalThis, { indexedDB: factory });
}

describe('the store', () => {
  test('gives back what was put in, and adding twice is adding once', async () => {
    const id = await store.addToRecord(record, undefined);
    expect(await store.addToRecord(record, id)).toBe(id);
    expect(await store.readRecord()).toEqual({ id, ...record });
    expect((await store.readDocument('worry-map')).value).toEqual({ a: 1 });
  });

  test('keeps the document that was changed last, whichever comes last', async () => {
    await store.addToRecord(record, undefined);
    const older = { name: 'worry-map', at: 2, value: { a: 0 } };
    await store.addToRecord({ events: [], documents: [older] }, undefined);
    expect((await store.readDocument('worry-map')).value).toEqual({ a: 1 });
    await store.addToRecord({ events: [], documents: [{ ...older, at: 4 }] }, undefined);
    expect((await store.readDocument('worry-map')).value).toEqual({ a: 0 });
  });

  test('does not add to a record that took the place of the one meant', async () => {
    const id = await store.addToRecord(record, undefined);
    await store.replaceRecord(emptyRecord);
    expect(await why(store.addToRecord(record, id))).toBe('replaced');
    expect(await store.readRecord()).toMatchObject(emptyRecord);
  });

  test('opens a store of version 1 and loses nothing, also of what was set aside', async () => {
    const first = await openDB(store.databaseName, 1, {
      upgrade(shelves) {
        shelves.createObjectStore('documents', { keyPath: 'name' });
      },
    });
    await first.put('documents', { name: 'worry-map', value: { first: true } });
    await first.put('documents', { name: 'worry-map (set aside)', value: [{ odd: 1 }] });
    await first.put('documents', { name: 'gone (set aside)', value: [{ odd: 2 }] });
    first.close();
    expect(await store.readDocument('worry-map')).toEqual({
      value: { first: true },
      aside: [{ odd: 1 }],
    });
    expect(await store.readDocument('gone')).toEqual({ value: undefined, aside: [{ odd: 2 }] });
    const { documents } = await store.readRecord();
    expect(documents).toContainEqual({ name: 'worry-map', at: 1, value: { first: true } });
    await store.writeDocument('worry-map', { first: false }, ['{"first":true}']);
    expect((await store.readDocument('worry-map')).value).toEqual({ first: false });
  });

  test('leaves a newer store alone', async () => {
    (await openDB(store.databaseName, store.storeVersion + 1)).close();
    expect(await why(store.addToRecord(record, undefined))).toBe('newer');
  });

  test('lets go for a newer page, and says so when asked again', async () => {
    await store.readRecord();
    const newer = await openDB(store.databaseName, store.storeVersion + 1);
    expect(await why(store.readRecord())).toBe('newer');
    newer.close();
  });

  test('hands out what lies in a store that nobody laid out, and begins anew', async () => {
    const odd = await openDB(store.databaseName, store.storeVersion, {
      upgrade(shelves) {
        shelves.createObjectStore('attic', { autoIncrement: true });
      },
    });
    await odd.put('attic', 'a trunk');
    odd.close();
    expect(await why(store.readRecord())).toBe('broken');
    expect(await rescue.dumpStore()).toEqual({ attic: ['a trunk'] });
    await rescue.discardStore();
    expect(await store.readRecord()).toMatchObject(emptyRecord);
  });

  test('that does not hand out what is in it can be thrown away all the same', async () => {
    await store.addToRecord(record, undefined);
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('unreadable', 'UnknownError');
    });
    expect(await why(rescue.dumpStore())).toBe('blocked');
    getAll.mockRestore();
    // Not held up by the look into it.
    const late = new Promise((resolve) => setTimeout(resolve, 4000));
    expect(await Promise.race([why(rescue.discardStore()), late])).toBe('done');
    expect(await store.readRecord()).toMatchObject(emptyRecord);
  });

  test('is not begun by one who looks what is in it', async () => {
    expect(await rescue.dumpStore()).toEqual({});
    expect(await indexedDB.databases()).toEqual([]);
    await store.addToRecord(record, undefined);
    expect(await rescue.dumpStore()).toMatchObject({ events: record.events });
  });

  test.each([
    ['has no storage', undefined],
    [
      'forbids it',
      {
        open() {
          throw new DOMException('no', 'SecurityError');
        },
      },
    ],
  ])('says so where the browser %s', async (_, factory) => {
    Object.assign(globalThis, { indexedDB: factory });
    expect(await why(store.readRecord())).toBe('blocked');
  });

  test('does not wait for ever for a store that never answers', async () => {
    vi.useFakeTimers();
    silence();
    const said: string[] = [];
    for (const ask of [store.readRecord, rescue.dumpStore, rescue.discardStore]) {
      void why(ask()).then((reason) => said.push(reason));
    }
    await vi.advanceTimersByTimeAsync(1999);
    expect(said).toEqual([]);
    // To discard it is to let go of it first.
    await vi.advanceTimersByTimeAsync(2001);
    expect(said).toEqual(['blocked', 'blocked', 'blocked']);
  });
});

describe('a document', () => {
  test('is written, read and cleared', async () => {
    expect(await store.readDocument('a')).toEqual({ value: undefined, aside: [] });
    expect(await store.writeDocument('a', { n: 1 }, [])).toEqual([]);
    expect(await store.readDocument('a')).toEqual({ value: { n: 1 }, aside: [] });
    await store.writeDocument('a', undefined, ['{"n":1}']);
    expect(await store.readDocument('a')).toEqual({ value: undefined, aside: [] });
  });

  test('sets aside what the page does not know, also before it is cleared', async () => {
    await store.writeDocument('a', { n: 1 }, []);
    expect(await store.writeDocument('a', { n: 2 }, [])).toEqual([{ n: 1 }]);
    expect(await store.writeDocument('a', undefined, [])).toEqual([{ n: 1 }, { n: 2 }]);
    for (let n = 3; n < 20; n += 1) await store.writeDocument('a', { n }, []);
    expect((await store.readDocument('a')).aside).toHaveLength(10);
    expect(await store.writeDocument('a', undefined, 'all')).toEqual([]);
    expect(await store.readDocument('a')).toEqual({ value: undefined, aside: [] });
  });

  test('that is changed counts as later, even where the clock has been set back', async () => {
    const future = { name: 'a', at: Date.now() + 1e12, value: { n: 1 } };
    await store.addToRecord({ events: [], documents: [future] }, undefined);
    await store.writeDocument('a', { n: 2 }, ['{"n":1}']);
    await store.addToRecord({ events: [], documents: [future] }, undefined);
    expect((await store.readDocument('a')).value).toEqual({ n: 2 });
  });

  test('is not written where the disk is full, and what was there stays', async () => {
    await store.writeDocument('a', { n: 1 }, []);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await why(store.writeDocument('a', { n: 2 }, ['{"n":1}']))).toBe('full');
    put.mockRestore();
    expect((await store.readDocument('a')).value).toEqual({ n: 1 });
  });
});

test('two pages that keep at the same moment lose nothing, whichever comes first', async () => {
  const deeds = fc.array(fc.record({ page: fc.nat({ max: 1 }), waits: fc.boolean() }), {
    minLength: 2,
    maxLength: 12,
  });
  const together = fc.asyncProperty(deeds, async (done) => {
    globalThis.indexedDB = new IDBFactory();
    const keepers: Keeper[] = [];
    for (let page = 0; page < 2; page += 1) {
      vi.resetModules();
      keepers.push(new Keeper(await import('../../src/learning/store.ts')));
    }
    const added: LearningEvent[] = [];
    for (const { page, waits } of done) {
      added.push(keepers[page]!.add({ kind: 'read', lesson: `lesson-${page}` }));
      if (waits) await keepers[page]!.flush();
    }
    await Promise.all(keepers.map((keeper) => keeper.flush()));
    const { events } = await (await import('../../src/learning/store.ts')).readRecord();
    expect(events).toEqual(join({ events: added, documents: [] }, emptyRecord).events);
  });
  await fc.assert(together, { numRuns: 200 });
});
