import type { Page } from '@playwright/test';
import { answerCheck, startCourseSystem, twoChecks } from '../support/course-system.ts';
import { interfaceText } from '../support/interface-text.ts';
import { startRecordStore, type Statement } from '../support/record-store.ts';
import { expect, test } from './fixtures.ts';

const { shell: lines } = interfaceText;

test.use({
  // The record store is a host of its own, and begins with no state and no preferences.
  tolerated: [/^request: http:\/\/localhost:|404 \(Not Found\)/],
});

const answer = (page: Page, id: string, index: number) =>
  answerCheck(page.frameLocator('iframe'), id, index);

const verbOf = ({ verb }: Statement) => verb.id.split('/').at(-1);
const categoriesOf = ({ context }: Statement) =>
  (context.contextActivities['category'] ?? []).map(({ id }) => id.split('/').at(-1));

test('cmi5: statements in their order, each once for a registration, and nothing of the looking', async ({
  page,
}) => {
  const system = await startCourseSystem({ ...twoChecks, standard: 'cmi5' });
  const store = await startRecordStore();
  const open = () => page.goto(`${system.url}package/?${store.launch()}`);
  const verbs = () => store.statements.map(verbOf);
  const leave = async () => {
    await page.goto(`${system.url}empty/`);
    await expect.poll(() => verbs().at(-1)).toBe('terminated');
  };

  await open();
  await answer(page, 'which-way-round', 1);
  await expect(page.getByText(lines.kept)).toBeVisible();
  await answer(page, 'most-common-reply', 0);
  await expect.poll(() => verbs().at(-1)).toBe('failed');
  await leave();
  expect(store.requests.slice(0, 5)).toEqual([
    'POST fetch',
    'GET activities/state LMS.LaunchData',
    'GET agents/profile cmi5LearnerPreferences',
    'GET activities/state unwatched-record',
    'POST statements',
  ]);
  expect(verbs()).toEqual([
    ...['initialized', 'answered', 'answered', 'completed', 'failed', 'terminated'],
  ]);
  expect(store.statements.map(categoriesOf)).toEqual([
    ['cmi5'],
    [],
    [],
    ['cmi5', 'moveon'],
    ['cmi5', 'moveon'],
    ['cmi5'],
  ]);

  await open();
  await answer(page, 'most-common-reply', 3);
  await expect.poll(() => verbs().at(-1)).toBe('passed');
  await answer(page, 'most-common-reply', 3);
  await expect.poll(() => verbs().at(-1)).toBe('answered');
  await leave();
  expect(verbs().slice(6)).toEqual([
    ...['initialized', 'answered', 'passed', 'answered', 'terminated'],
  ]);

  const [, first] = store.statements;
  expect(first).toMatchObject({
    actor: { account: { homePage: 'https://example.org', name: '17' } },
    object: {
      id: 'https://example.org/activity/check/two-faces/which-way-round',
      definition: { interactionType: 'choice', correctResponsesPattern: ['b'] },
    },
    result: { response: 'b', success: true },
  });
  const passed = store.statements.find((statement) => verbOf(statement) === 'passed')!;
  expect(passed.object.id).toBe('https://example.org/activity');
  expect(passed.result).toMatchObject({ success: true, score: { scaled: 1 } });
  const extension = (name: string) => `https://w3id.org/xapi/cmi5/context/extensions/${name}`;
  expect(passed.context.extensions).toMatchObject({ [extension('masteryscore')]: 0.8 });
  for (const { context } of store.statements) {
    expect(context.registration).toBe('8f5b1a0e-6d5a-4c4e-9f0a-2f1f5a5f0c11');
    expect(context.extensions[extension('sessionid')]).toBe('session-1');
    expect(context.contextActivities['grouping']).toEqual([{ id: 'https://example.org/course' }]);
  }
  expect(new Set(store.statements.map(({ id }) => id)).size).toBe(store.statements.length);

  const said = store.statements.length;
  store.states.set(
    'LMS.LaunchData',
    JSON.stringify({ contextTemplate: {}, launchMode: 'Review', returnURL: `${system.url}empty/` }),
  );
  await open();
  await expect(page.getByText(lines.review)).toBeVisible();
  await answer(page, 'which-way-round', 0);
  await page.getByRole('button', { name: lines.back }).click();
  await page.waitForURL('**/empty/');
  expect(verbs().slice(said)).toEqual(['initialized', 'terminated']);
  await Promise.all([system.stop(), store.stop()]);
});

test('cmi5: who leaves while a report is under way loses nothing, and the goodbye comes last', async ({
  page,
}) => {
  const system = await startCourseSystem({ ...twoChecks, standard: 'cmi5' });
  const store = await startRecordStore({ returnURL: `${system.url}empty/` });
  const verbs = () => store.statements.map(verbOf);
  /** Answers both checks; the report of the second is still under way. */
  const answerBoth = async () => {
    await page.goto(`${system.url}package/?${store.launch()}`);
    await answer(page, 'which-way-round', 1);
    await expect(page.getByText(lines.kept)).toBeVisible();
    const before = store.requests.length;
    store.delay = 1500;
    await answer(page, 'most-common-reply', 3);
    await expect.poll(() => store.requests.length).toBe(before + 1);
    store.delay = 0;
  };
  const all = ['initialized', 'answered', 'answered', 'completed', 'passed', 'terminated'];

  await answerBoth();
  await page.getByRole('button', { name: lines.back }).click();
  await page.waitForURL('**/empty/');
  expect(verbs()).toEqual(all);

  // A tab that is closed waits for nothing, and drops what does not outlive it.
  store.statements.length = 0;
  store.states.delete('unwatched-record');
  await answerBoth();
  await page.goto(`${system.url}empty/`);
  await expect.poll(() => verbs().toSorted()).toEqual(all.toSorted());
  await expect.poll(() => store.states.get('unwatched-record')).toContain('"passed":true');
  await Promise.all([system.stop(), store.stop()]);
});
