import { builtFile } from '../support/own-site.ts';
import { expect, testOwnSite as test } from './fixtures.ts';

// On a slow line the upper part of a page is read and used while the rest is still under way.
for (const path of ['questions/', 'assignment/', 'progress/']) {
  test(`${path} is at work before it is whole`, async ({ page, site }) => {
    const html = builtFile(`${path}index.html`);
    const end = html.indexOf('</astro-island>') + '</astro-island>'.length;
    let arrive: () => void;
    site.instead = (asked, _, response) => {
      if (asked !== path) return false;
      response.writeHead(200, { 'Content-Type': 'text/html' }).write(html.slice(0, end));
      arrive = () => response.end(html.slice(end));
      return true;
    };
    await page.goto(path, { waitUntil: 'commit' });
    await expect(page.locator('astro-island').first()).not.toHaveAttribute('ssr');
    await expect(page.locator('footer')).toHaveCount(0);
    arrive!();
    await page.locator('[data-theme-switch]').click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
}
