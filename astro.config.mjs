import mdx from '@astrojs/mdx';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { contentIntegrity } from './src/lib/content-integrity-hook.mjs';
import { noteShipped } from './scripts/shipped-packages.mjs';
import { figureImports } from './src/lib/figure-imports.mjs';
import { pagePolicy } from './src/lib/page-policy-hook.mjs';
import { pageStyles } from './src/lib/page-styles-hook.mjs';

// Two files hold what all figures share: the runtime, and the frame around every figure; a third holds
// what several heavy ones fetch later. Left alone, the bundler makes a request of each small part. What
// pages without figures need too goes with the script that every page has.
const codeSplitting = {
  groups: [
    {
      name: 'base',
      test: /src\/(layouts\/Base\.astro|components\/site\/(figure-link|in-frame|open-addressed|quick-checks|site-header)|lib\/(fill|whole-page)\b|learning\/(database-name|in-shell))/,
      priority: 1,
    },
    { name: 'svelte', test: /node_modules\/(svelte|@astrojs\/svelte|esm-env|clsx)\// },
    {
      name: 'frame',
      test: /node_modules\/valibot\/|src\/(widgets\/parts\/(?!(Columns|download|markdown|Panel|Progress|Select|shown-job|table-csv)\b)|lib\/(?!csv|line-fit|print-bytes))/,
    },
    // Each request costs half a kilobyte of headers, so what is always fetched together is one.
    {
      name: 'kept',
      test: /node_modules\/idb\/|src\/learning\/(record|store)\.ts/,
    },
    { name: 'progress', test: /src\/learning\/(progress|question-note|record-schema)\.ts/ },
    { name: 'files', test: /src\/learning\/(json-shape|read-text|record-file)\.ts/ },
    {
      name: 'assignment',
      test: /src\/learning\/(assignment|fingerprint)\.ts/,
    },
    { name: 'jobs', test: /src\/workers\/(start-)?job\.ts/ },
    { name: 'kept-document', test: /src\/learning\/kept-document\.svelte\.ts/ },
    {
      name: 'worry-map',
      test: /src\/widgets\/worry-map\/(WorryMap\.svelte|notebook\.ts|worry-map\.ts)/,
    },
    { name: 'normal', test: /src\/models\/(bi)?normal\.ts/ },
    // Parts of what heavy figures fetch once their outcome may be seen.
    { name: 'later', test: /src\/widgets\/parts\/(?!(download|table-csv)\b)/ },
  ],
};

/**
 * Vite fetches what a dynamic import needs ahead of it, by a script that every page would carry. Parts
 * that are fetched on use are few and small here, and styles stand in the page, so a plain import does.
 */
function plainDynamicImports() {
  return {
    name: 'plain-dynamic-imports',
    enforce: /** @type {const} */ ('pre'),
    configEnvironment: (/** @type {string} */ name) =>
      name === 'client' ? { build: { modulePreload: false } } : undefined,
    load: (/** @type {string} */ id) =>
      id === '\0vite/preload-helper.js'
        ? 'export const __vitePreload = (load) => load();'
        : undefined,
  };
}

/** Hands an import that failed to `askAgain` in `src/lib/head-script.mjs`, which a page has and a worker has not. */
function importsAskedAgain() {
  return {
    name: 'imports-asked-again',
    /** @this {{ environment: { name: string } }} */
    renderChunk(/** @type {string} */ code) {
      if (this.environment.name !== 'client' || !code.includes('import(')) return undefined;
      return code.replace(/\bimport\(\s*(["'`])\.[^"'`]+\1\s*\)/g, '$&.catch(self.askAgain)');
    },
  };
}

/** Tells whose code stands in what a browser is sent. */
function shippedPackages() {
  return {
    name: 'shipped-packages',
    /** @this {{ environment: { name: string } }} */
    generateBundle(_options, /** @type {Record<string, any>} */ bundle) {
      if (this.environment.name === 'client') noteShipped('pages', Object.values(bundle));
    },
  };
}

// The site's address, base path and repository are settings; every default works on a laptop.
export default defineConfig({
  site: process.env.SITE_URL || undefined,
  base: process.env.BASE_PATH || '/',
  trailingSlash: 'always',
  output: 'static',
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'always' },
  // The policy names each page's styles, so it comes after them.
  integrations: [contentIntegrity(), svelte(), mdx(), pageStyles(), pagePolicy()],
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
        "require-trusted-types-for 'script'",
        // Svelte's for its templates; ours for addresses of workers, and for sheets of this site put together.
        'trusted-types svelte-trusted-html default unwatched-sheets',
        "worker-src 'self'",
      ],
    },
  },
  // Highlighting writes style attributes, which the policy refuses; no text here shows code.
  markdown: { syntaxHighlight: false },
  vite: {
    plugins: [figureImports(), plainDynamicImports(), importsAskedAgain(), shippedPackages()],
    // A font or worker inlined as a data: address would be refused by the policy above.
    build: { assetsInlineLimit: 0 },
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting } } } } },
    worker: { format: 'es' },
  },
});
