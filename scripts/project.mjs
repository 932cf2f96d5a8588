// Where the project's parts are on this machine.
// Built-in modules only: the commands need it before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. Every step runs in it, wherever the command was given. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The Node that the project brings along, or the one now running where that is not installed.
 * Asked for at each step, because the first step may be what installs it.
 * @returns {string} path of an executable
 */
export function projectNode() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = join(root, 'node_modules', 'node', 'bin', file);
  return existsSync(own) ? own : process.execPath;
}

/**
 * The script behind a package's command, so that a step needs neither a shell nor `npx` and works
 * the same on Windows.
 * @param {string} name package and, where it differs, command: `astro`, `@playwright/test:playwright`
 * @returns {string} path of a JavaScript file
 */
export function packageScript(name) {
  const [packageName = name, command = packageName] = name.split(':');
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
