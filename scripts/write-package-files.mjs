// Writes dist/teach/package-files.json, from which packages for learning management systems are made.
// Runs after everything that changes pages and scripts.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { listPath } from '../src/teach/package/site-files.ts';
import { packageNeeds } from './package-needs.mjs';
import { root } from './project.mjs';
import { normaliseBase } from './static-server.mjs';

const dist = join(root, 'dist');
const base = `${normaliseBase(process.env.BASE_PATH)}/`;
const entries = await readdir(dist, { recursive: true, withFileTypes: true });
const paths = entries
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'));
const texts = new Map();
for (const path of paths.filter((name) => /\.(?:html|js|css)$/.test(name))) {
  texts.set(path, await readFile(join(dist, path), 'utf8'));
}

const list = {
  base,
  ...(process.env.SITE_URL && { address: new URL(base, process.env.SITE_URL).href }),
  needs: packageNeeds(texts, paths, base),
};
await mkdir(dirname(join(dist, listPath)), { recursive: true });
await writeFile(join(dist, listPath), JSON.stringify(list));
console.log(`${Object.keys(list.needs).length} pages, scripts and styles`);
