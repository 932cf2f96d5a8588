// `npm run bench -- scale`: what a build takes for courses of 18, 180 and 1,800 lessons, and whether it
// grows faster than they do. The lessons are the real ones, copied under new names with their checks and
// teacher notes. LESSONS names other sizes. The site in dist is put back afterwards.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browserFlags } from './browser.mjs';
import { projectNode, root } from './project.mjs';
import { run } from './steps.mjs';

const dist = join(root, 'dist');
/** The list pages, which hold an entry for each lesson. */
const lists = ['', 'lessons/', 'teach/', 'assignment/', 'questions/'];

/**
 * A content folder with as many lessons. Copy 0 is the course itself; `two-faces` is `two-faces-1` in copy 1.
 * @param {string} folder
 * @param {number} lessons
 */
async function makeContent(folder, lessons) {
  await cp(join(root, 'content'), folder, { recursive: true });
  const mdx = readdirSync(join(folder, 'lessons'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .sort((one, other) => basename(one).localeCompare(basename(other)));
  for (let index = mdx.length; index < lessons; index += 1) {
    const file = mdx[index % mdx.length];
    const copy = Math.floor(index / mdx.length);
    const slug = basename(file, '.mdx').replace(/^\d+-/, '');
    const own = `${slug}-${copy}`;
    const text = readFileSync(join(folder, 'lessons', file), 'utf8')
      .replace(/^title: (.*)$/m, (_, title) => `title: ${title} ${copy}`)
      .replace(/^formerly: .*\n/m, '')
      .replace(
        /^needs: \[(.*)\]$/m,
        (_, needs) => `needs: [${needs.replace(/[a-z0-9-]+/g, (need) => `${need}-${copy}`)}]`,
      );
    // A number has three digits at most, and need not be one of its own.
    const number = String((index + 1) % 1000).padStart(3, '0');
    await writeFile(join(folder, 'lessons', dirname(file), `${number}-${own}.mdx`), text);
    for (const [kind, ending] of [
      ['checks', 'yaml'],
      ['teaching', 'mdx'],
    ]) {
      const at = (name) => join(folder, kind, 'en', `${name}.${ending}`);
      if (existsSync(at(slug))) await cp(at(slug), at(own));
    }
  }
}

/** Bytes and number of what a build wrote, without the compressed copies. */
async function sizeOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  let bytes = 0;
  for (const file of files) bytes += (await stat(file)).size;
  return { pages: files.filter((file) => file.endsWith('.html')).length, bytes };
}

/** How long Chromium takes to open each list, in ms, and how much HTML that is. */
async function openLists(executablePath) {
  const { chromium } = await import('@playwright/test');
  const { createStaticServer, listen, normaliseBase } = await import('./static-server.mjs');
  const base = normaliseBase(process.env.BASE_PATH);
  const server = createStaticServer(dist, base);
  const port = await listen(server, 0);
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  const rows = {};
  for (const path of lists) {
    const page = await browser.newPage();
    const began = performance.now();
    await page.goto(`http://localhost:${port}${base}/${path}`, { timeout: 0 });
    await page.locator('h1').waitFor({ timeout: 0 });
    const { size } = await stat(join(dist, path, 'index.html'));
    rows[`/${path}`] = {
      'HTML KiB': Math.round(size / 1024),
      'open after ms': Math.round(performance.now() - began),
    };
    await page.close();
  }
  await browser.close();
  server.close();
  return rows;
}

/** Builds a course of one size. @returns one row a program of the build, and the whole */
async function measure(lessons, browser) {
  const folder = await mkdtemp(join(tmpdir(), 'unwatched-scale-'));
  const usage = join(folder, 'usage.jsonl');
  const content = join(folder, 'content');
  mkdirSync(content);
  // What Astro remembers of the course before would be looked for in a folder that is gone.
  for (const kept of ['.astro', 'node_modules/.astro']) {
    rmSync(join(root, kept), { recursive: true, force: true });
  }
  try {
    await makeContent(content, lessons);
    const preload = pathToFileURL(join(root, 'scripts', 'report-usage.mjs')).href;
    const built = await run(projectNode(), ['scripts/build.mjs'], {
      UNWATCHED_CONTENT: content,
      USAGE_FILE: usage,
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${preload}`.trim(),
    });
    if (!built) throw new Error(`The course of ${lessons} lessons could not be built.`);
    const lines = (await readFile(usage, 'utf8')).trim().split('\n');
    const stages = lines.map((line) => JSON.parse(line));
    return { lessons, stages, ...(await sizeOf(dist)), lists: await openLists(browser) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const oneDecimal = (number) => Number(number.toFixed(1));

function printBuild({ lessons, stages, lists: opened }) {
  console.log(`\n${lessons} lessons`);
  console.table(
    Object.fromEntries(
      stages.map(({ program, wall, cpu, peak }) => [
        program,
        { 'CPU s': oneDecimal(cpu), 'wall s': oneDecimal(wall), 'peak MiB': Math.round(peak) },
      ]),
    ),
  );
  console.table(opened);
}

/**
 * Prints a table of the builds, and what each lesson more costs.
 * @param {{ browser: string }} options path of a browser
 */
export async function benchScale({ browser }) {
  const sizes = (process.env.LESSONS ?? '18,180,1800').split(',').map(Number);
  const kept = join(root, 'node_modules', '.unwatched-dist');
  rmSync(kept, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, kept);
  const [{ model }] = cpus();
  console.log(`${cpus().length} × ${model}, Node ${process.version}`);
  const results = [];
  try {
    for (const lessons of sizes) {
      const result = await measure(lessons, browser);
      results.push(result);
      // At once, because the next size may take ten times as long.
      printBuild(result);
    }
  } finally {
    rmSync(dist, { recursive: true, force: true });
    if (existsSync(kept)) renameSync(kept, dist);
  }
  console.table(
    results.map(({ lessons, stages, pages, bytes }) => {
      // The build itself only waits for its stages.
      const cpu = stages.reduce((sum, stage) => sum + stage.cpu, 0);
      return {
        lessons,
        pages,
        MiB: oneDecimal(bytes / 2 ** 20),
        'CPU s': oneDecimal(cpu),
        'CPU s a lesson': Number((cpu / lessons).toFixed(2)),
        'peak MiB': Math.round(Math.max(...stages.map(({ peak }) => peak))),
      };
    }),
  );
}
