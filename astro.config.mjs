import mdx from '@astrojs/mdx';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { contentIntegrity } from './src/lib/content-integrity-hook.mjs';
import { policyFirst } from './src/lib/policy-first-hook.mjs';
import { themeScriptHash } from './src/lib/theme-script.mjs';

// The site's address, base path and repository are settings; every default works on a laptop.
export default defineConfig({
  site: process.env.SITE_URL || undefined,
  base: process.env.BASE_PATH || '/',
  trailingSlash: 'always',
  output: 'static',
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'always' },
  integrations: [contentIntegrity(), svelte(), mdx(), policyFirst()],
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-src 'self'",
        "img-src 'self' data: blob:",
        "manifest-src 'self'",
        "worker-src 'self'",
      ],
      scriptDirective: { hashes: [themeScriptHash] },
    },
  },
  // Highlighting writes style attributes, which the policy refuses; no text here shows code.
  markdown: { syntaxHighlight: false },
  vite: {
    // A font or worker inlined as a data: address would be refused by the policy above.
    build: { assetsInlineLimit: 0 },
    worker: { format: 'es' },
  },
});
