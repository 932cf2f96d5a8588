import type { Page } from '@playwright/test';
import { storeVersion } from '../../../src/learning/store.ts';
import { fill } from '../../../src/lib/fill.ts';
import { figures, openFigure, skipPrediction } from '../../support/figures.ts';
import { interfaceText } from '../../support/interface-text.ts';
import {
  answer,
  answered,
  bringIn,
  keptNote,
  layOutStore,
  lesson,
  notice,
  openNote,
} from '../../support/keeping.ts';
import { keptRecord } from '../../support/kept-record.ts';
import { pressOn } from '../../support/keyboard.ts';
import { recordFile } from '../../support/long-record.ts';
import { expect, test } from '../fixtures.ts';

// Two tabs of one reader: nothing is lost between them, and both show the same.

const { coinCorridor, keeping, progress } = interfaceText;
const words = progress.record;

test('#13 a tab of an older version holds the store: it lets go, and where one does not, nothing hangs', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await other.goto('404.html');
  await test.step('this version is the older one', async () => {
    await page.goto(lesson);
    await answer(page, 0);
    await expect.poll(() => answered(page)).toHaveLength(1);
    await layOutStore(other, storeVersion + 1, { more: { entries: [] } });
    await answer(page, 1);
    await expect(notice(page).getByText(keeping.newer)).toBeVisible();
  });

  await test.step('this version is the newer one, and the older does not let go', async () => {
    await page.goto('404.html');
    await other.evaluate(
      () =>
        new Promise<void>((resolve) => {
          indexedDB.deleteDatabase('unwatched').onsuccess = () => {
            const opening = indexedDB.open('unwatched', 1);
            opening.onupgradeneeded = () =>
              opening.result.createObjectStore('documents', { keyPath: 'name' });
            opening.onsuccess = () => {
              Object.assign(globalThis, { held: opening.result });
              resolve();
            };
          };
        }),
    );
    await page.goto(lesson);
    await answer(page, 0);
    await expect(notice(page).getByText(keeping.blocked)).toBeVisible();
    await other.close();
    await expect(notice(page)).toBeHidden();
    expect(await answered(page)).toHaveLength(1);
  });
});

test('#14 two tabs answer 200 checks each at once: both end with all 400, each once', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await Promise.all([page.goto('progress/'), other.goto('progress/')]);
  /** Answers so many checks, now and then after a pause drawn from the seed. */
  const answerSome = (tab: Page, name: string, count: number, seed: number) =>
    tab.evaluate(
      async ([name, count, seed]) => {
        let state = seed;
        for (let index = 0; index < count; index += 1) {
          const check = `two-faces/${name}-${index}`;
          const detail = { kind: 'answered', check, given: '0', right: index % 2 === 0 };
          document.body.dispatchEvent(new CustomEvent('learned', { bubbles: true, detail }));
          state = (state * 48_271) % 2_147_483_647;
          if (state % 3 > 0) await new Promise((done) => setTimeout(done, state % 7));
        }
      },
      [name, count, seed] as const,
    );
  await Promise.all([answerSome(page, 'here', 200, 17), answerSome(other, 'there', 200, 71)]);
  const both = fill(progress.firstTry, { answers: 400, right: 200 });
  await expect(page.getByText(both)).toBeVisible();
  await expect(other.getByText(both)).toBeVisible();
  expect(new Set(await answered(page)).size).toBe(400);
  expect(await answered(page)).toHaveLength(400);

  // What only one of them does shows in the other, which has nothing of its own left to keep.
  await answerSome(other, 'later', 1, 1);
  await expect(page.getByText(fill(progress.firstTry, { answers: 401, right: 201 }))).toBeVisible();
});

test('#15 two tabs write the same note: the last one stands in both, and stays', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  const [mine, theirs] = await Promise.all([openNote(page), openNote(other)]);
  await mine.fill('from here');
  await expect(theirs).toHaveValue('from here');
  await theirs.fill('from there');
  await expect(mine).toHaveValue('from there');

  // Both at the same moment: one of the two stands, the same in both tabs and in the store.
  await Promise.all([mine.fill('here again'), theirs.fill('there again')]);
  const three = async () =>
    new Set([await keptNote(page), await mine.inputValue(), await theirs.inputValue()]);
  await expect.poll(async () => (await three()).size).toBe(1);
  const [stands = ''] = (await three()) as Set<string>;
  expect(stands).toMatch(/again$/);
  const { documents } = await keptRecord(page);
  await page.reload();
  await expect(mine).toHaveValue(stands);
  await expect(theirs).toHaveValue(stands);
  expect((await keptRecord(page))['documents'], 'nobody has written it again').toEqual(documents);
});

for (const [how, change] of [
  [
    'deleted',
    async (tab: Page) => {
      await tab.getByRole('button', { name: words.delete }).click();
      await tab.getByRole('button', { name: words.deleteNow }).click();
      await expect(tab.getByText(words.deleted)).toBeVisible();
    },
  ],
  [
    'replaced by a file',
    async (tab: Page) => {
      await bringIn(tab, recordFile({ answers: 20 }).text);
      await tab.getByRole('radio', { name: words.replace }).check();
      await tab.getByRole('button', { name: words.apply }).click();
      await expect(tab.getByText(words.replaced)).toBeVisible();
    },
  ],
] as const) {
  test(`#16 the record is ${how} in another tab while a learner trains: nothing old is written, and it is said`, async ({
    page,
    context,
  }) => {
    const trainsForEver = `postMessage({ kind: 'ready' }); setInterval(() => postMessage({ kind: 'alive' }), 100);`;
    await context.route('**/coin-corridor.worker*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: trainsForEver }),
    );
    const figure = await openFigure(
      page,
      figures.find(({ name }) => name === 'coin-corridor')!,
    );
    await skipPrediction(figure);
    await pressOn(page, figure.getByRole('slider', { name: coinCorridor.share }), 'End');
    await answer(page, 0);
    await expect.poll(() => answered(page)).toHaveLength(1);

    const other = await context.newPage();
    await other.goto('progress/');
    await change(other);
    const after = await keptRecord(other);
    await other.close();

    await answer(page, 1);
    await expect(notice(page).getByText(keeping.replaced)).toBeVisible();
    expect(await keptRecord(page)).toEqual(after);
    await expect(figure.locator('[aria-busy=true]'), 'the learner trains on').toHaveCount(1);
    await notice(page).getByRole('button', { name: keeping.drop }).click();
    await answer(page, 0);
    await expect
      .poll(async () => (await answered(page)).length)
      .toBe(after['events']!.filter(({ kind }) => kind === 'answered').length + 1);
    await expect(notice(page)).toBeHidden();
  });
}
