import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  relocatePage,
  relocateScript,
  relocateStyle,
  type Surroundings,
} from '../../../src/teach/package/relocate.ts';

const included = new Set([
  'assignment/index.html',
  'lessons/one/index.html',
  '_astro/a.js',
  '_astro/b.worker.js',
  '_astro/serif.woff2',
  'figures/data.json',
  'icon.svg',
]);
const atRoot: Surroundings = {
  path: 'lessons/one/index.html',
  included,
  base: '/',
  address: 'https://site.example/',
};
const underBase = { ...atRoot, base: '/unwatched/', address: 'https://site.example/unwatched/' };
const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('a page of a package', () => {
  test.each([
    [
      'a page in the package',
      '<a href="/assignment/">x</a>',
      '<a href="../../assignment/index.html">x</a>',
    ],
    [
      'a place on a page',
      '<a href="/lessons/one/#two">x</a>',
      '<a href="../../lessons/one/index.html#two">x</a>',
    ],
    [
      'the home page',
      '<a href="/">x</a>',
      '<a href="https://site.example/" target="_blank" rel="noopener">x</a>',
    ],
    [
      'a page of the hosted site',
      '<a class="term" href="/glossary/#cue" title="A > B">x</a>',
      '<a class="term" href="https://site.example/glossary/#cue" title="A > B" target="_blank" rel="noopener">x</a>',
    ],
    [
      'another host',
      '<a href="https://doi.org/10.1/x">x</a>',
      '<a href="https://doi.org/10.1/x" target="_blank" rel="noopener">x</a>',
    ],
    ['a place on the same page', '<a href="#ref-a">x</a>', '<a href="#ref-a">x</a>'],
    [
      'a script',
      '<script type="module" src="/_astro/a.js"></script>',
      '<script type="module" src="../../_astro/a.js"></script>',
    ],
    [
      'a figure',
      '<astro-island component-url="/_astro/a.js" props="{&quot;from&quot;:[0,&quot;/figures/data.json&quot;],&quot;href&quot;:[0,&quot;/evidence/#G24-001&quot;],&quot;or&quot;:[0,&quot;/&quot;],&quot;row&quot;:[0,&quot;/from-CA&quot;]}">',
      '<astro-island component-url="../../_astro/a.js" props="{&quot;from&quot;:[0,&quot;../../figures/data.json&quot;],&quot;href&quot;:[0,&quot;https://site.example/evidence/#G24-001&quot;],&quot;or&quot;:[0,&quot;/&quot;],&quot;row&quot;:[0,&quot;/from-CA&quot;]}">',
    ],
    ['a text that begins with a slash', '<p title="/ or \\">/</p>', '<p title="/ or \\">/</p>'],
    [
      'the manifest',
      '<link rel="icon" href="/icon.svg"><link rel="manifest" href="/manifest.webmanifest">',
      '<link rel="icon" href="../../icon.svg">',
    ],
  ])('%s', async (_, html, expected) => {
    expect(await relocatePage(html, atRoot)).toBe(expected);
    const based = html.replace(/(href|src|url|&quot;)(="|:\[0,&quot;)\//g, '$1$2/unwatched/');
    const away = expected
      .replace('site.example/', 'site.example/unwatched/')
      .replaceAll('&quot;/', '&quot;/unwatched/');
    expect(await relocatePage(based, underBase)).toBe(away);
  });

  test('scripts learn where the hosted site is', async () => {
    expect(await relocatePage('<!DOCTYPE html><html lang="en"><p>x', atRoot)).toBe(
      '<!DOCTYPE html><html lang="en" data-site="https://site.example/"><p>x',
    );
  });

  test('what has no place in a frame is left out, with all that is in it', async () => {
    const html =
      '<nav title="a > b" class="ui outside-shell"><nav>x</nav><a href="/">y</a></nav><p class="ui">z</p>' +
      '<b class="outside-shell" hidden>w</b><i class="outside-shells">v</i>';
    expect(await relocatePage(html, atRoot)).toBe(
      '<p class="ui">z</p><i class="outside-shells">v</i>',
    );
    await expect(relocatePage('<p class="outside-shell">x', atRoot)).rejects.toThrow('not closed');
  });

  test('the text of a script stays; a style finds its fonts and its policy names it', async () => {
    const script = `<script>if (a<b) x('<a href="/lessons/one/">')</script>`;
    const before = '@font-face{src:url(/_astro/serif.woff2)}';
    const after = '@font-face{src:url(../../_astro/serif.woff2)}';
    const other = 'p{color:red}';
    const policy = (css: string) => `<meta content="style-src 'self' ${sha(css)} ${sha(other)}">`;
    const rest = (css: string) => `${script}<style>${css}</style><style>${other}</style>`;
    expect(await relocatePage(policy(before) + rest(before), atRoot)).toBe(
      policy(after) + rest(after),
    );
    await expect(relocatePage(policy(other) + rest(before), atRoot)).rejects.toThrow('policy');
  });
});

test('a script finds the files that it names from its own place', () => {
  const from = { ...atRoot, path: '_astro/a.js' };
  const script = 'const w="/_astro/b.worker.js",q=`/_astro/none.js`,r=a/b/c;import("./live.js")';
  expect(relocateScript(script, from)).toBe(
    'const w=new URL("../_astro/b.worker.js",import.meta.url).href,q=`/_astro/none.js`,r=a/b/c;import("./live.js")',
  );
});

test('a style sheet finds its files', () => {
  const css = 'a{b:url("/_astro/serif.woff2")}c{d:url(#hatch)}e{f:url(https://x.example/y)}';
  expect(relocateStyle(css, { ...atRoot, path: '_astro/a.css' })).toBe(
    'a{b:url("../_astro/serif.woff2")}c{d:url(#hatch)}e{f:url(https://x.example/y)}',
  );
});
