// Runs the long steps of the commands one after another and says how each went.
// Built-in modules only: the commands start with this file before anything is installed.
import { spawn } from 'node:child_process';
import { packageScript, projectNode, root } from './project.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let interrupted = false;

/** @param {NodeJS.Signals} signal */
function interrupt(signal) {
  interrupted = true;
  for (const child of running) child.kill(signal);
  if (running.size === 0) process.exit(130);
}

/**
 * Runs one command to its end with its output shown.
 * @param {string} command executable
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to this process's environment
 * @returns {Promise<boolean>} whether it ended well; the process leaves when it was interrupted
 */
export async function run(command, args, env = {}) {
  if (process.listenerCount('SIGINT') === 0) {
    process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  }
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  running.add(child);
  const passed = await new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
  running.delete(child);
  if (interrupted) process.exit(passed ? 0 : 130);
  return passed;
}

/**
 * Runs one command of an installed package with the project's Node.
 * @param {string} name see `packageScript`
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export function runPackage(name, args, env) {
  return run(projectNode(), [packageScript(name), ...args], env);
}

/**
 * Prints a step's name before it and its outcome and time after it.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {(result: T) => boolean} [passed] reads the outcome; a step passes when its result is true
 * @returns {Promise<T>}
 */
export async function step(name, work, passed = (result) => result === true) {
  console.log(`\n▸ ${name}`);
  const began = performance.now();
  const result = await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(passed(result) ? `✓ ${name} (${seconds} s)` : `✗ ${name} failed (${seconds} s)`);
  return result;
}
