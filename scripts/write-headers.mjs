// Writes dist/_headers. Runs at the end of the build, when everything that may be asked for is there.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './project.mjs';
import { headersFile } from './security-headers.mjs';
import { normaliseBase } from './static-server.mjs';

const dist = join(root, 'dist');
const entries = (await readdir(dist, { withFileTypes: true }))
  .filter(({ name }) => name !== '_headers' && !/\.(br|gz)$/.test(name))
  .map((entry) => ({ name: entry.name, folder: entry.isDirectory() }));
await writeFile(join(dist, '_headers'), headersFile(entries, normaliseBase(process.env.BASE_PATH)));
