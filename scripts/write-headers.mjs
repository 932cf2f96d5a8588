// Writes dist/_headers. Runs at the end of the build.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './project.mjs';
import { headersFile } from './security-headers.mjs';
import { normaliseBase } from './static-server.mjs';

await writeFile(join(root, 'dist', '_headers'), headersFile(normaliseBase(process.env.BASE_PATH)));
