// `npm start`: installs what is missing, builds the site and serves it.
import { ensureInstalled } from './install.mjs';
import { projectNode } from './project.mjs';
import { run } from './steps.mjs';

const started =
  (await ensureInstalled()) &&
  (await run(projectNode(), ['scripts/build.mjs'])) &&
  (await run(projectNode(), ['scripts/serve.mjs']));

process.exitCode = started ? 0 : 1;
