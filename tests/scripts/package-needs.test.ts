import { expect, test } from 'vitest';
import { packageNeeds } from '../../scripts/package-needs.mjs';

const texts = (base: string) =>
  new Map([
    [
      'lessons/one/index.html',
      `<style>@font-face{src:url(${base}_astro/serif.woff2)}</style><link href="${base}icon.svg">` +
        `<astro-island component-url="${base}_astro/One.js" props="{&quot;at&quot;:[0,&quot;${base}figures/x.json&quot;]}">` +
        `<a href="${base}evidence.csv">CSV</a><a href="${base}lessons/two/">Two</a>`,
    ],
    ['lessons/two/index.html', '<p>No figure</p>'],
    ['search/index.html', `<script src="${base}_astro/One.js"></script>`],
    ['_astro/One.js', 'import{a}from"./frame.js";const l=()=>import(`./live.js`)'],
    ['_astro/live.js', `const w="${base}_astro/one.worker.js"`],
    ['_astro/frame.js', 'export const a="frame.js"'],
  ]);
const paths = [
  '_astro/serif.woff2',
  '_astro/serif.woff2.br',
  '_astro/one.worker.js',
  'evidence.csv',
];

test.each(['/', '/unwatched/'])('what pages and scripts come to ask for under %s', (base) => {
  const files = texts(base);
  const all = [...paths, ...files.keys(), 'icon.svg', 'figures/x.json'];
  expect(packageNeeds(files, all, base)).toEqual({
    'lessons/one/index.html': ['_astro/One.js', '_astro/serif.woff2', 'figures/x.json', 'icon.svg'],
    'lessons/two/index.html': [],
    '_astro/One.js': ['_astro/frame.js', '_astro/live.js'],
    '_astro/live.js': ['_astro/one.worker.js'],
  });
});
