// Makes sure that what the lock file names is what node_modules holds.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root } from './project.mjs';
import { run, step } from './steps.mjs';

/** Below this the tools that build and check the site refuse to start. */
const oldestNode = [22, 22];

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockEntry
 * @typedef {{ packages?: Record<string, LockEntry> }} Lock
 */

/**
 * Whether an installation holds exactly what a lock file names. Compares contents, not file times,
 * which a checkout rewrites. Optional packages may be absent: they belong to other platforms.
 * @param {Lock} wanted package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json, written by npm when it has finished
 */
export function installIsCurrent(wanted, installed) {
  const want = wanted.packages ?? {};
  const have = installed.packages ?? {};
  if (Object.keys(have).some((path) => !(path in want))) return false;
  return Object.entries(want).every(([path, entry]) => {
    const isProjectItself = path === '';
    const found = have[path];
    return isProjectItself || (found ? found.version === entry.version : entry.optional === true);
  });
}

/**
 * @param {string} file
 * @returns {Lock | undefined} nothing where the file is absent or half written
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs npm without a shell: by the path and the Node with which npm itself was started. */
function runNpm(/** @type {string[]} */ args) {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  return npm ? run(node ?? process.execPath, [npm, ...args]) : run('npm', args);
}

/** @returns {boolean} whether the Node at hand can run the project's tools */
function nodeIsRecent() {
  try {
    const version = execFileSync(projectNode(), ['-p', 'process.versions.node'], {
      encoding: 'utf8',
    });
    const [major = 0, minor = 0] = version.trim().split('.').map(Number);
    const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
    return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  } catch {
    return false;
  }
}

/**
 * Installs the packages unless they are there already.
 * @returns {Promise<boolean>} whether the project can run; if not, it has said why
 */
export async function ensureInstalled() {
  const wanted = readLock('package-lock.json');
  const installed = readLock('node_modules/.package-lock.json');
  if (!wanted || !installed || !installIsCurrent(wanted, installed)) {
    const done = await step('Installing packages (npm ci)', () =>
      runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']),
    );
    if (!done) {
      console.error('The packages could not be installed. Delete node_modules and try once more.');
      return false;
    }
  }
  if (nodeIsRecent()) return true;
  console.error(
    `This project needs Node ${oldestNode.join('.')} or newer. It installs its own, but that one ` +
      'is missing or does not run here: allow the install script of the package "node", or put a ' +
      'newer Node on the PATH.',
  );
  return false;
}
