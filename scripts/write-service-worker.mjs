// Writes dist/service-worker.js, which keeps the site for offline use, and dist/offline.json, from
// which a page tells how large it is. Runs when every other page and file is there.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { writeCopies } from './compressed-copies.mjs';
import { offlineFiles } from './offline-files.mjs';
import { root } from './project.mjs';
import { packagesIn, shippedPackages } from './shipped-packages.mjs';

const dist = join(root, 'dist');
const { files, bytes, compressed } = await offlineFiles(dist);

const [{ output }] = await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    write: false,
    lib: {
      entry: join(root, 'src', 'offline', 'service-worker.ts'),
      formats: ['iife'],
      name: 'worker',
    },
  },
});

const listed = shippedPackages();
const unlisted = packagesIn(output).filter((name) => !listed.includes(name));
if (unlisted.length > 0) throw new Error(`Not among the shipped packages: ${unlisted.join(', ')}.`);

await writeFile(
  join(dist, 'service-worker.js'),
  `const siteFiles=${JSON.stringify(files)};\n${output[0].code}`,
);
await writeFile(
  join(dist, 'offline.json'),
  JSON.stringify({ files: files.length, bytes, compressed }),
);
await Promise.all(
  ['service-worker.js', 'offline.json'].map((name) => writeCopies(join(dist, name))),
);
console.log(`${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
