import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const charset = '<meta charset="utf-8">';
const policy = /<meta http-equiv="content-security-policy"[^>]*>/;

/**
 * Moves the Content Security Policy of every page to the top of its head. A policy in a meta element
 * governs only what follows it, and Astro writes it last.
 *
 * @returns {import('astro').AstroIntegration}
 */
export function policyFirst() {
  return {
    name: 'policy-first',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const path = join(root, file);
          const html = await readFile(path, 'utf8');
          const meta = policy.exec(html)?.[0];
          if (!meta || !html.includes(charset)) {
            throw new Error(`${file} has no policy or no character set to put it after.`);
          }
          await writeFile(path, html.replace(meta, '').replace(charset, charset + meta));
        }
      },
    },
  };
}
