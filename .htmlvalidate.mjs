import { defineConfig } from 'html-validate';

export default defineConfig({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  // Astro writes a <style> of its own beside the first island of a page.
  elements: ['html5', { style: { inherit: 'style', flow: true, phrasing: true } }],
  rules: {
    'no-inline-style': 'error',
    // Not redundant where a style sheet lays a table out as blocks: browsers then forget what it is.
    'no-redundant-role': 'off',
    'require-sri': ['error', { target: 'crossorigin' }],
  },
});
