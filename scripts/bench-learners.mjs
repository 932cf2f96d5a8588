// `npm run bench -- learners`: how fast the learners train, each in a worker of its own in Chromium,
// as on a page, and in Node. Every run has a new worker, so that none profits from another.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { browserFlags } from './browser.mjs';
import { medianOf } from './quantile.mjs';
import { root } from './project.mjs';

/** @typedef {{ firstTraining: number, perSecond: number }} Measured */
/** @typedef {(name: string, version: 'ours' | 'straightforward') => Promise<Measured | undefined>} Place */

/** Bundles the learners as the site is bundled, and puts a worker and an empty page beside them. */
async function bundle(folder) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    publicDir: false,
    build: {
      lib: { entry: 'tests/bench/learners.ts', formats: ['es'], fileName: () => 'learners.mjs' },
      outDir: folder,
      emptyOutDir: false,
    },
  });
  const worker =
    "import { measure } from './learners.mjs';\n" +
    'onmessage = ({ data }) => postMessage(measure(...data));\n';
  await writeFile(join(folder, 'worker.mjs'), worker);
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Learners</title>');
}

/** @returns {Promise<{ place: Place, close: () => Promise<void> }>} */
async function openChromium(folder, executablePath) {
  const { chromium } = await import('@playwright/test');
  const { createStaticServer, listen } = await import('./static-server.mjs');
  const server = createStaticServer(folder);
  const port = await listen(server, 0);
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/`);
  const place = (...task) =>
    page.evaluate(
      (task) =>
        new Promise((resolve, reject) => {
          const worker = new Worker('/worker.mjs', { type: 'module' });
          worker.onmessage = ({ data }) => {
            worker.terminate();
            resolve(data);
          };
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.postMessage(task);
        }),
      task,
    );
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { place, close };
}

/** @returns {Place} */
function inNode(folder) {
  const address = pathToFileURL(join(folder, 'learners.mjs')).href;
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    import(${JSON.stringify(address)}).then(({ measure }) => {
      parentPort.postMessage(measure(...workerData));
    });`;
  return (...task) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(code, { eval: true, workerData: task });
      worker.once('message', resolve).once('error', reject);
    });
}

/** Measures one learner in one place; figures are medians of the runs. */
async function rowOf(name, place, runs) {
  const measured = { ours: [], straightforward: [] };
  for (let run = 0; run < runs; run += 1) {
    for (const version of Object.keys(measured)) {
      const found = await place(name, version);
      if (found) measured[version].push(found);
    }
  }
  const median = (version, figure) => medianOf(measured[version].map((found) => found[figure]));
  const perSecond = median('ours', 'perSecond');
  const plain = measured.straightforward.length > 0 && median('straightforward', 'perSecond');
  return {
    'a second': perSecond.toLocaleString('en', { maximumSignificantDigits: 3 }),
    'first training, ms': Number(median('ours', 'firstTraining').toFixed(1)),
    '× straightforward': plain ? Number((perSecond / plain).toFixed(1)) : '–',
  };
}

/**
 * Prints a table of every learner in both places.
 * @param {{ browser: string, runs: number }} options path of a browser, and runs of each measurement
 */
export async function benchLearners({ browser, runs }) {
  const folder = await mkdtemp(join(tmpdir(), 'unwatched-'));
  await bundle(folder);
  const { benches } = await import(pathToFileURL(join(folder, 'learners.mjs')).href);
  const chromium = await openChromium(folder, browser);
  const places = { 'Chromium worker': chromium.place, [`Node ${process.version}`]: inNode(folder) };
  const rows = [];
  for (const [learner, { unit }] of Object.entries(benches)) {
    for (const [where, place] of Object.entries(places)) {
      const row = await rowOf(learner, place, runs);
      rows.push({ learner, where, unit, ...row });
      console.log(`${learner}, ${where}: ${row['a second']} ${unit} a second`);
    }
  }
  await chromium.close();
  await rm(folder, { recursive: true, force: true });
  console.table(rows);
}
