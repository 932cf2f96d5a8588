import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { listen } from '../../scripts/static-server.mjs';
import { emptyAssignment, type Assignment } from '../../src/learning/assignment.ts';
import type { Course } from '../../src/teach/course.ts';
import { makePackage, type PackageFormat } from '../../src/teach/package/make-package.ts';
import { listPath, type PackageList, type SiteFiles } from '../../src/teach/package/site-files.ts';
import { stop, systemFiles } from './course-system.ts';

const dist = new URL('../../dist/', import.meta.url);
const readJson = (path: string) => JSON.parse(readFileSync(new URL(path, dist), 'utf8'));

/** The course as the built site tells it. */
export const builtCourse = (): Course => readJson('teach/course.json');

/** A package of the built site, by the address at which that is hosted, without its base path. */
export async function buildPackage(
  format: PackageFormat,
  assignment: Partial<Assignment>,
  host = 'https://site.example',
): Promise<Uint8Array> {
  const list: PackageList = readJson(listPath);
  const site: SiteFiles = {
    ...list,
    address: new URL(list.base, host).href,
    read: async (path) => new Uint8Array(readFileSync(new URL(path, dist))),
  };
  const course = builtCourse();
  const whole = { ...emptyAssignment, ...assignment };
  return (await makePackage({ format, assignment: whole, course, site })).bytes;
}

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * A course system with a package in some folder of its host, each file by its own name and nothing else. Its
 * page is `system/`; see `launch`.
 */
export async function startPackageHost(bytes: Uint8Array) {
  const folder = '/pluginfile.php/12/mod scorm/content/3/';
  const own = systemFiles(`${encodeURI(folder)}index.html`);
  const files = unzipSync(bytes);
  const missed: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://host').pathname);
    const [type, body] = own[path] ?? [];
    if (type) return response.setHeader('Content-Type', type).end(body);
    const name = path.startsWith(folder) ? path.slice(folder.length) : '';
    if (!Object.hasOwn(files, name)) {
      missed.push(path);
      return response.writeHead(404).end();
    }
    response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream');
    return response.end(files[name]);
  });
  const url = `http://localhost:${await listen(server, 0)}/`;
  return { url, missed, stop: () => stop(server) };
}
