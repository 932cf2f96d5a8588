import { defineConfig } from '@playwright/test';
import { builtBase } from './scripts/built-base.mjs';
import { browserFlags, findBrowser, findFirefox } from './scripts/browser.mjs';
import { driveFirefox } from './tests/support/drive-firefox.ts';

// The server takes any free port. Playwright reads it from what the server prints and puts it into
// the environment of the tests, under the name of the group in the expression below.
const { SERVER_PORT } = process.env;

// Where there is a Firefox, the tests of faults run in it too, but for those that need what only
// Chromium's own protocol does or tells.
const firefox = findFirefox();
if (firefox) driveFirefox();

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // For a page that the browser itself has ended, about once in some thousand tests: every other test that
  // needs a second try counts as failed (scripts/count-tests.mjs).
  retries: 1,
  // Far beyond what any machine needs: a test fails for what it sees, not for the time it takes.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${SERVER_PORT}${builtBase()}/`,
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: { executablePath: findBrowser(), args: browserFlags },
      },
    },
    ...(firefox
      ? [
          {
            name: 'firefox',
            testMatch: 'faults/**/*.spec.ts',
            // Scripts cannot be switched off in a Firefox that is driven so.
            testIgnore: '**/without-script.spec.ts',
            grepInvert: /@cdp/,
            use: {
              browserName: 'firefox' as const,
              channel: 'moz-firefox',
              launchOptions: { executablePath: firefox },
            },
          },
        ]
      : []),
  ],
  webServer: {
    command: `"${process.execPath}" scripts/serve.mjs`,
    env: { PORT: '0' },
    timeout: 300_000,
    wait: { stdout: /http:\/\/localhost:(?<SERVER_PORT>\d+)/ },
  },
});
