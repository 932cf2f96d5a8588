import { describe, expect, test, vi } from 'vitest';
import { Cmi5, readAddress } from '../../src/report/cmi5.ts';
import type { Interaction } from '../../src/report/reporter.ts';
import { startRecordStore, type Statement } from '../support/record-store.ts';

const answer = (id: string): Interaction => ({
  ...{ id, check: 'a-b/one', kind: 'single', stem: 'Which?', given: [1], right: [1] },
  ...{ tolerance: 0, correct: true, at: Date.UTC(2026, 10, 2, 9), latency: 900 },
});
const verbOf = ({ verb }: Statement) => verb.id.split('/').at(-1)!;

test('what a record store has already is told again and counted once, and what comes with it arrives', async () => {
  const store = await startRecordStore();
  const visit = async () => {
    const reporter = new Cmi5(readAddress(`?${store.launch()}`)!);
    const { learner } = await reporter.init();
    return { reporter, learner };
  };
  const first = await visit();
  first.reporter.interaction(answer('one'));
  first.reporter.complete({ done: true, passed: undefined });
  await first.reporter.flush();
  // The page was closed before it heard of that, and its state never came.
  store.states.delete('unwatched-record');
  const second = await visit();
  expect(second.learner).toBe(first.learner);
  expect(second.learner).toContain('"17"');
  second.reporter.interaction(answer('one'));
  second.reporter.interaction(answer('two'));
  second.reporter.complete({ done: true, passed: undefined });
  await second.reporter.flush();
  const said = store.statements.map(verbOf);
  expect(said).toEqual(['initialized', 'answered', 'completed', 'initialized', 'answered']);
  for (const { id } of store.statements) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  await store.stop();
});

describe('a page that is left while a report is under way', () => {
  test.each([
    ['never left', false],
    ['arrived unanswered', true],
  ])('sends it once more where it %s, and what came after it', async (_, arrives) => {
    const store = await startRecordStore();
    const reporter = new Cmi5(readAddress(`?${store.launch()}`)!);
    await reporter.init();
    const said: string[] = [];
    let dropped = 0;
    const real = fetch;
    vi.stubGlobal('fetch', async (address: string, options?: RequestInit) => {
      if (options?.keepalive && options.method === 'POST') said.push(options.body as string);
      if (options?.keepalive) return real(address, options);
      // The browser drops whatever is not to outlive its page.
      if (arrives) await real(address, options);
      dropped += 1;
      return new Promise(() => undefined);
    });
    reporter.interaction(answer('one'));
    reporter.score(1);
    reporter.complete({ done: true, passed: true });
    reporter.state('both');
    void reporter.flush();
    await vi.waitFor(() => expect(dropped).toBe(1));
    reporter.interaction(answer('two'));
    void reporter.flush();
    await reporter.flush('leaving');
    vi.unstubAllGlobals();

    const verbs = ['initialized', 'answered', 'completed', 'passed', 'answered', 'terminated'];
    const arrived = store.statements.map(verbOf);
    expect(arrived.toSorted()).toEqual(verbs.toSorted());
    const inOrder = said.flatMap((body) => (JSON.parse(body) as Statement[]).map(verbOf));
    expect(inOrder).toEqual(verbs.slice(1));
    const state = { state: 'both', completed: true, passed: true };
    expect(JSON.parse(store.states.get('unwatched-record')!)).toEqual(state);
    await store.stop();
  });

  test('sends the state once more as well', async () => {
    const store = await startRecordStore();
    const reporter = new Cmi5(readAddress(`?${store.launch()}`)!);
    await reporter.init();
    const real = fetch;
    const puts: boolean[] = [];
    vi.stubGlobal('fetch', (address: string, options?: RequestInit) => {
      if (options?.method === 'PUT') puts.push(options.keepalive === true);
      const dropped = options?.method === 'PUT' && !options.keepalive;
      return dropped ? new Promise(() => undefined) : real(address, options);
    });
    reporter.state('a note');
    void reporter.flush();
    await vi.waitFor(() => expect(puts).toEqual([false]));
    await reporter.flush('leaving');
    vi.unstubAllGlobals();
    expect(puts).toEqual([false, true]);
    expect(store.states.get('unwatched-record')).toContain('a note');
    await store.stop();
  });
});

test('what failed goes again before what came after it, and apart from it', async () => {
  const store = await startRecordStore();
  const reporter = new Cmi5(readAddress(`?${store.launch()}`)!);
  await reporter.init();
  const batches: string[][] = [];
  const real = fetch;
  let fails = true;
  vi.stubGlobal('fetch', async (address: string, options: RequestInit) => {
    if (options.method === 'PUT') return real(address, options);
    batches.push((JSON.parse(options.body as string) as Statement[]).map(verbOf));
    const response = await real(address, options);
    if (fails) throw new Error('The answer never came.');
    return response;
  });
  reporter.interaction(answer('one'));
  await expect(reporter.flush()).rejects.toThrow('statements');
  fails = false;
  reporter.interaction(answer('two'));
  reporter.complete({ done: true, passed: undefined });
  reporter.interaction(answer('three'));
  await reporter.flush();
  vi.unstubAllGlobals();
  expect(batches.slice(0, 3)).toEqual([
    ['answered'],
    ['answered'],
    ['answered', 'completed', 'answered'],
  ]);
  expect(store.statements.map(verbOf)).toEqual([
    ...['initialized', 'answered', 'answered', 'completed', 'answered'],
  ]);
  await store.stop();
});
