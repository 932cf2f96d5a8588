// `npm test -- audit`: whether a fault is known in a package that the site is made with. A serious one in what
// readers are sent fails; the others are printed. Where the registry cannot be asked this says so, and no more.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const serious = new Set(['high', 'critical']);

/**
 * What an answer of `npm audit --json` comes to.
 * @param {{ vulnerabilities?: Record<string, { severity: string }> }} report
 * @param {ReadonlySet<string>} shipped names of packages of which readers are sent something
 * @returns {{ failing: string[], others: string[] } | undefined} as `name (severity)`; undefined where it is no
 *   answer
 */
export function judge({ vulnerabilities }, shipped) {
  if (!vulnerabilities) return undefined;
  const failing = [];
  const others = [];
  for (const [name, { severity }] of Object.entries(vulnerabilities)) {
    const list = shipped.has(name) && serious.has(severity) ? failing : others;
    list.push(`${name} (${severity})`);
  }
  return { failing, others };
}

/** Runs npm by the path with which it was itself started. @returns {Promise<unknown>} what it prints as JSON */
async function askRegistry() {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  const args = ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
  const child = spawn(npm ? (node ?? process.execPath) : 'npm', [...(npm ? [npm] : []), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part) => (text += part));
  await new Promise((resolve) => child.once('error', resolve).once('close', resolve));
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** @returns {Promise<import('./count-tests.mjs').Count>} nothing passed and nothing failed where nobody answered */
export async function audit() {
  const { components } = JSON.parse(readFileSync(join(root, 'dist', 'sbom.json'), 'utf8'));
  const shipped = components.filter(({ scope }) => scope === 'required').map(({ name }) => name);
  const verdict = judge(await askRegistry(), new Set(shipped));
  if (!verdict) {
    console.log('NOT CHECKED: the registry could not be asked for known faults.');
    return { passed: 0, failed: 0 };
  }
  const { failing, others } = verdict;
  if (others.length > 0) console.log(`Only while building, or not serious: ${others.join(', ')}`);
  if (failing.length > 0) console.error(`Sent to readers: ${failing.join(', ')}`);
  return failing.length > 0 ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 };
}
