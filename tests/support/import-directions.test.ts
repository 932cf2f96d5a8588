import { expect, test } from 'vitest';
import { importsOf } from './import-directions.ts';

const specifiers = (path: string, text: string) =>
  importsOf(path, text).map(({ specifier, line }) => `${line} ${specifier}`);

test.each([
  ['a plain import', "import './y.ts';"],
  ['an import of names', "import { y } from './y.ts';"],
  ['a re-export', "export * from './y.ts';"],
  ['a late import', "const y = await import('./y.ts');"],
  ['a type taken in passing', "let y: import('./y.ts').Y;"],
  ['a worker', "new Worker(new URL('./y.ts', import.meta.url));"],
])('sees %s', (_name, text) => {
  expect(specifiers('x.ts', text)).toEqual(['1 ./y.ts']);
});

test.each([
  ['in a frontmatter', 'X.astro', "---\nimport y from './y.ts';\n---\n<p></p>", 2],
  ['in a page script', 'X.astro', "---\n---\n<p></p>\n<script>\n  import './y.ts';\n</script>", 5],
  ['in a component', 'X.svelte', '<p></p>\n<script lang="ts">\n  import \'./y.ts\';\n</script>', 3],
  [
    'in its second script',
    'X.svelte',
    "<script module></script>\n<script>import './y.ts';</script>",
    2,
  ],
])('sees an import %s, on its line', (_name, path, text, line) => {
  expect(specifiers(path, text)).toEqual([`${line} ./y.ts`]);
});

test('sees none in comments, strings and the words of a page', () => {
  expect(specifiers('x.ts', "// import './y.ts';\nconst s = \"import './y.ts'\";")).toEqual([]);
  expect(specifiers('x.mjs', "/** @type {import('./y.ts').Y} */\nlet y;")).toEqual([]);
  expect(specifiers('X.astro', "---\n---\n<p>import './y.ts'</p>")).toEqual([]);
});

test.each([
  ["import type { Y } from './y.ts';", true],
  ["import { type Y } from './y.ts';", true],
  ["export type { Y } from './y.ts';", true],
  ["import { y, type Y } from './y.ts';", false],
  ["import y, { type Y } from './y.ts';", false],
  ["import './y.ts';", false],
])('%s takes types only: %s', (text, typesOnly) => {
  expect(importsOf('x.ts', text)).toEqual([{ line: 1, specifier: './y.ts', typesOnly }]);
});
