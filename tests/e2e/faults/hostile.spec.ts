import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';
import { fill } from '../../../src/lib/fill.ts';
import type { ShellPlan } from '../../../src/report/plan.ts';
import {
  answerCheck,
  calls,
  frameOf,
  launch,
  pagesOf,
  shellOf,
  startCourseSystem,
  twoChecks,
  values,
  type SystemWindow,
} from '../../support/course-system.ts';
import { figures, openFigure, skipPrediction } from '../../support/figures.ts';
import { interfaceText } from '../../support/interface-text.ts';
import { keptRecord } from '../../support/kept-record.ts';
import { expect, test } from '../fixtures.ts';

const { figure: frame, progress, shell: lines } = interfaceText;
const plan: ShellPlan = { ...twoChecks, standard: 'scorm12' };

test('#38 whatever stands behind the # of an address, the page opens and nothing of it runs', async ({
  page,
}) => {
  const bait = '"><img src=x onerror=window.injected=1>';
  const named = { title: bait, instructions: bait, lessons: bait, 'set.cue-switch': bait };
  const assigned = `assignment?${new URLSearchParams(named)}&${bait}=${bait}&end`;
  const fragments = [
    '%',
    '%E0%A4%A',
    '__proto__',
    'constructor?a=b&end',
    `${bait}`,
    `cue-switch?${bait}&end`,
    `a=${bait}`,
    'a=%F0%28%8C%28',
    `v1.${'A'.repeat(100_000)}`,
    `cue-switch?${'a=b&'.repeat(20_000)}end`,
    assigned,
  ];
  const lesson = 'lessons/two-faces/';
  /** Pages that read it, and those that show it show it as the text that it is. */
  const readers: [path: string, shown?: Locator][] = [
    ['assignment/', page.getByRole('heading', { name: bait })],
    // The assignment was opened in this tab, and is named on every page with a place for it.
    [lesson, page.locator('#assignment-bar').getByText(bait)],
    ['questions/'],
    ['evidence/'],
    ['claims/'],
    ['search/'],
    ['teach/assign/'],
  ];
  for (const [path, shown] of readers) {
    // Some of it is read only as a page opens, and by the same script on every page.
    const asItOpens = path === lesson ? fragments : ['%', assigned];
    for (const [n, fragment] of asItOpens.entries()) {
      await page.goto(`${path}?q=${encodeURIComponent(bait)}&n=${n}#${fragment}`);
    }
    if (shown) await expect(shown).toBeVisible();
    await page.evaluate(async (fragments) => {
      for (const fragment of fragments) {
        const heard = new Promise((resolve) =>
          addEventListener('hashchange', resolve, { once: true }),
        );
        const before = location.href;
        location.hash = fragment;
        // The page of an assignment has put its own back, and then the last of them is no change.
        if (location.href !== before) await heard;
      }
    }, fragments);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('img[src=x]')).toHaveCount(0);
    expect(await page.evaluate(() => 'injected' in window)).toBe(false);
  }
  const figure = await openFigure(
    page,
    figures.find(({ name }) => name === 'cue-switch')!,
    '#cue-switch?__proto__=1&end',
  );
  await expect(figure.getByText(frame.brokenLink)).toBeVisible();
  await skipPrediction(figure);
});

test('#38 messages that nobody asked for change nothing', async ({ page }) => {
  const lesson = 'lessons/two-faces/';
  await page.goto(lesson);
  const check = page.locator('quick-check[data-kind=single]').first();
  await check.locator('.part input').first().check();
  await check.getByRole('button', { name: interfaceText.check.answer }).click();
  await expect.poll(async () => (await keptRecord(page))['events']).toBeTruthy();
  await expect.poll(async () => (await keptRecord(page))['events']!.length).toBeGreaterThan(0);
  const before = JSON.stringify(await keptRecord(page));
  await page.evaluate(async () => {
    const ask = (about: object) => `unwatched-record 1 ${JSON.stringify(about)}`;
    const messages: unknown[] = [
      null,
      '',
      'unwatched-record 1 ',
      'unwatched-record 1 {',
      `unwatched-record 1 ${'['.repeat(100_000)}`,
      ask({ turn: 1, ask: 'readRecord' }),
      ask({ turn: 1, ask: 'replaceRecord', record: { events: [], documents: [] } }),
      ask({ turn: 1, ask: 'writeDocument', name: '__proto__', value: { note: 'x' }, known: [] }),
      ask({ turn: 1, ask: 'writeDocument', name: 'worry-map', value: { note: 'x' }, known: 'all' }),
      ask({ turn: 1, answer: { id: '1-2-3-4', events: [], documents: [] } }),
      ask({ turn: 1, refused: 'full' }),
      { type: 'take over' },
      new Map([['kind', 'read']]),
      new ArrayBuffer(1_000_000),
    ];
    const stranger = document.createElement('iframe');
    document.body.append(stranger);
    for (const message of messages) {
      postMessage(message, '*');
      const inner = stranger.contentWindow as unknown as { parent: Window };
      inner.parent.postMessage(message, '*');
    }
    // Messages arrive in order: once this one is here, all were.
    await new Promise((resolve) => {
      addEventListener('message', ({ data }) => data === 'last' && resolve(undefined));
      postMessage('last', '*');
    });
  });
  expect(JSON.stringify(await keptRecord(page))).toBe(before);
  await page.reload();
  expect(JSON.stringify(await keptRecord(page))).toBe(before);
});

