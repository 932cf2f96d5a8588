// The response headers of the site, in one table: the local server sends them, and the build writes
// them to dist/_headers for hosts that read that file. What a page may load is in the policy in its
// own <meta>; who may frame it can be said by a header only.

const unframed = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
};

/**
 * Headers by the first part of the address, from the site's own root. No header stands in two
 * rules: hosts join the values of such headers with a comma.
 * @type {Record<string, Record<string, string>>}
 */
export const headerRules = {
  '/': {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  },
  // A course system shows lessons and assignments in a frame. These pages hold what one click could lose.
  '/progress/': unframed,
  '/teach/': unframed,
  // The name of every file in this folder holds a hash of its contents.
  '/_astro/': { 'Cache-Control': 'public, max-age=31536000, immutable' },
};

/** Means something over HTTPS only, and so is for hosts, not for the local server. */
const strictTransport = { 'Strict-Transport-Security': 'max-age=31536000' };

/** What hosts send by themselves where no rule says otherwise. */
const alwaysAskAgain = { 'Cache-Control': 'public, max-age=0, must-revalidate' };

/**
 * The headers with which the local server answers.
 * @param {string} path decoded path from the site's own root, starting with a slash
 * @returns {Record<string, string>}
 */
export function headersFor(path) {
  const rules = Object.entries(headerRules).filter(([under]) => path.startsWith(under));
  return Object.assign({ ...alwaysAskAgain }, ...rules.map(([, headers]) => headers));
}

/**
 * The same table in the `_headers` format of Netlify and Cloudflare Pages.
 * @param {string} [base] path under which the site is published, without a slash at its end
 * @returns {string} contents of the file
 */
export function headersFile(base = '') {
  const rules = { ...headerRules, '/': { ...strictTransport, ...headerRules['/'] } };
  return Object.entries(rules)
    .map(([under, headers]) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${base}${under}*\n${lines.join('')}`;
    })
    .join('\n');
}
