// The response headers of the site, in one table. The local server sends them, the build writes them to
// dist/_headers for hosts that read that file, and tests hold the examples in hosting/ against them. What
// a page may load is in the policy in its own <meta>; who may frame it can be said by a header only.
import { embeddedRooms, framedRooms } from '../src/lib/framed-rooms.mjs';

/** For every answer. No header stands here and in a kind of path: hosts join such values with a comma. */
export const everywhere = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const ownUse = { 'Cross-Origin-Resource-Policy': 'same-origin' };

/**
 * What differs from path to path. A path is `closed` unless its folder is in one of the lists below, so a new
 * page refuses frames until somebody decides otherwise.
 * @type {Record<string, Record<string, string>>}
 */
export const kinds = {
  closed: {
    ...ownUse,
    'Content-Security-Policy': "frame-ancestors 'none'",
    'X-Frame-Options': 'DENY',
  },
  // Course systems and teachers' own pages show these in frames.
  framed: ownUse,
  // A page elsewhere may show what is here, and its script may read it.
  embedded: {
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  },
  // The name of every file here holds a hash of its contents.
  hashed: { ...ownUse, 'Cache-Control': 'public, max-age=31536000, immutable' },
};

/** First folders of addresses by kind. @type {Record<string, string[]>} */
export const folders = { framed: framedRooms, embedded: embeddedRooms, hashed: ['_astro'] };

/** Means something over HTTPS only, and so is for hosts, not for the local server. */
export const strictTransport = { 'Strict-Transport-Security': 'max-age=31536000' };

/** What hosts send by themselves where no rule says otherwise. */
export const alwaysAskAgain = { 'Cache-Control': 'public, max-age=0, must-revalidate' };

/** @param {string} path decoded path from the site's own root, starting with a slash */
function kindOf(path) {
  const [, folder = '', ...rest] = path.split('/');
  const found = Object.keys(folders).find((kind) => folders[kind]?.includes(folder));
  return rest.length > 0 && found ? found : 'closed';
}

/**
 * The headers with which the local server answers.
 * @param {string} path decoded path from the site's own root, starting with a slash
 * @returns {Record<string, string>}
 */
export function headersFor(path) {
  return { ...alwaysAskAgain, ...everywhere, ...kinds[kindOf(path)] };
}

/** What Cloudflare takes; Netlify names no limits. */
const most = { rules: 100, line: 2000 };

/**
 * The same table in the `_headers` format of Netlify and Cloudflare Pages. These hosts know no exceptions
 * from a rule, so the file names whatever stands at the site's root.
 * @param {{ name: string, folder: boolean }[]} entries what the root of the built site holds
 * @param {string} [base] path under which the site is published, without a slash at its end
 * @returns {string} contents of the file
 * @throws where a host would ignore part of it
 */
export function headersFile(entries, base = '') {
  const paths = entries.map(({ name, folder }) => (folder ? `/${name}/` : `/${name}`)).sort();
  const rules = [
    ['/*', { ...strictTransport, ...everywhere }],
    ...['/', ...paths].map((path) => [
      path.length > 1 && path.endsWith('/') ? `${path}*` : path,
      kinds[kindOf(path)],
    ]),
  ];
  const written = rules.map(([path, headers]) => `${base}${path}\n${lines(headers, '  ', ': ')}`);
  const long = written
    .join('\n')
    .split('\n')
    .find((line) => line.length > most.line);
  if (written.length > most.rules || long) {
    throw new Error(
      `_headers would have ${written.length} rules; hosts take ${most.rules}, of ${most.line} characters a line.`,
    );
  }
  return written.join('\n');
}

/** @param {Record<string, string>} headers */
const lines = (headers, before, between, after = '\n') =>
  Object.entries(headers)
    .map(([name, value]) => `${before}${name}${between}${value}${after}`)
    .join('');

/** Every header that depends on the path, with its value for each kind; no value where a kind lacks it. */
const dependent = () =>
  [...new Set(Object.values(kinds).flatMap(Object.keys))].map((name) => ({
    name,
    values: Object.fromEntries(
      Object.keys(kinds).map((kind) => [
        kind,
        kinds[kind]?.[name] ?? (name === 'Cache-Control' ? alwaysAskAgain[name] : ''),
      ]),
    ),
  }));

const generated = '# Written from scripts/security-headers.mjs by its test.\n';

/**
 * hosting/nginx-maps.conf: variables for the headers that depend on the path, in nginx's words. nginx sends no
 * header whose value is empty.
 */
export function nginxMaps() {
  const maps = dependent().map(({ name, values }) => {
    const { closed, ...others } = values;
    const exceptions = Object.entries(others)
      .filter(([, value]) => value !== closed)
      .map(([kind, value]) => `    ~^/(?:${folders[kind]?.join('|')})/ "${value}";\n`);
    return `map $unwatched_path $unwatched_${variable(name)} {\n    default "${closed}";\n${exceptions.join('')}}\n`;
  });
  const [name, value] = Object.entries(strictTransport)[0] ?? [];
  const secure = `map $https $unwatched_${variable(name)} {\n    default "";\n    on "${value}";\n}\n`;
  return `${generated}\n${[...maps, secure].join('\n')}`;
}

/** hosting/nginx-headers.conf: the headers themselves, for a `server` of nginx. */
export function nginxHeaders() {
  const fixed = Object.entries(everywhere).map(([name, value]) => [name, `"${value}"`]);
  const names = [...dependent().map(({ name }) => name), ...Object.keys(strictTransport)];
  const varied = names.map((name) => [name, `$unwatched_${variable(name)}`]);
  const written = [...fixed, ...varied].map(
    ([name, value]) => `add_header ${name} ${value} always;\n`,
  );
  return `${generated}${written.join('')}`;
}

/** hosting/headers.caddy: the table in the words of a Caddyfile. */
export function caddyHeaders() {
  const block = (matcher, headers) =>
    `header ${matcher}{\n${Object.entries(headers)
      .map(([name, value]) => `\t${name} "${value}"\n`)
      .join('')}}\n`;
  const matchers = Object.entries(folders).map(
    ([kind, names]) => `@${kind} path ${names.map((name) => `/${name}/*`).join(' ')}\n`,
  );
  const named = Object.values(folders).flat();
  const closed = `@closed not path ${named.map((name) => `/${name}/*`).join(' ')}\n`;
  const asking = '@asking not path /_astro/*\n';
  return [
    generated,
    ...matchers,
    closed,
    asking,
    '@secure protocol https\n\n',
    block('', everywhere),
    block('@secure ', strictTransport),
    block('@asking ', alwaysAskAgain),
    ...Object.entries(kinds).map(([kind, headers]) => block(`@${kind} `, headers)),
  ].join('');
}

/** @param {string} name of a header */
const variable = (name = '') => name.toLowerCase().replaceAll('-', '_');
