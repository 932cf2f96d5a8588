import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { chromium, type Page } from '@playwright/test';
import { browserFlags, findBrowser } from '../../scripts/browser.mjs';

/** A browser of a test's own, with a profile that outlives it, so that it can be killed and started again. */
export class OwnBrowser {
  private process: ChildProcessByStdio<null, null, Readable> | undefined;

  private constructor(private readonly profile: string) {}

  static async create(): Promise<OwnBrowser> {
    return new OwnBrowser(await mkdtemp(join(tmpdir(), 'unwatched-profile-')));
  }

  /** Starts the browser. @returns its first page. */
  async start(): Promise<Page> {
    const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${this.profile}`];
    const program = findBrowser();
    if (!program) throw new Error('No browser is installed.');
    this.process = spawn(program, [...flags, ...browserFlags], {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    for await (const line of createInterface({ input: this.process.stderr })) {
      const address = /listening on (ws:\S+)/.exec(line)?.[1];
      if (!address) continue;
      const browser = await chromium.connectOverCDP(address);
      const [context] = browser.contexts();
      return context!.pages()[0] ?? (await context!.newPage());
    }
    throw new Error('The browser ended before it could be reached.');
  }

  /** Ends it as a power cut would: nothing is flushed, nothing is said. */
  async kill(): Promise<void> {
    const { process: browser } = this;
    if (!browser || browser.exitCode !== null) return;
    // What was started may be a script that starts the browser, and the browser has parts of its own: all
    // of them are gone once nobody can write to its errors any more.
    browser.stderr.resume();
    const gone = once(browser, 'close');
    if (process.platform === 'win32') browser.kill();
    else process.kill(-browser.pid!, 'SIGKILL');
    await gone;
  }

  async discard(): Promise<void> {
    await this.kill();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
