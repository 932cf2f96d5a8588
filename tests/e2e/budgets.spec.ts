import type { Page } from '@playwright/test';
import { filesOf, pageHtml, sentKib } from '../support/page-weight.ts';
import { readToTheEnd } from '../support/read-to-the-end.ts';
import { lessonPages } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

/** Most that a page may send before its reader does anything, in KiB on the wire. */
const budget = { total: 120, script: 45, font: 50, requests: 18 };
/** Most that keeping what a reader does may add, once there is something to keep: the end was reached. */
const forKeeping = { total: 12, script: 12, font: 0, requests: 3 };
/** Most that it may send by the time its reader has reached the end, for each figure after the first. */
const forFurtherFigure = { total: 20, script: 15, font: 0, requests: 6 };

/** Most that the page may move under its reader, as the sum of the browser's layout shifts. */
const mostShift = 0.005;

interface Transfer {
  /** Below the site's root. */
  path: string;
  /** In the words of the DevTools protocol: `Document`, `Script`, `Font` … */
  type: string;
  /** On the wire, headers and all; nothing until the response has arrived in full. */
  bytes?: number;
}

/** Notes whatever the page loads from now on, by the identity of the request. */
async function watchTransfers(page: Page, root: string): Promise<Map<string, Transfer>> {
  const session = await page.context().newCDPSession(page);
  const transfers = new Map<string, Transfer>();
  session.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    transfers.set(requestId, { path: request.url.replace(root, ''), type: type ?? 'Other' });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = transfers.get(requestId);
    if (transfer) transfer.bytes = encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  return transfers;
}

function kib(transfers: Transfer[], type?: string): number {
  const counted = transfers.filter((transfer) => type === undefined || transfer.type === type);
  return counted.reduce((sum, { bytes = 0 }) => sum + bytes, 0) / 1024;
}

/** Adds up from now on by how much what stands on the page moves of itself. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts: PerformanceEntry[] = [];
    const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, { shifts: () => [...shifts, ...observer.takeRecords()] });
  });
  return () =>
    page.evaluate(() => {
      const { shifts } = window as unknown as { shifts: () => { value: number }[] };
      return shifts().reduce((sum, { value }) => sum + value, 0);
    });
}

type Sums = typeof budget;

function sumUp(transfers: Transfer[]): Sums {
  return {
    total: kib(transfers),
    script: kib(transfers, 'Script'),
    font: kib(transfers, 'Font'),
    requests: transfers.length,
  };
}

// One after another in one worker, so that its measurements make a table.
test.describe.configure({ mode: 'default' });
const rows = [
  '   total  script    font  requests   shift (KiB; at first, and by the end of the page)',
];
test.afterAll(() => {
  process.stdout.write(`\n${rows.join('\n')}\n`);
});

for (const path of ['', 'perspectives/', ...lessonPages()]) {
  test(`/${path} stays within its budget`, async ({ page, baseURL }) => {
    const watched = await watchTransfers(page, baseURL!);
    const shifted = await watchShifts(page);
    const sums = async (when: string, allowance: Sums) => {
      const transfers = () => [...watched.values()];
      await expect.poll(() => transfers().filter(({ bytes }) => bytes === undefined)).toEqual([]);
      const sent = sumUp(transfers());
      const shift = await shifted();
      const sizes = [sent.total, sent.script, sent.font].map((size) => size.toFixed(1).padStart(8));
      const others = [String(sent.requests), shift.toFixed(4)].map((cell) => cell.padStart(9));
      rows.push([...sizes, ...others, `  /${path} ${when}`].join(''));
      expect.soft(shift, `layout shift ${when}`).toBeLessThanOrEqual(mostShift);
      for (const [what, most] of Object.entries(allowance)) {
        expect.soft(sent[what as keyof Sums], `${what} ${when}`).toBeLessThanOrEqual(most);
      }
    };

    await page.goto(path, { waitUntil: 'networkidle' });
    await sums('at first', budget);

    await readToTheEnd(page);
    const further = Math.max(0, (await page.locator('figure[data-figure]').count()) - 1);
    const added = Object.entries(forFurtherFigure).map(([what, most]): [string, number] => [
      what,
      budget[what as keyof Sums] + forKeeping[what as keyof Sums] + further * most,
    ]);
    await sums('by its end', Object.fromEntries(added) as Sums);

    // The table of all pages (tests/site) follows names in files. Here is what it foretells of this page:
    // each file is asked for, and is as large on the wire as it says, but for the headers.
    const arrived = new Map([...watched.values()].map(({ path, bytes = 0 }) => [path, bytes]));
    // The icon is for a tab, and a browser without windows has none.
    const foretold = [...filesOf(pageHtml(path))].filter((file) => file !== 'icon.svg');
    expect.soft(foretold.filter((file) => !arrived.has(file))).toEqual([]);
    for (const file of foretold) {
      const headers = arrived.get(file)! / 1024 - sentKib(file);
      expect.soft(headers, `headers of ${file}, KiB`).toBeGreaterThan(0);
      expect.soft(headers, `headers of ${file}, KiB`).toBeLessThan(1);
    }
  });
}
