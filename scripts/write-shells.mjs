// Writes dist/report/scorm.js and dist/report/cmi5.js, the scripts of packages for course systems. Their
// names hold no hash, so that whoever packs them finds them.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './project.mjs';
import { noteShipped } from './shipped-packages.mjs';

const target = join(root, 'dist', 'report');
await mkdir(target, { recursive: true });

for (const name of ['scorm', 'cmi5']) {
  const [{ output }] = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: join(root, 'src', 'report', `${name}-shell.ts`),
        formats: ['iife'],
        name: 'shell',
      },
    },
  });
  noteShipped(name, output);
  await writeFile(join(target, `${name}.js`), output[0].code);
  console.log(`report/${name}.js: ${(output[0].code.length / 1024).toFixed(1)} KiB`);
}
