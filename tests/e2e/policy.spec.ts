import type { Page } from '@playwright/test';
import { sitePages } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

test.describe('as served', () => {
  for (const path of sitePages()) {
    test(`/${path} begins with a strict policy`, async ({ request }) => {
      const html = await (await request.get(path)).text();

      // A policy in a meta element governs only what follows it.
      const start =
        /<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="([^"]*)">/;
      const policy = start.exec(html)?.[1] ?? '';
      const directives = new Map(
        policy.split(';').map((directive) => {
          const [name = '', ...values] = directive.trim().split(/\s+/);
          return [name, values];
        }),
      );
      expect(directives.get('default-src')).toEqual(["'none'"]);
      expect(directives.get('base-uri')).toEqual(["'none'"]);
      for (const [name, values] of directives) {
        const loose = values.filter((value) => !/^'(none|self|sha256-[\w+/=]+)'$/.test(value));
        expect(loose, name).toEqual(name === 'img-src' ? ['data:', 'blob:'] : []);
      }
      expect(html.match(/http-equiv/g)).toHaveLength(1);

      // The policy drops style attributes, and inline handlers with them.
      expect(html).not.toMatch(/<[a-z][^>]*\s(style|on\w+)=/i);
      expect(html).not.toContain('javascript:');
    });
  }

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

test.describe('at work', () => {
  test.use({ tolerated: [/policy|elsewhere\.invalid/i] });

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

  test('an injected script does not run', async ({ page }) => {
    const stopped = await stoppedBy(page, () => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
    });
    expect(stopped).toEqual(['script-src-elem']);
    expect(await page.evaluate(() => 'injected' in window)).toBe(false);
  });

  test('an injected handler does not run', async ({ page }) => {
    const stopped = await stoppedBy(page, () => {
      document.body.innerHTML = '<button onclick="window.injected = true">x</button>';
      document.querySelector('button')!.click();
    });
    expect(stopped).toEqual(['script-src-attr']);
    expect(await page.evaluate(() => 'injected' in window)).toBe(false);
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
