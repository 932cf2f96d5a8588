import type { Page } from '@playwright/test';
import { builtFile } from '../support/own-site.ts';
import { sitePages } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

/** The directives of a policy, each with its sources. */
const directivesOf = (policy: string) =>
  new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values];
    }),
  );

test.describe('as served', () => {
  test('every page begins with a strict policy and needs no looser one', () => {
    const pages = sitePages();
    expect(pages.length).toBeGreaterThan(100);
    for (const path of pages) {
      const html = builtFile(path.replace(/(^|\/)$/, '$1index.html'));

      // A policy in a meta element governs only what follows it.
      const start =
        /<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="([^"]*)">/;
      const directives = directivesOf(start.exec(html)?.[1] ?? '');
      expect(directives.get('default-src'), path).toEqual(["'none'"]);
      expect(directives.get('base-uri'), path).toEqual(["'none'"]);
      expect(directives.get('require-trusted-types-for'), path).toEqual(["'script'"]);
      const policies = ['svelte-trusted-html', 'default', 'unwatched-sheets'];
      expect(directives.get('trusted-types'), path).toEqual(policies);
      for (const [name, values] of directives) {
        if (/trusted-types/.test(name)) continue;
        const loose = values.filter((value) => !/^'(none|self|sha256-[\w+/=]+)'$/.test(value));
        expect(loose, `${name} of ${path}`).toEqual(name === 'img-src' ? ['data:', 'blob:'] : []);
      }
      expect(html.match(/http-equiv/g), path).toHaveLength(1);
      expect(refusedIn(html), path).toBe('');
    }
  });

  test('so does the page of a package', () => {
    const html = builtFile('report/package-page.txt');
    const directives = directivesOf(/Content-Security-Policy"\s+content="([^"]*)"/.exec(html)![1]!);
    for (const name of ['default-src', 'base-uri', 'form-action', 'trusted-types']) {
      expect(directives.get(name), name).toEqual(["'none'"]);
    }
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('style-src')!.join(' ')).toMatch(/^'sha256-[\w+/=]+'$/);
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(refusedIn(html)).toBe('');
  });

  for (const path of ['', 'lessons/two-faces/', 'no-such-page/', 'sources.json']) {
    test(`/${path} carries the headers`, async ({ request }) => {
      const headers = (await request.get(path)).headers();
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['permissions-policy']).toContain('camera=()');
    });
  }
});

/** What the policy would drop: style attributes, handlers in the markup, and script in addresses. */
const refusedIn = (html: string) =>
  /<[a-z][^>]*\s(?:style|on\w+)=|javascript:/i.exec(html)?.[0] ?? '';

