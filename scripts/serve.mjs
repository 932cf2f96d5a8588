// Serves dist until it is interrupted. PORT, HOST and BASE_PATH are settings.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';
import { createStaticServer, listen, normaliseBase } from './static-server.mjs';

const folder = join(root, 'dist');
if (!existsSync(join(folder, 'index.html'))) {
  console.error('There is no built site in dist. Run `npm run build` first.');
  process.exit(1);
}

const { PORT = '4321', HOST = 'localhost' } = process.env;
const base = normaliseBase(process.env.BASE_PATH);
const server = createStaticServer(folder, base);
const port = await listen(server, Number(PORT), HOST);
console.log(`\nUnwatched is at http://${HOST}:${port}${base}/  (Ctrl-C stops it)`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => process.exit(0));
}
