import { expect, test } from 'vitest';
import { Cmi5, readAddress } from '../../src/report/cmi5.ts';
import type { Interaction } from '../../src/report/reporter.ts';
import { startRecordStore } from '../support/record-store.ts';

const answer = (id: string): Interaction => ({
  ...{ id, check: 'a-b/one', kind: 'single', stem: 'Which?', given: [1], right: [1] },
  ...{ tolerance: 0, correct: true, at: Date.UTC(2026, 10, 2, 9), latency: 900 },
});

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
  const said = store.statements.map(({ verb }) => verb.id.split('/').at(-1));
  expect(said).toEqual(['initialized', 'answered', 'completed', 'initialized', 'answered']);
  for (const { id } of store.statements) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  await store.stop();
});
