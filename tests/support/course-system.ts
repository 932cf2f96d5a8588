import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Frame, FrameLocator, Page } from '@playwright/test';
import { builtBase } from '../../scripts/built-base.mjs';
import { createStaticServer, listen } from '../../scripts/static-server.mjs';
import { packagePage } from '../../src/report/package-page.ts';
import type { ShellPlan } from '../../src/report/plan.ts';
import { interfaceText } from './interface-text.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = `${root}dist/`;
const base = builtBase();

/** What a package asks whose lesson has two checks of one right option each. */
export const twoChecks: Omit<ShellPlan, 'standard'> = {
  page: 'lessons/two-faces/',
  lessons: [],
  checks: [
    { id: 'two-faces/which-way-round', kind: 'single', stem: 'Where?', right: [1], tolerance: 0 },
    { id: 'two-faces/most-common-reply', kind: 'single', stem: 'What?', right: [3], tolerance: 0 },
  ],
  questions: [],
};

/** Takes one option of a check on the page that a shell shows. */
export async function answerCheck(pages: FrameLocator, id: string, index: number): Promise<void> {
  const check = pages.locator(`#check-${id}`);
  await check.scrollIntoViewIfNeeded();
  await check.locator('.option').nth(index).getByRole('radio').check();
  await check.getByRole('button', { name: interfaceText.check.answer }).click();
}

/**
 * A course system's host: the run time of scorm-again, a package of one page, and beside it the site, which
 * anybody there may frame.
 */
export interface CourseSystem {
  /** With a slash at its end. */
  url: string;
  /** Where the site's own pages begin on it. */
  site: string;
  stop(): Promise<void>;
}

/**
 * @param plan what the package asks; its page is relative to the site's root
 * @param policy false leaves out the page's policy, which lets other hosts into its frame
 */
export async function startCourseSystem(
  plan: ShellPlan,
  { policy = true } = {},
): Promise<CourseSystem> {
  const whole = packagePage(readFileSync(`${dist}report/package-page.txt`, 'utf8'), {
    title: 'A week’s work',
    plan: { ...plan, page: `..${base}/${plan.page}` },
    script: 'shell.js',
  });
  const page = policy ? whole : whole.replace('Content-Security-Policy', 'none');
  const shell = plan.standard === 'cmi5' ? 'cmi5' : 'scorm';
  const files: Files = {
    ...systemFiles('/package/'),
    '/package/': ['text/html', page],
    '/package/shell.js': ['text/javascript', readFileSync(`${dist}report/${shell}.js`, 'utf8')],
  };
  const site = createStaticServer(dist.slice(0, -1), base);
  const server = createServer((request, response) => {
    const file = files[(request.url ?? '').replace(/\?.*/, '')];
    if (file) {
      response.setHeader('Content-Type', `${file[0]};charset=utf-8`).end(file[1]);
      return;
    }
    const framing = new Set(['content-security-policy', 'x-frame-options']);
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) =>
      framing.has(name.toLowerCase()) ? response : setHeader(name, value);
    const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => typeof response;
    response.writeHead = (...given: unknown[]) => {
      const last = given.at(-1);
      if (typeof last === 'object' && last !== null) {
        for (const name of Object.keys(last)) {
          if (framing.has(name.toLowerCase())) delete (last as Record<string, unknown>)[name];
        }
      }
      return writeHead(...given);
    };
    site.emit('request', request, response);
  });
  const url = `http://localhost:${await listen(server, 0)}/`;
  return { url, site: `${url.slice(0, -1)}${base}/`, stop: () => stop(server) };
}

export async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

type Files = Record<string, [type: string, body: string]>;

/** A course system's own files, with the run time of scorm-again, for a package at an address of its host. */
export const systemFiles = (packageAddress: string): Files => ({
  '/system/': ['text/html', systemPage(packageAddress)],
  '/system/run-time.js': [
    'text/javascript',
    ['scorm12', 'scorm2004']
      .map((name) => readFileSync(`${root}node_modules/scorm-again/dist/${name}.min.js`, 'utf8'))
      .join('\n'),
  ],
  '/favicon.ico': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  '/empty/': ['text/html', '<!doctype html><title>Empty</title>'],
});

/** A course system's own page: `launch` opens the package with what was kept, `leave` goes elsewhere. */
const systemPage = (packageAddress: string) => `<!doctype html>
<title>Course system</title>
<script src="run-time.js"></script>
<iframe id="sco" width="800" height="700" title="Package"></iframe>
<script>
  const frame = document.getElementById('sco');
  const names = { scorm12: ['API', Scorm12API], scorm2004: ['API_1484_11', Scorm2004API] };
  window.launch = (standard, kept = {}) => {
    const [name, Api] = names[standard];
    window[name] = new Api({ logLevel: 5 });
    window[name].loadFromFlattenedJSON(kept);
    window.lms = window[name];
    window.calls = [];
    const prefix = standard === 'scorm12' ? 'LMS' : '';
    for (const call of ['SetValue', 'Commit', standard === 'scorm12' ? 'Finish' : 'Terminate']) {
      window.lms.on(prefix + call, (element, value) => {
        window.calls.push([call, element, value].filter((part) => part !== undefined));
      });
    }
    frame.src = ${JSON.stringify(packageAddress)};
  };
  window.leave = () => {
    frame.src = '/empty/';
    return new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  };
</script>
`;

type Calls = [call: string, element?: string, value?: string][];

/** What the system's page offers its tests. */
export interface SystemWindow {
  launch(standard: string, kept?: Record<string, string>): void;
  leave(): Promise<void>;
  calls: Calls;
}

/** What the package called since it was launched. */
export const calls = (page: Page): Promise<Calls> =>
  page.evaluate(() => (window as unknown as SystemWindow).calls);

/** What was set last, by element. */
export const values = async (page: Page): Promise<Map<string, string>> =>
  new Map((await calls(page)).map(([, element = '', value = '']) => [element, value]));

/** Opens the package with what the system kept of it. */
export const launch = (page: Page, standard: string, kept: Record<string, string> = {}) =>
  page.evaluate(([standard, kept]) => (window as unknown as SystemWindow).launch(standard, kept), [
    standard,
    kept,
  ] as const);

export const leave = (page: Page) =>
  page.evaluate(() => (window as unknown as SystemWindow).leave());

/** The package's own page, and the site's pages within it. */
export const shellOf = (page: Page) => page.frameLocator('#sco');
export const pagesOf = (page: Page) => shellOf(page).frameLocator('iframe');

/** The frame behind a locator: found by its element, since Firefox's driver does not always tell names. */
export async function frameOf(located: FrameLocator): Promise<Frame> {
  const element = await located.owner().elementHandle();
  return (await element!.contentFrame())!;
}
