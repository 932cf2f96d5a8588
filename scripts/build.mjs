// `npm run build`: the site, its search index and its compressed copies, all in dist.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { projectNode, root } from './project.mjs';
import { forgetShipped } from './shipped-packages.mjs';
import { run, runPackage, step } from './steps.mjs';

const stages = {
  Fonts: () => run(projectNode(), ['scripts/subset-fonts.mjs']),
  'Pages (astro build)': () => runPackage('astro', ['build']),
  'Search index (pagefind)': async () =>
    (await runPackage('pagefind', ['--site', 'dist'])) && (await dropUnusedSearchFiles()),
  'Shells for course systems': () => run(projectNode(), ['scripts/write-shells.mjs']),
  'List for packages': () => run(projectNode(), ['scripts/write-package-files.mjs']),
  'Licences and parts': () => run(projectNode(), ['scripts/write-licences.mjs']),
  'Compressed copies': () => run(projectNode(), ['scripts/precompress.mjs']),
  'What visits cost': () => run(projectNode(), ['scripts/write-visit-costs.mjs']),
  'Service worker': () => run(projectNode(), ['scripts/write-service-worker.mjs']),
  'Response headers': () => run(projectNode(), ['scripts/write-headers.mjs']),
};

/** Pagefind writes interfaces of its own beside the index; the site has one already. */
async function dropUnusedSearchFiles() {
  const folder = join(root, 'dist', 'pagefind');
  const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;
  const names = (await readdir(folder)).filter((name) => unused.test(name));
  await Promise.all(names.map((name) => rm(join(folder, name))));
  return true;
}

async function build() {
  if (!(await ensureInstalled())) return false;
  // What an earlier build left must neither be indexed again nor pass for a result of this one.
  await rm(join(root, 'dist'), { recursive: true, force: true });
  forgetShipped();
  for (const [name, work] of Object.entries(stages)) {
    if (await step(name, work)) continue;
    console.error(`\nThe build failed at this stage: ${name}.`);
    return false;
  }
  return true;
}

process.exitCode = (await build()) ? 0 : 1;