test.describe('course systems', () => {
  // They are hosts of their own. Firefox reports what a policy or a named origin kept out as an error.
  test.use({ tolerated: [/^request: http:\/\/localhost:|favicon\.ico|recipient window’s origin/] });

  /** The shell's record, as a page in its frame hears of it. */
  const recordOf = (pages: FrameLocator): Promise<string> =>
    pages.locator(':root').evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('message', ({ data }) => resolve(String(data)), { once: true });
          parent.postMessage('unwatched-record 1 {"turn":900,"ask":"readRecord"}', location.origin);
        }),
    );

  const hostile: [string, (api: Record<string, unknown>) => void][] = [
    [
      'throws at everything',
      (api) => {
        for (const name in api) {
          if (!name.startsWith('LMS')) continue;
          api[name] = () => {
            throw null;
          };
        }
      },
    ],
    [
      'answers junk',
      (api) => {
        for (const name in api) if (name.startsWith('LMS')) api[name] = () => ({ then: 1 });
      },
    ],
    [
      'answers with promises that never end',
      (api) => {
        for (const name in api) if (name.startsWith('LMS')) api[name] = () => new Promise(() => {});
      },
    ],
  ];
  for (const [how, spoil] of hostile) {
    test(`#38 a course system that ${how} is said to fail, and the work goes on`, async ({
      page,
    }) => {
      const system = await startCourseSystem(plan);
      await page.goto(`${system.url}system/`);
      // In one go: the package looks for the system as soon as it has arrived.
      await page.evaluate(`launch('scorm12'); (${spoil})(API)`);
      await expect(shellOf(page).locator('[data-line=failed]')).toBeVisible();
      await answerCheck(pagesOf(page), 'which-way-round', 1);
      await expect.poll(() => recordOf(pagesOf(page))).toContain('which-way-round');
      await system.stop();
    });
  }

  test('#39 without a course system, or with one that fails, the work goes on and a line says so', async ({
    page,
  }) => {
    const system = await startCourseSystem(plan);
    await page.goto(`${system.url}package/`);
    await expect(page.getByText(lines.absent)).toBeVisible();
    const alone = page.frameLocator('iframe');
    await answerCheck(alone, 'which-way-round', 1);
    // Nobody says “saved” here, and a page that is left at once takes what it was doing with it.
    await expect.poll(() => recordOf(alone)).toContain('which-way-round');
    await (await frameOf(alone)).goto(`${system.site}progress/`);
    const did = fill(progress.firstTry, { answers: 1, right: 1 });
    await expect(alone.getByText(did)).toBeVisible();

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
    await (await frameOf(pagesOf(page))).goto(`${system.site}progress/`);
    await expect(pagesOf(page).getByText(did)).toBeVisible();
    await page.evaluate(() => (window as unknown as { repair(): void }).repair());
    await shell.getByRole('button', { name: lines.again }).click();
    await expect(failed).toBeHidden();
    await expect(shell.getByText(lines.kept)).toBeVisible();
    await system.stop();
  });

  test('#39 the course system is gone, then the page closes: the same learner’s next visit sends it, once, and nobody else’s does', async ({
    page,
    context,
  }) => {
    const system = await startCourseSystem(plan);
    let tab = page;
    /** Opens the package in a tab of its own, and closes the one before. */
    const visit = async (learner: string, kept: Record<string, string> = {}) => {
      const before = tab;
      tab = await context.newPage();
      await before.close();
      await tab.goto(`${system.url}system/`);
      await launch(tab, 'scorm12', { 'cmi.core.student_id': learner, ...kept });
      await expect(pagesOf(tab).locator('#check-most-common-reply')).toBeVisible();
    };
    const cutOff = async (id: string, option: number) => {
      await tab.evaluate(() => {
        const { API } = window as unknown as { API: Record<string, unknown> };
        for (const name of ['LMSCommit', 'LMSFinish']) API[name] = () => 'false';
      });
      await answerCheck(pagesOf(tab), id, option);
      await expect(shellOf(tab).getByText(lines.waiting)).toBeVisible();
    };
    const told = async () =>
      (await calls(tab)).filter(([, element]) => element?.endsWith('.student_response'));

    await visit('ada');
    await cutOff('which-way-round', 1);
    await visit('ada');
    await expect(shellOf(tab).getByText(lines.kept)).toBeVisible();
    await expect(shellOf(tab).getByText(lines.waiting)).toBeHidden();
    expect(await told()).toEqual([['SetValue', 'cmi.interactions.0.student_response', 'b']]);
    const state = (await values(tab)).get('cmi.suspend_data')!;

    await visit('ada', { 'cmi.suspend_data': state });
    expect(await told(), 'not a second time').toEqual([]);
    await cutOff('most-common-reply', 3);
    await visit('bob');
    expect(await told()).toEqual([]);
    const left = await tab.evaluate(() => localStorage.length);
    expect(left, 'nothing of hers is left to him').toBe(0);
    await answerCheck(pagesOf(tab), 'most-common-reply', 0);
    await expect(shellOf(tab).getByText(lines.kept)).toBeVisible();
    expect((await told()).map(([, , answer]) => answer)).toEqual(['a']);
    await system.stop();
  });

  /** Sends a page answers to questions that it asked somebody else, again and again. */
  const forgeAnswers = (from: Page | Frame, to: 'frame' | 'frame of frame' | 'self', first = 1) =>
    from.evaluate(
      ([to, first]) => {
        const page =
          to === 'self' ? window : to === 'frame' ? window[0]! : (window[0]![0] as Window);
        setInterval(() => {
          for (let turn = first; turn < first + 30; turn += 1) {
            page.postMessage(`unwatched-record 1 {"turn":${turn},"answer":"1-2-3-4"}`, '*');
          }
        }, 20);
      },
      [to, first] as const,
    );

  test('#38 a page takes an answer from its shell alone, and only to what it asked', async ({
    page,
  }) => {
    // A shell that hears nothing, and answers what nobody asked.
    await page.addInitScript(() => {
      if (location.pathname !== '/package/') return;
      addEventListener('message', (event) => event.stopImmediatePropagation());
    });
    const system = await startCourseSystem(plan);
    await page.goto(`${system.url}system/`);
    await launch(page, 'scorm12');
    const pages = pagesOf(page);
    await expect(pages.locator('#check-which-way-round')).toBeVisible();
    await forgeAnswers(await frameOf(shellOf(page)), 'frame', 900);
    // The right origin, from other windows.
    await forgeAnswers(page, 'frame of frame');
    await forgeAnswers(await frameOf(pages), 'self');
    await answerCheck(pages, 'which-way-round', 1);
    await expect(pages.getByText(lines.blocked)).toBeVisible();
    await system.stop();
  });

  test('#38 the bridge hears nobody but the frame’s own pages, and pages answer nobody but their shell', async ({
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
    const askFrom = (frame: Page | Frame) =>
      frame.evaluate(
        (question) =>
          new Promise((resolve) => {
            addEventListener('message', ({ data }) => resolve(data));
            const shell = document.querySelector('iframe')?.contentWindow ?? parent;
            shell.postMessage(question, '*');
            setTimeout(() => resolve('nothing'), 700);
          }),
        question,
      );
    // The right origin from another window, which wants the record emptied; then another origin in the right
    // window.
    await page.evaluate(() => {
      const empty = { turn: 1, ask: 'replaceRecord', record: { events: [], documents: [] } };
      const shell = document.querySelector('iframe')!.contentWindow!;
      shell.postMessage(`unwatched-record 1 ${JSON.stringify(empty)}`, '*');
    });
    expect(await askFrom(page)).toBe('nothing');
    const inner = await frameOf(pages);
    expect(await askFrom(inner)).toContain('which-way-round');
    const elsewhere = `${stranger.url}empty/`;
    await inner.goto(elsewhere);
    expect(await askFrom(inner)).toBe('nothing');

    // A stranger that frames a page and names another shell hears nothing of what is done in it, and is not heard.
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
    await expect(framed.locator('#check-which-way-round')).toBeVisible();
    await forgeAnswers(page, 'frame');
    await answerCheck(framed, 'which-way-round', 1);
    await expect(framed.getByText(lines.blocked)).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual(
      [],
    );
    await Promise.all([system.stop(), stranger.stop()]);
  });
});
