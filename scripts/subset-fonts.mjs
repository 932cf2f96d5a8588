// Cuts the two typefaces down to the characters that the site uses, so that both together stay
// under the budget of 50 KiB. Runs before every build and before the development server.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const target = 'src/styles/fonts';
const faces = [
  [
    '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    'serif.woff2',
  ],
  ['@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2', 'sans.woff2'],
];
// Kerning, ligatures, accents, and figures of one width. Small capitals, fractions and the like would
// bring glyphs that no style asks for.
const features = ['kern', 'liga', 'ccmp', 'lnum', 'tnum'];
const textFiles = new Set(['.mdx', '.yaml', '.astro', '.svelte', '.ts', '.bib', '.csv']);

const content = process.env.UNWATCHED_CONTENT || 'content';
// The models hold formulas in their comments and no words for a page; the symbols that the cards of the lab
// name are few on few pages, and come in the reader's own faces.
const leftOut = [join('src', 'models'), join(content, 'lab')];

async function* filesBelow(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !leftOut.includes(path)) yield* filesBelow(path);
    else if (entry.isFile() && textFiles.has(extname(entry.name))) yield path;
  }
}

// Printable ASCII always; beyond it only what stands in our own text.
const characters = new Set(
  Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)),
);
for (const folder of [content, 'src']) {
  for await (const path of filesBelow(folder)) {
    for (const character of await readFile(path, 'utf8')) characters.add(character);
  }
}
const text = [...characters].sort().join('');

await mkdir(target, { recursive: true });
for (const [source, name] of faces) {
  const font = await readFile(require.resolve(source));
  const subset = await subsetFont(font, text, {
    targetFormat: 'woff2',
    keepFeatures: features,
    variationAxes: { wght: { min: 400, max: 700 } },
  });
  await writeFile(join(target, name), subset);
  console.log(`${name}: ${(subset.length / 1024).toFixed(1)} KiB, ${characters.size} characters`);
}
