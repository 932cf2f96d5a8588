import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { listen } from '../../scripts/static-server.mjs';
import { emptyAssignment, type Assignment } from '../../src/learning/assignment.ts';
import type { Course } from '../../src/teach/course.ts';
import { makePackage, type PackageFormat } from '../../src/teach/package/make-package.ts';
import { listPath, type PackageList, type SiteFiles } from '../../src/teach/package/site-files.ts';
import { stop } from './course-system.ts';

const dist = new URL('../../dist/', import.meta.url);
const readJson = (path: string) => JSON.parse(readFileSync(new URL(path, dist), 'utf8'));

/** The course as the built site tells it. */
export const builtCourse = (): Course => readJson('teach/course.json');

/** A package of the built site, which is said to be hosted at https://site.example. */
export function buildPackage(
  format: PackageFormat,
  assignment: Partial<Assignment>,
): Promise<Uint8Array> {
  const list: PackageList = readJson(listPath);
  const site: SiteFiles = {
    ...list,
    address: new URL(list.base, 'https://site.example').href,
    read: async (path) => new Uint8Array(readFileSync(new URL(path, dist))),
  };
  const course = builtCourse();
  return makePackage({ format, assignment: { ...emptyAssignment, ...assignment }, course, site });
}

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A host that sends the files of a package from some folder, each by its own name and nothing else. */
export async function startPackageHost(bytes: Uint8Array) {
  const folder = '/pluginfile.php/12/mod scorm/content/3/';
  const files = unzipSync(bytes);
  const missed: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://host').pathname);
    const name = path.startsWith(folder) ? path.slice(folder.length) : '';
    if (path === '/system/') return response.setHeader('Content-Type', 'text/html').end(system);
    if (!Object.hasOwn(files, name)) {
      missed.push(path);
      return response.writeHead(404).end();
    }
    response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream');
    return response.end(files[name]);
  });
  const system = `<!doctype html><title>Course system</title><link rel="icon" href="data:,">
    <script>
      window.values = {};
      const yes = () => 'true';
      window.API = {
        LMSInitialize: yes, LMSFinish: yes, LMSCommit: yes,
        LMSGetValue: (name) => window.values[name] ?? '',
        LMSSetValue: (name, value) => { window.values[name] = value; return 'true'; },
        LMSGetLastError: () => '0', LMSGetErrorString: () => '', LMSGetDiagnostic: () => '',
      };
    </script>
    <iframe title="Package" width="1000" height="700" src="${encodeURI(folder)}index.html"></iframe>`;
  const url = `http://localhost:${await listen(server, 0)}/`;
  return { url, missed, stop: () => stop(server) };
}
