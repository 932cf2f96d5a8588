import { expect, test } from 'vitest';
import { scopesOf, withoutStrangers } from '../../src/lib/page-styles-hook.mjs';

test('a page keeps the styles of what stands on it and of what its scripts may bring', () => {
  const scripts = new Map([
    [
      'Figure.a1.js',
      'import "./shared.b2.js"; x("svelte-figure"); const later = "_astro/live.c3.js"',
    ],
    ['shared.b2.js', 'y("svelte-shared")'],
    ['live.c3.js', 'z("svelte-live"); import "./Figure.a1.js"'],
    ['Other.d4.js', 'w("svelte-other")'],
  ]);
  const html =
    '<p data-astro-cid-page>…</p><astro-island component-url="/base/_astro/Figure.a1.js">';
  expect([...scopesOf(html, scripts)].sort()).toEqual([
    'astro-cid-page',
    'svelte-figure',
    'svelte-live',
    'svelte-shared',
  ]);
});

test('rules of strangers go, with the brackets around them; all others stay as they are', () => {
  const css =
    'p{color:red}.a.svelte-x,.b.svelte-y{margin:0}@media print{.c.svelte-y{top:0}}' +
    '@container (width<9em){.d.svelte-y{top:0}.e.svelte-x:not(.f){top:1px}}[data-astro-cid-z] h1{top:2px}';
  expect(withoutStrangers(css, new Set(['svelte-x']))).toBe(
    'p{color:red}.a.svelte-x{margin:0}@container (width<9em){.e.svelte-x:not(.f){top:1px}}',
  );
});
