// node hosting/check.mjs https://guide.example.org/course/
// Asks a host for some of the site's files and says where its answers differ from what the site hopes for.
import { headersFor } from '../scripts/security-headers.mjs';

const [address] = process.argv.slice(2);
if (!address || !URL.canParse(address)) {
  console.error('Say where the site is: node hosting/check.mjs https://guide.example.org/');
  process.exit(1);
}
const home = new URL(address.endsWith('/') ? address : `${address}/`);
let faults = 0;

/** @param {string} path relative to the site's root @param {Record<string, string>} [headers] */
const ask = (path, headers) => fetch(new URL(path, home), { headers, redirect: 'manual' });

/** Prints one line: a mark, what was asked for, and what came where it should have been otherwise. */
function say(path, what, found, wanted, fits = found === wanted) {
  if (!fits) faults += 1;
  console.log(`${fits ? '✓' : '✗'} /${path}  ${what}${fits ? '' : `: ${found}, not ${wanted}`}`);
}

const page = await (await ask('lessons/two-faces/')).text();
const script = /_astro\/[\w.-]+\.js/.exec(page)?.[0] ?? '_astro/none.js';
const font = /_astro\/[\w.-]+\.woff2/.exec(page)?.[0] ?? '_astro/none.woff2';

/** Content types by path; nothing where any will do. */
const files = {
  '': 'text/html',
  'lessons/two-faces/': 'text/html',
  'progress/': 'text/html',
  [script]: /^(text|application)\/javascript/,
  [font]: 'font/woff2',
  'icon.svg': 'image/svg+xml',
  'manifest.webmanifest': 'application/manifest+json',
  'sources.json': 'application/json',
  'sources.bib': /bibtex|text\/plain/,
  'evidence.csv': 'text/csv',
  'pagefind/pagefind.js': /^(text|application)\/javascript/,
  'pagefind/pagefind-entry.json': 'application/json',
  'service-worker.js': /^(text|application)\/javascript/,
  'no/such/page/': 'text/html',
};

for (const [path, type] of Object.entries(files)) {
  const missing = path.startsWith('no/');
  const response = await ask(path, { 'Accept-Encoding': 'br, gzip' });
  say(path, 'status', response.status, missing ? 404 : 200);
  const found = response.headers.get('Content-Type') ?? 'nothing';
  const fits = typeof type === 'string' ? found.startsWith(type) : type.test(found);
  say(path, 'type', found, type, fits);
  const expected = Object.entries(headersFor(missing ? '/404.html' : `/${path}`));
  for (const [name, value] of expected) {
    say(path, name, response.headers.get(name) ?? 'nothing', value);
  }
  const body = await response.text();
  if (missing) say(path, 'the site’s own page', body.includes('<h1'), true);
  if (path === script || path === '') {
    const encoding = response.headers.get('Content-Encoding');
    say(path, 'Brotli', encoding ?? 'nothing', 'br');
    const gzip = await ask(path, { 'Accept-Encoding': 'gzip' });
    say(path, 'gzip', gzip.headers.get('Content-Encoding') ?? 'nothing', 'gzip');
    const plain = await ask(path, { 'Accept-Encoding': 'identity' });
    say(path, 'no compression', plain.headers.get('Content-Encoding') ?? 'nothing', 'nothing');
    say(path, 'the same text in each', (await gzip.text()) === body, true);
    say(path, 'the same text plain', (await plain.text()) === body, true);
    const tag = response.headers.get('ETag') ?? '';
    const again = await ask(path, { 'Accept-Encoding': 'br, gzip', 'If-None-Match': tag });
    say(path, 'unchanged', again.status, 304);
  }
}

const bare = await ask('lessons');
say('lessons', 'leads to its slash', [301, 302, 307, 308].includes(bare.status), true);
const to = new URL(bare.headers.get('Location') ?? '', new URL('lessons', home)).href;
say('lessons', 'to the same host', to, new URL('lessons/', home).href);

console.log(faults === 0 ? '\nAll as hoped.' : `\n${faults} of these are not as hoped.`);
process.exitCode = faults === 0 ? 0 : 1;
