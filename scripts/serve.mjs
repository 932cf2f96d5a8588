// Serves dist until it is interrupted. PORT and HOST are settings.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtBase } from './built-base.mjs';
import { root } from './project.mjs';
import { createStaticServer, listen } from './static-server.mjs';

const folder = join(root, 'dist');
if (!existsSync(join(folder, 'index.html'))) {
  console.error('There is no built site in dist. Run `npm run build` first.');
  process.exit(1);
}

const { PORT = '4321', HOST = 'localhost' } = process.env;
const base = builtBase();
const server = createStaticServer(folder, base);
const port = await listen(server, Number(PORT), HOST);
console.log(`\nUnwatched is at http://${HOST}:${port}${base}/  (Ctrl-C stops it)`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => process.exit(0));
}
