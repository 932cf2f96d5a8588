import type { Page } from '@playwright/test';
import { readToTheEnd } from '../support/read-to-the-end.ts';
import { lessonPages } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

/** Most that a page may send by the time its reader has reached the end, in KiB on the wire. */
const budget = { total: 120, script: 45, font: 50, requests: 18 };

interface Transfer {
  /** In the words of the DevTools protocol: `Document`, `Script`, `Font` … */
  type: string;
  /** On the wire, headers and all; nothing until the response has arrived in full. */
  bytes?: number;
}

/** Notes whatever the page loads from now on, by the identity of the request. */
async function watchTransfers(page: Page): Promise<Map<string, Transfer>> {
  const session = await page.context().newCDPSession(page);
  const transfers = new Map<string, Transfer>();
  session.on('Network.requestWillBeSent', ({ requestId, type }) => {
    transfers.set(requestId, { type: type ?? 'Other' });
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

// One after another in one worker, so that its measurements make a table.
test.describe.configure({ mode: 'default' });
const rows = ['   total  script    font  requests (sizes in KiB)'];
test.afterAll(() => {
  process.stdout.write(`\n${rows.join('\n')}\n`);
});

for (const path of ['', ...lessonPages()]) {
  test(`/${path} stays within its budget`, async ({ page }) => {
    const watched = await watchTransfers(page);
    await page.goto(path, { waitUntil: 'networkidle' });
    await readToTheEnd(page);
    const transfers = () => [...watched.values()];
    await expect.poll(() => transfers().filter(({ bytes }) => bytes === undefined)).toEqual([]);

    const total = kib(transfers());
    const script = kib(transfers(), 'Script');
    const font = kib(transfers(), 'Font');
    const columns = [total, script, font].map((size) => size.toFixed(1).padStart(8));
    rows.push([...columns, String(transfers().length).padStart(8), `  /${path}`].join(''));

    expect.soft(total, 'KiB in all').toBeLessThanOrEqual(budget.total);
    expect.soft(script, 'KiB of script').toBeLessThanOrEqual(budget.script);
    expect.soft(font, 'KiB of fonts').toBeLessThanOrEqual(budget.font);
    expect.soft(transfers().length, 'requests').toBeLessThanOrEqual(budget.requests);
  });
}
