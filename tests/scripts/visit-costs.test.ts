import { expect, test } from 'vitest';
import { headersFor } from '../../scripts/security-headers.mjs';
import { filesOfVisit, visitCosts } from '../../scripts/visit-costs.mjs';

const texts = new Map([
  ['index.html', '<script src="/course/_astro/base.a1.js"></script>'],
  [
    'lessons/one/index.html',
    '<script src="/course/_astro/base.a1.js"></script><i u="/course/_astro/Figure.b2.js">' +
      'url(/course/_astro/sans.c3.woff2) <a href="/course/sources.bib">and Other.f6.js</a>',
  ],
  ['_astro/Figure.b2.js', 'import("./live.d4.js"); fetch("/course/figures/cells.e5.json")'],
  ['_astro/live.d4.js', 'import "./Figure.b2.js"'],
]);
const names = ['base.a1.js', 'Figure.b2.js', 'sans.c3.woff2', 'live.d4.js', 'unused.g7.js'];
const paths = new Set([
  ...texts.keys(),
  ...names.map((name) => `_astro/${name}`),
  ...['icon.svg', 'sources.bib', 'figures/cells.e5.json'],
]);
const [home, lesson] = ['index.html', 'lessons/one/index.html'].map((page) =>
  filesOfVisit(page, texts, paths),
) as [Set<string>, Set<string>];

test('a visit takes in what a page names and what that loads in turn, and no page it leads to', () => {
  expect([...home].sort()).toEqual(['_astro/base.a1.js', 'icon.svg', 'index.html']);
  expect([...lesson].sort()).toEqual([
    ...['_astro/Figure.b2.js', '_astro/base.a1.js', '_astro/live.d4.js', '_astro/sans.c3.woff2'],
    ...['figures/cells.e5.json', 'icon.svg', 'lessons/one/index.html'],
  ]);
});

test('what is kept is sent once, and what is asked for again costs headers alone', () => {
  const size = { brotli: 10_000, gzip: 11_000, plain: 50_000 };
  const costs = visitCosts([home, lesson, lesson], () => size);
  const { homeFirst, homeAgain, lessonFirst, lessonNext, courseFirst, courseAgain } = costs;
  expect(homeFirst!.answers).toBe(3);
  expect(homeFirst!.plain - homeFirst!.brotli).toBe(3 * 40_000);
  expect(homeFirst!.brotli).toBeGreaterThan(3 * 10_000 + homeAgain!.brotli);
  // The page and the icon; the script has its hash in its name.
  expect(homeAgain!.answers).toBe(2);
  expect(homeAgain!.brotli).toBe(homeAgain!.plain);
  const headers = Object.entries(headersFor('/icon.svg')).flat().join('').length;
  expect(homeAgain!.brotli).toBeGreaterThan(headers);
  expect(homeAgain!.brotli).toBeLessThan(2 * 1000);
  expect([lessonFirst!.answers, lessonNext!.answers]).toEqual([7, 5]);
  expect([courseFirst!.answers, courseAgain!.answers]).toEqual([8, 4]);
  expect(costs['courseUncached']!.answers).toBe(3 + 7 + 7);
});
