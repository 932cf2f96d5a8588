import { sitePages } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

test('every page is served', async ({ request }) => {
  for (const path of sitePages()) {
    const response = await request.get(path);
    expect.soft(response.status(), `/${path}`).toBe(200);
    expect.soft(await response.text(), `/${path}`).toContain('<h1');
  }
});

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
