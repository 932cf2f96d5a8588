import { sitePages } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

for (const path of sitePages()) {
  test(`page /${path} stands`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(200);
    const html = await response.text();
    expect(html).toMatch(/<title>[^<]*\S[^<]*<\/title>/);
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    // The policy drops a style attribute that came with the page, and hydration does not mend it.
    expect(html).not.toMatch(/<[a-z][^>]*\sstyle=/i);
  });
}

test('an address that does not exist gets the site’s own page', async ({ request }) => {
  const response = await request.get('no-such-page/');
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('<h1');
});

test('a response carries the headers of the deployed site', async ({ request }) => {
  const headers = (await request.get('progress/')).headers();
  expect(headers['content-security-policy']).toBe("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-encoding']).toBe('br');
});
