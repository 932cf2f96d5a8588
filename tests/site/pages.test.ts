import { afterAll, describe, expect, test } from 'vitest';
import { pageHtml, weigh, type PageWeight } from '../support/page-weight.ts';
import { sitePages } from '../support/site-pages.ts';

/** Most that a page may weigh by the time its reader has reached its end. New pages come under it unasked. */
const usual: PageWeight = { total: 120, script: 45, font: 50, requests: 18, elements: 3200 };
/** For each figure of a page after the first. */
const furtherFigure: PageWeight = { total: 20, script: 15, font: 0, requests: 6, elements: 1000 };

/** Pages with a budget of their own. The first that fits holds. */
const own: [pages: RegExp, budget: Partial<PageWeight>, why: string][] = [
  // Without the site's own faces.
  [/^embed\//, { total: 60, font: 0 }, 'stands in a page of somebody else, beside others'],
  [/^evidence\/$/, { total: 140, elements: 10_000 }, 'every published figure'],
  [/^lab\/[^/]+\/$/, { requests: 22 }, 'a figure with its card, and what compares and embeds it'],
  [
    /^(assignment|review)\/$/,
    { total: 135, script: 50, requests: 22, elements: 4600 },
    'all checks',
  ],
  [/^progress\/$/, { script: 52, requests: 22 }, 'all that is done with a record'],
  [/^teach\/receipts\/$/, { script: 55 }, 'tables, and the reading of files'],
];

function budgetOf(path: string, figures: number): PageWeight {
  const [, special] = own.find(([pages]) => pages.test(path)) ?? [];
  const budget = { ...usual, ...special };
  for (const what of measures) budget[what] += Math.max(0, figures - 1) * furtherFigure[what];
  return budget;
}

const measures = Object.keys(usual) as (keyof PageWeight)[];
const rows = [
  `${measures.map((what) => what.padStart(9)).join('')}  (KiB; by the end of the page)`,
];
afterAll(() => {
  process.stdout.write(`\n${rows.join('\n')}\n`);
});

describe.for(sitePages())('/%s', (path) => {
  const html = pageHtml(path);
  const tags = (name: string) => html.match(new RegExp(`<${name}\\s[^>]*>`, 'g')) ?? [];

  test('stays within its budget', () => {
    const weight = weigh(path);
    const cells = measures.map((what) =>
      weight[what].toFixed(Number.isInteger(weight[what]) ? 0 : 1),
    );
    rows.push(`${cells.map((cell) => cell.padStart(9)).join('')}  /${path}`);
    const budget = budgetOf(path, html.match(/<figure\s[^>]*data-figure/g)?.length ?? 0);
    for (const what of measures) expect.soft(weight[what], what).toBeLessThanOrEqual(budget[what]);
  });

  test('is put together as every page is', () => {
    expect(html).toMatch(/<title>[^<]*\S[^<]*<\/title>/);
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    // The policy drops a style attribute that came with the page, and hydration does not mend it.
    expect(html).not.toMatch(/<[a-z][^>]*\sstyle=/i);
    const loaded = ['script', 'img', 'iframe', 'source', 'video', 'audio'].flatMap(tags);
    const linked = tags('link').filter((tag) => !/\srel="canonical"/.test(tag));
    expect([...loaded, ...linked].filter((tag) => /="(?:https?:)?\/\//.test(tag))).toEqual([]);
    const preloaded = linked.filter(
      (tag) => /\srel="preload"/.test(tag) && /\sas="font"/.test(tag),
    );
    const faces = path.startsWith('embed/') ? [] : ['serif', 'sans'];
    expect(preloaded.map((tag) => /\/(\w+)\.[^/]*\.woff2"/.exec(tag)?.[1])).toEqual(faces);
    // What has no size when it comes pushes away what is being read.
    const sized = (tag: string) => /\swidth="/.test(tag) && /\sheight="/.test(tag);
    expect(tags('img').filter((tag) => !sized(tag))).toEqual([]);
  });
});
