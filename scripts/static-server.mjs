// Serves the built site as a host would: precompressed, with the site's headers, and with its own
// page for an address that does not exist.
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersFor } from './security-headers.mjs';

/**
 * The path under which the site is published, as other scripts join it.
 * @param {string} [path] as in the settings: `/course`, `/course/`, `/` or nothing
 * @returns {string} starts with a slash and ends without one; empty for the root of a host
 */
export function normaliseBase(path = '') {
  const inner = path.replace(/^\/+|\/+$/g, '');
  return inner ? `/${inner}` : '';
}

/**
 * A server of a folder. It reads the list of files once, so a path can only name one of them.
 * @param {string} folder
 * @param {string} [base] see `normaliseBase`
 * @returns {import('node:http').Server} not yet listening
 */
export function createStaticServer(folder, base = '') {
  const sendHeaders = (response, path) => {
    for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
  };
  const files = sirv(folder, { etag: true, brotli: true, gzip: true, setHeaders: sendHeaders });

  const answerNotFound = (response) => {
    sendHeaders(response, '/404.html');
    response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
    createReadStream(join(folder, '404.html'))
      .on('error', () => response.end('Not found'))
      .pipe(response);
  };

  return createServer((request, response) => {
    const url = request.url ?? '/';
    if (url === base) return response.writeHead(308, { Location: `${base}/` }).end();
    if (!url.startsWith(`${base}/`)) return answerNotFound(response);
    request.url = url.slice(base.length);
    // sirv throws on a malformed range, and a page of text has no use for ranges.
    delete request.headers.range;
    files(request, response, () => answerNotFound(response));
  });
}

/**
 * Listens on this machine only, unless told otherwise.
 * @param {import('node:http').Server} server
 * @param {number} port the port wished for; the next free one is taken. 0 takes any
 * @param {string} [host]
 * @returns {Promise<number>} the port taken
 */
export async function listen(server, port, host = 'localhost') {
  for (let candidate = port; ; candidate += 1) {
    server.listen(candidate, host);
    try {
      await once(server, 'listening');
      return server.address().port;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || candidate > port + 100) throw error;
    }
  }
}
