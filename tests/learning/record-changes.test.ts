import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type * as Changes from '../../src/learning/record-changes.ts';
import { emptyRecord, eventOf } from '../../src/learning/record.ts';
import type * as Store from '../../src/learning/store.ts';

// Each test has a browser of its own, and a page that has just been opened.
let store: typeof Store;
let changes: typeof Changes;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  store = await import('../../src/learning/store.ts');
  changes = await import('../../src/learning/record-changes.ts');
});

const read = eventOf({ kind: 'read', lesson: 'two-faces' });

describe('those who listen', () => {
  test('hear what this page and other tabs write, and when the reader comes back', async () => {
    const page = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
    vi.stubGlobal('document', page);
    const heard: unknown[] = [];
    const stop = changes.onChange((change) => heard.push(change));
    await store.writeDocument('a', { n: 1 }, []);
    await store.addToRecord({ events: [read], documents: [] }, undefined);
    await store.replaceRecord(emptyRecord);
    expect(heard).toEqual([['a'], [], 'all']);
    const otherTab = new BroadcastChannel('unwatched-record');
    otherTab.postMessage(['b']);
    await vi.waitFor(() => expect(heard).toHaveLength(4));
    page.dispatchEvent(new Event('visibilitychange'));
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(heard.slice(3)).toEqual([['b'], 'all']);
    stop();
    await store.writeDocument('a', { n: 2 }, ['{"n":1}']);
    page.dispatchEvent(new Event('visibilitychange'));
    expect(heard).toHaveLength(5);
    otherTab.close();
    vi.unstubAllGlobals();
  });

  test('a page on which nobody listens still tells other tabs', async () => {
    const otherTab = new BroadcastChannel('unwatched-record');
    const told = new Promise((go) => (otherTab.onmessage = ({ data }) => go(data)));
    await store.writeDocument('a', { n: 1 }, []);
    expect(await told).toEqual(['a']);
    otherTab.close();
  });
});
