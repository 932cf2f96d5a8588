import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const charset = '<meta charset="utf-8">';
const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/;
const inlineScripts = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;
const inlineStyles = /<style[^>]*>([\s\S]*?)<\/style>/g;

/**
 * Finishes the Content Security Policy of every page. It names the page's own inline scripts and
 * styles and no others: Astro's list is that of the whole route, and lacks the styles that come in
 * with a lesson's text. And it moves to the top of the head, because a policy in a meta element
 * governs only what follows it.
 *
 * @returns {import('astro').AstroIntegration}
 */
export function pagePolicy() {
  return {
    name: 'page-policy',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const path = join(root, file);
          const html = await readFile(path, 'utf8');
          const [meta, directives = ''] = policy.exec(html) ?? [];
          if (!meta || !html.includes(charset)) {
            throw new Error(`${file} has no policy or no character set to put it after.`);
          }
          const own = meta.replace(directives, ownDirectives(directives, html));
          await writeFile(path, html.replace(meta, '').replace(charset, charset + own));
        }
      },
    },
  };
}

/** The directives with the sources of scripts and styles replaced by what this page holds. */
function ownDirectives(directives, html) {
  const others = directives
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive && !/^(script|style)-src\b/.test(directive));
  return [
    ...others,
    sources('script-src', html, inlineScripts),
    sources('style-src', html, inlineStyles),
  ].join('; ');
}

function sources(name, html, inline) {
  const hashes = [...html.matchAll(inline)].map(
    ([, text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [name, "'self'", ...new Set(hashes)].join(' ');
}
