// The path under which the site in dist was built to be published.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/**
 * Asks the build itself, so that whoever serves it need not be told again.
 * @returns {string} starts with a slash and ends without one; empty for the root of a host, or where
 *   nothing is built
 */
export function builtBase() {
  try {
    const { scope } = JSON.parse(readFileSync(join(root, 'dist', 'manifest.webmanifest'), 'utf8'));
    return scope.replace(/\/$/, '');
  } catch {
    return '';
  }
}
