import type { Page } from '@playwright/test';
import type { QuestionNote } from '../../src/learning/question-note.ts';
import { fill } from '../../src/lib/fill.ts';
import type { ShellPlan } from '../../src/report/plan.ts';
import { readState } from '../../src/report/suspended-state.ts';
import {
  answerCheck,
  calls,
  frameOf,
  launch,
  leave,
  pagesOf,
  shellOf,
  startCourseSystem,
  twoChecks,
  values,
} from '../support/course-system.ts';
import { interfaceText } from '../support/interface-text.ts';
import { expect, test } from './fixtures.ts';

const { progress, questionNotes, shell: lines } = interfaceText;

// Course systems are hosts of their own.
test.use({ tolerated: [/^request: http:\/\/localhost:/] });

const plan: ShellPlan = { ...twoChecks, standard: 'scorm12' };

/** Goes to another page in the innermost frame. */
async function goTo(page: Page, address: string) {
  await (await frameOf(pagesOf(page))).goto(address);
}

const standards = [
  {
    standard: 'scorm12',
    mastery: { 'cmi.student_data.mastery_score': '80' },
    score: 'cmi.core.score.raw',
    status: 'cmi.core.lesson_status',
    tooFew: 'incomplete',
    first: '50',
    last: '100',
    answers: ['two-faces_which-way-round', 'student_response', 'b', 'correct'],
    second: ['two-faces_most-common-reply', 'student_response', 'a', 'wrong'],
    finish: 'Finish',
    exit: 'cmi.core.exit',
    mode: 'cmi.core.lesson_mode',
  },
  {
    standard: 'scorm2004',
    mastery: { 'cmi.scaled_passing_score': '0.8' },
    score: 'cmi.score.scaled',
    status: 'cmi.success_status',
    tooFew: 'failed',
    first: '0.5',
    last: '1',
    answers: ['urn:unwatched:two-faces:which-way-round', 'learner_response', 'b', 'correct'],
    second: ['urn:unwatched:two-faces:most-common-reply', 'learner_response', 'a', 'incorrect'],
    finish: 'Terminate',
    exit: 'cmi.exit',
    mode: 'cmi.mode',
  },
] as const;

for (const kind of standards) {
  const { standard } = kind;
  test(`${standard}: launched, answered, left, resumed, finished, and looked at again`, async ({
    page,
  }) => {
    const system = await startCourseSystem({ ...plan, standard });
    await page.goto(`${system.url}system/`);
    await launch(page, standard, kind.mastery);
    const shell = shellOf(page);
    const pages = pagesOf(page);

    await answerCheck(pages, 'which-way-round', 1);
    await expect(shell.getByText(lines.kept)).toBeVisible();
    await answerCheck(pages, 'most-common-reply', 0);
    await expect
      .poll(async () => (await calls(page)).filter(([call]) => call === 'Commit').length)
      .toBe(2);
    // The ways out of a page are hidden, and this browser keeps nothing itself.
    await expect(pages.getByRole('link', { name: interfaceText.site.search })).toBeHidden();
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);

    const first = await values(page);
    expect(first.get(kind.score)).toBe(kind.first);
    // Both were tried, and too few were right: in one word, it is still open.
    expect(first.get(kind.status)).toBe(kind.tooFew);
    for (const [index, row] of [kind.answers, kind.second].entries()) {
      const [id, response, given, result] = row;
      const place = `cmi.interactions.${index}`;
      expect(first.get(`${place}.id`)).toBe(id);
      expect(first.get(`${place}.type`)).toBe('choice');
      expect(first.get(`${place}.${response}`)).toBe(given);
      expect(first.get(`${place}.result`)).toBe(result);
      expect(first.get(`${place}.latency`)).toBeTruthy();
    }
    await leave(page);
    const left = await values(page);
    expect((await calls(page)).at(-1)![0]).toBe(kind.finish);
    expect((await calls(page)).filter(([call]) => call === kind.finish)).toHaveLength(1);
    expect(left.get(kind.exit)).toBe('suspend');
    const state = left.get('cmi.suspend_data')!;
    expect(state.length).toBeLessThan(400);

    const kept = { ...kind.mastery, 'cmi.suspend_data': state };
    await launch(page, standard, kept);
    await expect(pages.locator('#check-which-way-round')).toBeVisible();
    await goTo(page, `${system.site}progress/`);
    await expect(pages.getByText(fill(progress.firstTry, { answers: 2, right: 1 }))).toBeVisible();
    await shell.getByRole('button', { name: lines.home }).click();
    await answerCheck(pages, 'most-common-reply', 3);
    await expect(shell.getByText(lines.kept)).toBeVisible();
    const resumed = await values(page);
    expect(resumed.get(kind.score)).toBe(kind.last);
    expect(resumed.get(kind.status)).toBe('passed');
    await leave(page);

    // Looked at again, nothing is told, and everything is there.
    const done = (await values(page)).get('cmi.suspend_data')!;
    await launch(page, standard, { ...kept, 'cmi.suspend_data': done, [kind.mode]: 'review' });
    await expect(shell.getByText(lines.review)).toBeVisible();
    await answerCheck(pages, 'which-way-round', 0);
    await goTo(page, `${system.site}progress/`);
    await expect(pages.getByText(fill(progress.firstTry, { answers: 2, right: 1 }))).toBeVisible();
    expect(await calls(page)).toEqual([]);
    await system.stop();
  });
}

