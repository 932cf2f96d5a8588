// `npm run bench -- pages`: Lighthouse on the built site, in its mobile setting.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserFlags } from './browser.mjs';
import { builtBase } from './built-base.mjs';
import { packageScript, projectNode, root } from './project.mjs';
import { medianOf } from './quantile.mjs';

/** @param {any} report of one run @returns {Record<string, number>} a row of the table */
function readRow({ categories, audits }) {
  const score = (name) => Math.round(categories[name].score * 100);
  const bytes = (test) =>
    audits['network-requests'].details.items
      .filter(test)
      .reduce((sum, { transferSize }) => sum + transferSize, 0);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best practices': score('best-practices'),
    SEO: score('seo'),
    'LCP ms': Math.round(audits['largest-contentful-paint'].numericValue),
    'TBT ms': Math.round(audits['total-blocking-time'].numericValue),
    CLS: Number(audits['cumulative-layout-shift'].numericValue.toFixed(4)),
    KiB: Math.round(bytes(() => true) / 1024),
    'JS KiB': Math.round(bytes(({ resourceType }) => resourceType === 'Script') / 1024),
  };
}

/** One run. Lighthouse loses sight of a page now and then, and is then asked again. */
async function runLighthouse(address, browser, file, attempts = 3) {
  const args = ['--output=json', `--output-path=${file}`, '--quiet'];
  const child = spawn(
    projectNode(),
    [packageScript('lighthouse'), address, ...args, `--chrome-flags=${browserFlags.join(' ')}`],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, CHROME_PATH: browser } },
  );
  const [code] = await once(child, 'close');
  if (code === 0) return readRow(JSON.parse(await readFile(file, 'utf8')));
  if (attempts === 1) throw new Error(`Lighthouse failed on ${address}`);
  return runLighthouse(address, browser, file, attempts - 1);
}

/**
 * Prints a table of the pages, each with the medians of its runs.
 * @param {{ browser: string, runs: number, paths: string[] }} options path of a browser, runs of each
 *   page, and pages as paths from the site's root; the home page where none is named
 */
export async function benchPages({ browser, runs, paths }) {
  const { createStaticServer, listen } = await import('./static-server.mjs');
  const base = builtBase();
  const server = createStaticServer(join(root, 'dist'), base);
  const port = await listen(server, 0);
  const folder = await mkdtemp(join(tmpdir(), 'unwatched-'));
  /** @type {Record<string, Record<string, number>>} */
  const table = {};
  for (const path of paths.length > 0 ? paths : ['/']) {
    /** @type {Record<string, number>[]} */
    const rows = [];
    for (let index = 0; index < runs; index += 1) {
      const address = `http://localhost:${port}${base}${path}`;
      rows.push(await runLighthouse(address, browser, join(folder, 'report.json')));
      console.log(`${path} ${index + 1} of ${runs}: performance ${rows[index].performance}`);
    }
    const columns = Object.keys(rows[0]);
    table[path] = Object.fromEntries(
      columns.map((column) => [column, medianOf(rows.map((row) => row[column]))]),
    );
  }
  await rm(folder, { recursive: true, force: true });
  server.close();
  console.table(table);
}
