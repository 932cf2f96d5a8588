// `npm run bench [-- pages|learners|sessions|sliders|scale …] [/lessons/some-lesson/ …]`: how fast the project is.
// Times depend on the machine, so this prints tables and gates nothing. RUNS is a setting.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './project.mjs';

/** Each part is loaded when it is its turn, because it may need packages that are not there yet. */
const parts = {
  pages: async (options) => (await import('./bench-pages.mjs')).benchPages(options),
  learners: async (options) => (await import('./bench-learners.mjs')).benchLearners(options),
  sessions: async (options) => (await import('./bench-sessions.mjs')).benchSessions(options),
  sliders: async (options) => (await import('./bench-sliders.mjs')).benchSliders(options),
  scale: async (options) => (await import('./bench-scale.mjs')).benchScale(options),
};

const words = process.argv.slice(2);
const paths = words.filter((word) => word.startsWith('/'));
const chosen = words.filter((word) => !word.startsWith('/'));
const unknown = chosen.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(
    `No part is named ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}; ` +
      'a path begins with a slash.',
  );
  process.exit(1);
}
// Pages alone are asked for by their paths alone.
// Alone it takes longer than all the others together.
const usual = paths.length > 0 ? ['pages'] : Object.keys(parts).filter((name) => name !== 'scale');
const names = chosen.length > 0 ? chosen : usual;

if (!(await ensureInstalled())) process.exit(1);
const needsSite = names.some((name) => name === 'pages' || name === 'sliders');
if (needsSite && !existsSync(join(root, 'dist', 'index.html'))) {
  console.error('There is no built site in dist. Run `npm run build` first.');
  process.exit(1);
}
const browser = await ensureBrowser();
if (!browser) process.exit(1);
const options = { browser, paths, runs: Number(process.env.RUNS ?? 5) };
// One after another: whatever else runs slows what is measured.
for (const name of names) await parts[name](options);
