import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { builtBase } from '../../scripts/built-base.mjs';
import { createStaticServer, listen } from '../../scripts/static-server.mjs';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const base = builtBase();

/** A server of the built site that a test can break, change and stop. */
export interface OwnSite {
  /** With a slash at its end. */
  url: string;
  /** Answers in place of the site where it returns true. The path is relative to the site's root. */
  instead: (path: string, ...rest: Parameters<RequestListener>) => boolean;
  /** The service worker's script, where it is to be another than the built one. */
  worker?: string;
  stop(): Promise<void>;
}

export async function startOwnSite(): Promise<OwnSite> {
  const whole = createStaticServer(dist, base);
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(base.length + 1).replace(/\?.*/, '');
    if (site.instead(path, request, response)) return;
    if (path === 'service-worker.js' && site.worker !== undefined) {
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' });
      response.end(site.worker);
    } else whole.emit('request', request, response);
  });
  const site: OwnSite = {
    url: '',
    instead: () => false,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  site.url = `http://localhost:${await listen(server, 0)}${base}/`;
  return site;
}

/** The worker's script as built. */
export const workerScript = () => readFileSync(`${dist}service-worker.js`, 'utf8');

/** A worker's script that keeps these files instead. */
export const keepingOnly = (script: string, files: [path: string, hash: string][]) =>
  script.replace(/^const siteFiles=.*;$/m, () => `const siteFiles=${JSON.stringify(files)};`);

/** Scripts and styles that a page or a script of the built site loads, and what those load in turn. */
export function loadedBy(path: string, found = new Set<string>()): Set<string> {
  for (const [name] of builtFile(path).matchAll(/[\w.-]+\.(?:js|css)\b/g)) {
    const file = `_astro/${name}`;
    if (found.has(file) || !existsSync(dist + file)) continue;
    found.add(file);
    loadedBy(file, found);
  }
  return found;
}

/** The list of files that the worker keeps, by address and hash. */
export const filesIn = (script: string) =>
  JSON.parse(/^const siteFiles=(.*);$/m.exec(script)![1]!) as [path: string, hash: string][];

export const hashOf = (contents: string) => createHash('sha256').update(contents).digest('base64');

/** A file of the built site. */
export const builtFile = (path: string) => readFileSync(dist + path, 'utf8');