test.describe('at work', () => {
  test.use({ tolerated: [/policy|Trusted(?:HTML|Script)|elsewhere\.invalid/i] });

  /** Runs something that the policy should stop and returns the directives that stopped it. */
  async function stoppedBy(page: Page, attempt: () => void): Promise<string[]> {
    await page.goto('');
    await page.evaluate(() => {
      const stopped: string[] = [];
      Object.assign(window, { stopped });
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        stopped.push(effectiveDirective);
      });
    });
    await page.evaluate(attempt);
    const stopped = () => page.evaluate(() => Reflect.get(window, 'stopped') as string[]);
    await expect.poll(stopped).not.toEqual([]);
    return stopped();
  }

  test('text becomes neither markup nor script', async ({ page }) => {
    await stoppedBy(page, () => {
      const attempts: (() => unknown)[] = [
        () => (document.body.innerHTML = '<button onclick="window.injected = true">x</button>'),
        () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
        () => document.write('<b>x</b>'),
        () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
        () => (document.createElement('iframe').srcdoc = '<b>x</b>'),
        () => document.body.setAttribute('onclick', 'window.injected = true'),
        () => (document.createElement('script').src = '/elsewhere.js'),
        () => (document.createElement('script').textContent = 'window.injected = true'),
      ];
      const outcomes = attempts.map((attempt) => {
        try {
          attempt();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      });
      Object.assign(window, { outcomes });
      // This says nothing to its caller.
      const script = document.createElement('script');
      script.append('window.injected = true');
      document.body.append(script);
    });
    const outcomes = await page.evaluate(() => Reflect.get(window, 'outcomes') as string[]);
    expect(outcomes).toEqual(Array(8).fill('TypeError'));
    await expect(page.locator('body > header')).toBeVisible();
    expect(await page.evaluate(() => 'injected' in window)).toBe(false);
  });

  test('nothing is evaluated', async ({ page }) => {
    const stopped = await stoppedBy(page, () => {
      // A timer runs as a script of the page's own does; what a debugger evaluates is let through.
      setTimeout(() => {
        const attempts = [
          () => eval('window.injected = true'),
          () => new Function('window.injected = true')(),
          () => setTimeout('window.injected = true'),
        ];
        for (const attempt of attempts) {
          try {
            attempt();
          } catch {
            // The report counts.
          }
        }
      });
    });
    expect(stopped).toContain('require-trusted-types-for');
    await expect
      .poll(() => page.evaluate(() => (Reflect.get(window, 'stopped') as string[]).length))
      .toBeGreaterThanOrEqual(3);
    expect(await page.evaluate(() => 'injected' in window)).toBe(false);
  });

  test('no worker starts but those of this site, and nobody else can say which', async ({
    page,
  }) => {
    await stoppedBy(page, () => {
      const own = new Blob(['postMessage(1)'], { type: 'text/javascript' });
      const attempts: (() => unknown)[] = [
        () => new Worker('https://elsewhere.invalid/x.worker-x.js'),
        () => new Worker(URL.createObjectURL(own)),
        () => new Worker('data:text/javascript,postMessage(1)'),
        () => new Worker(new URL('sources.json', location.href)),
        () => window.trustedTypes!.createPolicy('default', { createHTML: (text) => text }),
        () => window.trustedTypes!.createPolicy('another', { createHTML: (text) => text }),
      ];
      const outcomes = attempts.map((attempt) => {
        try {
          attempt();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      });
      Object.assign(window, { outcomes });
    });
    const outcomes = await page.evaluate(() => Reflect.get(window, 'outcomes') as string[]);
    expect(outcomes).toEqual(Array(6).fill('TypeError'));
    const refused = await page.evaluate(() =>
      navigator.serviceWorker.register('sources.json').then(
        () => 'registered',
        (error: Error) => error.name,
      ),
    );
    expect(refused).toBe('TypeError');
  });

  test('an injected style does not apply', async ({ page }) => {
    const stopped = await stoppedBy(page, () => {
      document.body.setAttribute('style', 'color: rgb(1, 2, 3)');
      const sheet = document.createElement('style');
      sheet.textContent = 'body { outline-color: rgb(1, 2, 3) }';
      document.head.append(sheet);
    });
    expect(stopped.sort()).toEqual(['style-src-attr', 'style-src-elem']);
    const { color, outline } = await page.locator('body').evaluate((body) => ({
      color: getComputedStyle(body).color,
      outline: getComputedStyle(body).outlineColor,
    }));
    expect([color, outline]).not.toContain('rgb(1, 2, 3)');
  });

  test('nothing is sent or fetched elsewhere', async ({ page }) => {
    const stopped = await stoppedBy(page, () => {
      const elsewhere = 'https://elsewhere.invalid/';
      new Image().src = elsewhere;
      void fetch(elsewhere).catch(() => {});
      navigator.sendBeacon(elsewhere, 'x');
      const frame = document.createElement('iframe');
      frame.src = elsewhere;
      document.body.append(frame);
    });
    await expect
      .poll(() => page.evaluate(() => [...(Reflect.get(window, 'stopped') as string[])].sort()))
      .toEqual(['connect-src', 'connect-src', 'frame-src', 'img-src']);
    expect(stopped.length).toBeGreaterThan(0);
  });
});
