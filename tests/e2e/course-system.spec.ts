import type { Page } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import type { ShellPlan } from '../../src/report/plan.ts';
import {
  answerCheck,
  calls,
  launch,
  leave,
  pagesOf,
  shellOf,
  startCourseSystem,
  twoChecks,
  values,
  type SystemWindow,
} from '../support/course-system.ts';
import { interfaceText } from '../support/interface-text.ts';
import { expect, test } from './fixtures.ts';

const { progress, questionNotes, shell: lines } = interfaceText;

// Course systems are hosts of their own.
test.use({ tolerated: [/^request: http:\/\/localhost:/] });

const plan: ShellPlan = { ...twoChecks, standard: 'scorm12' };

/** Goes to another page in the innermost frame. */
async function goTo(page: Page, address: string) {
  const frame = page.frames().find((one) => one.name().startsWith('unwatched-shell '))!;
  await frame.goto(address);
}

/** The shell's record, as a page in the innermost frame hears of it. */
function recordOf(page: Page): Promise<string> {
  const frame = page.frames().find((one) => one.name().startsWith('unwatched-shell '))!;
  return frame.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('message', ({ data }) => resolve(String(data)), { once: true });
        parent.postMessage('unwatched-record 1 {"turn":900,"ask":"readRecord"}', location.origin);
      }),
  );
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

test('without a course system, or with one that fails, the work goes on and a line says so', async ({
  page,
}) => {
  const system = await startCourseSystem(plan);
  await page.goto(`${system.url}package/`);
  await expect(page.getByText(lines.absent)).toBeVisible();
  await answerCheck(page.frameLocator('iframe'), 'which-way-round', 1);
  // Nobody says “saved” here, and a page that is left at once takes what it was doing with it.
  await expect.poll(() => recordOf(page)).toContain('which-way-round');
  await goTo(page, `${system.site}progress/`);
  const did = fill(progress.firstTry, { answers: 1, right: 1 });
  await expect(page.frameLocator('iframe').getByText(did)).toBeVisible();

  await page.goto(`${system.url}system/`);
  await page.evaluate(() => {
    const launch = (window as unknown as SystemWindow).launch;
    launch('scorm12', { 'cmi.suspend_data': '1.cut off' });
    const { API } = window as unknown as { API: Record<string, unknown> };
    const commit = API['LMSCommit'];
    API['LMSCommit'] = () => {
      throw new Error('out of order');
    };
    Object.assign(window, { repair: () => (API['LMSCommit'] = commit) });
  });
  const shell = shellOf(page);
  await expect(shell.getByText(lines.damaged)).toBeVisible();
  await answerCheck(pagesOf(page), 'which-way-round', 1);
  const failed = shell.locator('[data-line=failed]');
  await expect(failed).toContainText('LMSCommit: out of order');
  await goTo(page, `${system.site}progress/`);
  await expect(pagesOf(page).getByText(did)).toBeVisible();
  await page.evaluate(() => (window as unknown as { repair(): void }).repair());
  await shell.getByRole('button', { name: lines.again }).click();
  await expect(failed).toBeHidden();
  await expect(shell.getByText(lines.kept)).toBeVisible();
  await system.stop();
});

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

test('a note too long for the course system is refused, and the page says so', async ({ page }) => {
  const system = await startCourseSystem({ ...plan, page: 'questions/' });
  await page.goto(`${system.url}system/`);
  await launch(page, 'scorm12');
  const frame = pagesOf(page);
  await expect(frame.locator('main')).toBeVisible();
  const noise = Array.from(crypto.getRandomValues(new Uint8Array(4000)), (byte) =>
    byte.toString(36),
  );
  await page
    .frames()
    .find((one) => one.name().startsWith('unwatched-shell '))!
    .waitForLoadState();
  const ask = `unwatched-record 1 ${JSON.stringify({
    ...{ turn: 900, ask: 'writeDocument', name: 'question/robust-detection' },
    ...{ value: { state: 'working', ticked: [], note: noise.join('') }, known: [] },
  })}`;
  const answered = await page
    .frames()
    .find((one) => one.name().startsWith('unwatched-shell '))!
    .evaluate(
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

test('the bridge hears nobody but the frame’s own pages, and pages answer nobody but their shell', async ({
  page,
}) => {
  const system = await startCourseSystem(plan, { policy: false });
  const stranger = await startCourseSystem(plan);
  await page.goto(`${system.url}system/`);
  await launch(page, 'scorm12');
  const pages = pagesOf(page);
  await answerCheck(pages, 'which-way-round', 1);
  await expect(shellOf(page).getByText(lines.kept)).toBeVisible();
  const question = 'unwatched-record 1 {"turn":1,"ask":"readRecord"}';
  /** Asks a window and waits: what comes back, or nothing. */
  const askFrom = (path: string) => {
    const frame = page.frames().find((one) => one.url() === path)!;
    return frame.evaluate(
      (question) =>
        new Promise((resolve) => {
          addEventListener('message', ({ data }) => resolve(data));
          const shell = document.querySelector('iframe')?.contentWindow ?? parent;
          shell.postMessage(question, '*');
          setTimeout(() => resolve('nothing'), 700);
        }),
      question,
    );
  };
  // The right origin from another window, then another origin in the right window.
  expect(await askFrom(page.url())).toBe('nothing');
  expect(
    await askFrom(
      page
        .frames()
        .find((one) => one.name().startsWith('unwatched'))!
        .url(),
    ),
  ).toContain('which-way-round');
  const elsewhere = `${stranger.url}empty/`;
  await page
    .frames()
    .find((one) => one.name().startsWith('unwatched'))!
    .goto(elsewhere);
  expect(await askFrom(elsewhere)).toBe('nothing');

  // A stranger that frames a page and names another shell hears nothing of what is done in it.
  await page.goto(elsewhere);
  await page.evaluate((site) => {
    Object.assign(window, { heard: [] as unknown[] });
    addEventListener('message', ({ data }) => {
      (window as unknown as { heard: unknown[] }).heard.push(data);
    });
    const frame = document.createElement('iframe');
    frame.name = `unwatched-shell ${new URL(site).origin}`;
    frame.src = `${site}lessons/two-faces/`;
    frame.width = '800';
    frame.height = '600';
    document.body.append(frame);
  }, system.site);
  const framed = page.frameLocator('iframe');
  await answerCheck(framed, 'which-way-round', 1);
  await expect(framed.getByText(lines.blocked)).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
  await Promise.all([system.stop(), stranger.stop()]);
});
