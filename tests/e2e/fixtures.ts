import { test as base, expect } from '@playwright/test';
import { startOwnSite, type OwnSite } from '../support/own-site.ts';

interface Options {
  /** Problems that a test provokes on purpose; every other one fails it. */
  tolerated: RegExp[];
}

/**
 * Playwright's `test`, which also fails on what a reader would not see at once: an error in the
 * console, an uncaught error, a breach of the content security policy, a request to another host.
 */
export const test = base.extend<Options & { watch: void }>({
  tolerated: [[], { option: true }],

  watch: [
    async ({ context, baseURL, tolerated }, use) => {
      const problems: string[] = [];
      const report = (problem: string) => {
        if (!tolerated.some((pattern) => pattern.test(problem))) problems.push(problem);
      };
      const origin = new URL(baseURL ?? '').origin;

      context.on('console', (message) => {
        const { url } = message.location();
        if (message.type() === 'error') report(`console: ${message.text()} (${url})`);
      });
      context.on('weberror', (error) => report(`uncaught: ${error.error().message}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== origin) report(`request: ${url}`);
      });
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => {
          console.error(`policy: ${event.effectiveDirective} blocked ${event.blockedURI}`);
        });
      });

      await use();
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

/** With a server of its own for each test: to be stopped, to be slow, to fail at a file, to change under a reader. */
export const testOwnSite = test.extend<{ site: OwnSite }>({
  site: async ({}, use) => {
    const site = await startOwnSite();
    await use(site);
    await site.stop().catch(() => {});
  },
  baseURL: ({ site }, use) => use(site.url),
});

export { expect };