test('a note is kept by the course system, and its page says nothing else', async ({ page }) => {
  const system = await startCourseSystem({ ...plan, page: 'questions/' });
  await page.goto(`${system.url}system/`);
  await launch(page, 'scorm12');
  const question = pagesOf(page).locator('#robust-detection');
  await question.locator('summary').first().click();
  await question.getByRole('textbox').scrollIntoViewIfNeeded();
  const { keptInCourse, nothingInCourse } = questionNotes.keeping;
  await expect(question.getByText(nothingInCourse)).toBeVisible();
  await question.getByRole('textbox').fill('By behaviour alone.');
  await expect(question.getByText(keptInCourse)).toBeVisible();
  await system.stop();
});

test('letters of a note are told together after a pause, or as the page goes, and keep nobody waiting', async ({
  page,
}) => {
  const asked: ShellPlan = { ...plan, page: 'questions/' };
  const system = await startCourseSystem(asked);
  await page.goto(`${system.url}system/`);
  await launch(page, 'scorm12', { 'cmi.core.student_id': 'ada' });
  const question = pagesOf(page).locator('#robust-detection');
  await question.locator('summary').first().click();
  const box = question.getByRole('textbox');
  await box.scrollIntoViewIfNeeded();
  await expect(question.getByText(questionNotes.keeping.nothingInCourse)).toBeVisible();
  const commits = async () => (await calls(page)).filter(([call]) => call === 'Commit').length;
  /** The note in the state that the course system was told last, and in the copy that the browser keeps. */
  const noteIn = (state: string | undefined) =>
    (readState(state ?? '', asked)!.record.documents[0]?.value as QuestionNote | undefined)?.note;
  const toldNote = async () => noteIn((await values(page)).get('cmi.suspend_data'));
  const copiedNote = () =>
    page
      .evaluate(() => Object.values(localStorage)[0] as string | undefined)
      .then((copy) => copy && noteIn((JSON.parse(copy) as { state: string }).state));

  // A system that stops the window for longer than a page waits for its shell.
  await page.evaluate(() => {
    const { API } = window as unknown as { API: Record<string, () => string> };
    const commit = API['LMSCommit']!;
    API['LMSCommit'] = (...given) => {
      const until = performance.now() + 2500;
      while (performance.now() < until);
      return commit.apply(API, given);
    };
    Object.assign(window, { quicken: () => (API['LMSCommit'] = commit) });
  });
  const note = 'By behaviour alone, I would say.';
  await box.pressSequentially(note, { delay: 10 });
  await expect(question.getByText(questionNotes.keeping.keptInCourse)).toBeVisible();
  await expect.poll(toldNote).toBe(note);
  // More than one only where so few letters take longer than the pause.
  expect(await commits()).toBeLessThan(4);
  await expect(shellOf(page).getByText(lines.kept)).toBeVisible();
  expect(await copiedNote()).toBeUndefined();

  // From here on, no pause ends.
  const shell = await frameOf(shellOf(page));
  await shell.evaluate(() => {
    const start = setTimeout;
    Object.assign(window, { setTimeout: (work: () => void) => start(work, 1e8) });
  });
  await page.evaluate(() => (window as unknown as { quicken(): void }).quicken());
  const before = await commits();
  await box.press('End');
  await box.press('A');
  await expect.poll(copiedNote).toBe(`${note}A`);
  expect(await commits()).toBe(before);
  await shell.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'visibilityState');
  });
  expect(await toldNote()).toBe(`${note}A`);
  expect(await commits()).toBe(before + 1);

  await box.press('B');
  await expect.poll(copiedNote).toBe(`${note}AB`);
  await leave(page);
  expect(await toldNote()).toBe(`${note}AB`);
  expect(await commits()).toBe(before + 2);
  expect((await calls(page)).at(-1)![0]).toBe('Finish');
  await system.stop();
});

test('a note too long for the course system is refused, and the page says so', async ({ page }) => {
  const system = await startCourseSystem({ ...plan, page: 'questions/' });
  await page.goto(`${system.url}system/`);
  await launch(page, 'scorm12');
  const frame = pagesOf(page);
  await expect(frame.locator('main')).toBeVisible();
  const noise = Array.from(crypto.getRandomValues(new Uint8Array(4000)), (byte) =>
    byte.toString(36),
  );
  const inner = await frameOf(frame);
  await inner.waitForLoadState();
  const ask = `unwatched-record 1 ${JSON.stringify({
    ...{ turn: 900, ask: 'writeDocument', name: 'question/robust-detection' },
    ...{ value: { state: 'working', ticked: [], note: noise.join('') }, known: [] },
  })}`;
  const answered = await inner.evaluate(
    (ask) =>
      new Promise((resolve) => {
        addEventListener('message', ({ data }) => resolve(data));
        parent.postMessage(ask, location.origin);
      }),
    ask,
  );
  expect(answered).toBe('unwatched-record 1 {"turn":900,"refused":"full"}');
  await system.stop();
});
