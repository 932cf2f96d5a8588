// `npm run dev`: for authors; shows every change to words and code at once.
import { ensureInstalled } from './install.mjs';
import { projectNode } from './project.mjs';
import { run, runPackage, step } from './steps.mjs';

const ended =
  (await ensureInstalled()) &&
  (await step('Fonts', () => run(projectNode(), ['scripts/subset-fonts.mjs']))) &&
  (await runPackage('astro', ['dev', ...process.argv.slice(2)]));

process.exitCode = ended ? 0 : 1;
