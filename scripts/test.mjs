// `npm test`: every check of the project, one stage after another, and a count at the end.
// `npm test -- lint unit` runs only the stages named.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from './audit.mjs';
import { ensureBrowser, findFirefox } from './browser.mjs';
import {
  addCounts,
  countPlaywright,
  countVitest,
  faultCases,
  faultTable,
  trustExit,
} from './count-tests.mjs';
import { ensureInstalled } from './install.mjs';
import { projectNode } from './project.mjs';
import { run, runPackage, step } from './steps.mjs';

/** @typedef {import('./count-tests.mjs').Count} Count */

const onePassed = { passed: 1, failed: 0 };
const oneFailed = { passed: 0, failed: 1 };
const reports = await mkdtemp(join(tmpdir(), 'unwatched-'));
let browser = '';
let buildFailed = false;

/** A check that passes or fails as one. */
async function check(name, args) {
  return (await runPackage(name, args)) ? onePassed : oneFailed;
}

/** A run of tests that are counted one by one. A run that ends without a report is one failure. */
async function countTests(file, endedWell, countReport) {
  try {
    return trustExit(countReport(JSON.parse(await readFile(file, 'utf8'))), endedWell);
  } catch (error) {
    console.error(`There is no report on the tests: ${error.message}`);
    return oneFailed;
  }
}

async function vitest(name, args) {
  const file = join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const endedWell = await runPackage('vitest', ['run', ...args, ...reporters]);
  return countTests(file, endedWell, countVitest);
}

/** A fault without a test is a failure too. */
function countBrowser(report) {
  const cases = faultCases(report);
  console.log(`\n${faultTable(cases)}`);
  const without = cases.filter(({ titles }) => titles.length === 0).length;
  return addCounts([countPlaywright(report), { passed: 0, failed: without }]);
}

/** @param {'chromium' | 'firefox'} project of `playwright.config.ts` */
async function playwright(project, count) {
  if (!browser) return oneFailed;
  const file = join(reports, `${project}.json`);
  const reporter = process.stdout.isTTY ? 'line' : 'dot';
  const endedWell = await runPackage(
    '@playwright/test:playwright',
    ['test', `--project=${project}`, `--reporter=${reporter},json`],
    { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  );
  return countTests(file, endedWell, count);
}

/** The tests of faults once more, where there is a second engine to run them in. */
async function inFirefox() {
  const path = findFirefox();
  if (path) return playwright('firefox', countPlaywright);
  console.log('No Firefox was found, so nothing ran in one. FIREFOX_PATH names one elsewhere.');
  return { passed: 0, failed: 0 };
}

/**
 * The site is tested under a path, where a link that forgets it leads nowhere; at the root of a host the same
 * mistake would go unseen. What holds under a path holds at the root, of which the path is the empty case.
 */
async function build() {
  const { BASE_PATH = '/unwatched/' } = process.env;
  buildFailed = !(await run(projectNode(), ['scripts/build.mjs'], { BASE_PATH }));
  return buildFailed ? oneFailed : onePassed;
}

/** @param {() => Promise<Count>} stage one that looks at dist */
const onBuilt = (stage) => async () => {
  if (!buildFailed) return stage();
  console.error('Not run, because the build failed.');
  return oneFailed;
};

/** @type {Record<string, () => Promise<Count>>} */
const stages = {
  format: () => check('prettier', ['--check', '.']),
  lint: () => check('eslint', ['.', '--max-warnings=0']),
  unused: () => check('knip', ['--no-progress']),
  types: () => check('astro', ['check']),
  'svelte-types': () =>
    check('svelte-check', ['--tsconfig', 'tsconfig.json', '--fail-on-warnings']),
  unit: () => vitest('unit', ['--exclude=tests/content/**', '--exclude=tests/site/**']),
  build,
  content: () => vitest('content', ['tests/content']),
  html: onBuilt(() => check('html-validate', ['dist'])),
  pages: onBuilt(() => vitest('pages', ['tests/site'])),
  audit: onBuilt(audit),
  browser: onBuilt(() => playwright('chromium', countBrowser)),
  firefox: onBuilt(inFirefox),
};

/**
 * Stages that only read the sources, each on one core: two rows run at a time. Within a row each waits for
 * the one before; `svelte-types` needs what `types` writes about the content.
 */
const readers = [
  ['format', 'lint', 'unused'],
  ['types', 'svelte-types'],
];

/**
 * @param {string[]} names
 * @returns {Promise<Count[]>}
 */
async function runStages(names) {
  if (!(await ensureInstalled())) return [oneFailed];
  // Asked for first: whoever lacks a browser should not wait for the other stages to hear of it.
  if (names.includes('browser') || names.includes('firefox'))
    browser = (await ensureBrowser()) ?? '';
  const rows = new Map(names.map((name) => [name, { count: oneFailed, seconds: '' }]));
  const runStage = async (name) => {
    const began = performance.now();
    const count = await step(name, stages[name], ({ failed }) => failed === 0);
    rows.set(name, { count, seconds: ((performance.now() - began) / 1000).toFixed(1) });
  };
  await Promise.all(
    readers.map(async (row) => {
      for (const name of row) if (names.includes(name)) await runStage(name);
    }),
  );
  for (const name of names) if (!readers.flat().includes(name)) await runStage(name);
  console.log();
  for (const [name, { count, seconds }] of rows) {
    const cells = [count.passed, count.failed, seconds].map((cell) => String(cell).padStart(7));
    console.log(`${name.padEnd(13)}${cells[0]} passed${cells[1]} failed${cells[2]} s`);
  }
  return [...rows.values()].map(({ count }) => count);
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(
    `No stage is named ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}.`,
  );
  process.exit(1);
}

const total = addCounts(await runStages(chosen.length > 0 ? chosen : Object.keys(stages)));
await rm(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
