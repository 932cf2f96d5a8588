import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Documents from '../../src/learning/documents.ts';
import { MemoryStore } from '../support/memory-store.ts';

// No IndexedDB in Node: what is tested here is what the page asks of it. The real one is in the browser tests.
let memory: MemoryStore;
vi.mock('idb', () => ({ openDB: () => memory.openDB() }));

let documents: typeof Documents;
/** Stands for the page that is shown or hidden. */
let page: EventTarget & { visibilityState: string };
const otherTab = new BroadcastChannel('unwatched-documents');

beforeEach(async () => {
  memory = new MemoryStore();
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('document', page);
  vi.resetModules();
  documents = await import('../../src/learning/documents.ts');
});
afterEach(() => {
  otherTab.onmessage = null;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const fakeTimeout = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
const pastTheWait = () => vi.advanceTimersByTimeAsync(2001);

describe('a document', () => {
  it('is written, read and taken away', async () => {
    expect(await documents.readDocument('a')).toEqual({ value: undefined, aside: [] });
    expect(await documents.writeDocument('a', { n: 1 }, [])).toEqual([]);
    expect(await documents.readDocument('a')).toEqual({ value: { n: 1 }, aside: [] });
    await documents.writeDocument('a', undefined, ['{"n":1}']);
    expect(memory.records.size).toBe(0);
  });

  it('takes the place of one that the page knows', async () => {
    memory.records.set('a', { n: 1 });
    expect(await documents.writeDocument('a', { n: 2 }, ['{"n":1}'])).toEqual([]);
    expect([...memory.records]).toEqual([['a', { n: 2 }]]);
  });

  it('sets aside what the page does not know, also before it is taken away', async () => {
    memory.records.set('a', { n: 1 });
    expect(await documents.writeDocument('a', { n: 2 }, [])).toEqual([{ n: 1 }]);
    expect(await documents.writeDocument('a', undefined, [])).toEqual([{ n: 1 }, { n: 2 }]);
    expect(await documents.readDocument('a')).toEqual({
      value: undefined,
      aside: [{ n: 1 }, { n: 2 }],
    });
    for (let n = 3; n < 20; n += 1) await documents.writeDocument('a', { n }, []);
    expect((await documents.readDocument('a')).aside).toHaveLength(10);
    expect(await documents.writeDocument('a', undefined, 'all')).toEqual([]);
    expect(memory.records.size).toBe(0);
  });
});

describe('a store that fails', () => {
  it('rejects and changes nothing where it is full', async () => {
    memory.records.set('a', { n: 1 });
    memory.mode = 'full';
    await expect(documents.writeDocument('a', { n: 2 }, [])).rejects.toThrow('full');
    expect([...memory.records]).toEqual([['a', { n: 1 }]]);
    memory.mode = 'works';
    await documents.writeDocument('a', { n: 2 }, ['{"n":1}']);
    expect(memory.records.get('a')).toEqual({ n: 2 });
  });

  it('rejects where it cannot be opened, and is asked anew later', async () => {
    memory.mode = 'absent';
    await expect(documents.readDocument('a')).rejects.toThrow('no store');
    memory.mode = 'works';
    expect(await documents.readDocument('a')).toEqual({ value: undefined, aside: [] });
  });

  it('is opened again where the browser has closed it in the background', async () => {
    await documents.writeDocument('a', { n: 1 }, []);
    memory.mode = 'lost';
    expect((await documents.readDocument('a')).value).toEqual({ n: 1 });
    expect(memory.opened).toBe(2);
  });

  it('is given up where it does not answer', async () => {
    fakeTimeout();
    memory.mode = 'silent';
    const reading = expect(documents.readDocument('a')).rejects.toThrow('did not answer');
    await pastTheWait();
    await reading;
  });
});

describe('tabs', () => {
  it('hear of a document once it is written, and of no failed one', async () => {
    const heard: unknown[] = [];
    const first = new Promise<void>((resolve) => {
      otherTab.onmessage = ({ data }) => {
        heard.push(data);
        resolve();
      };
    });
    memory.mode = 'full';
    await documents.writeDocument('failed', { n: 1 }, []).catch(() => undefined);
    memory.mode = 'works';
    await documents.writeDocument('a', { n: 1 }, []);
    await first;
    expect(heard).toEqual(['a']);
  });

  it('look again at a document that another has written, or when the reader comes back', async () => {
    const changed = vi.fn();
    const stop = documents.onOtherTab('a', changed);
    otherTab.postMessage('b');
    otherTab.postMessage('a');
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
    page.visibilityState = 'hidden';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(changed).toHaveBeenCalledTimes(1);
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(changed).toHaveBeenCalledTimes(2);
    stop();
    page.dispatchEvent(new Event('visibilitychange'));
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('that cannot speak to each other keep what they write', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const stop = documents.onOtherTab('a', () => undefined);
    await expect(documents.writeDocument('a', { n: 1 }, [])).resolves.toEqual([]);
    stop();
  });
});
