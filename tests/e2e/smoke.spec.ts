import { readToTheEnd } from '../support/read-to-the-end.ts';
import { sitePages } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

for (const path of sitePages()) {
  test(`page /${path} stands`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const response = await page.goto(path);

    expect(response?.status()).toBe(200);
    expect(await page.title()).toMatch(/\S/);
    expect(await page.locator('h1').count()).toBe(1);

    // The policy drops a style attribute that came with the page, and hydration does not mend it.
    expect(await response?.text()).not.toMatch(/<[a-z][^>]*\sstyle=/i);

    await readToTheEnd(page);
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(overflow, 'pixels wider than a screen of 320').toBe(0);
  });
}

test('an address that does not exist gets the site’s own page', async ({ request }) => {
  const response = await request.get('no-such-page/');
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('<h1');
});

test('a response carries the headers of the deployed site', async ({ request }) => {
  const headers = (await request.get('')).headers();
  expect(headers['content-security-policy']).toBe("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-encoding']).toBe('br');
});
