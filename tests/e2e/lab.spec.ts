import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { interfaceText } from '../support/interface-text.ts';
import { expect, test } from './fixtures.ts';

const { figure: frame, horizon: labels, lab: words } = interfaceText;
const { compare, embed } = words;

test('the lab asks for no prediction, and its presets and its address set the figure', async ({
  page,
}) => {
  await page.goto('lab/');
  await page.getByRole('link', { name: 'How far ahead' }).click();
  const figure = page.locator('#horizon');
  await expect(figure).toHaveAttribute('data-figure', 'ready');
  await expect(figure.getByRole('button', { name: frame.commit })).toBeHidden();
  await expect(figure.getByRole('radio', { name: labels.used })).toBeChecked();

  await page.getByRole('link', { name: 'The weights are never used' }).click();
  await expect(figure.getByRole('radio', { name: labels.neverUsed })).toBeChecked();
  await page.reload();
  await expect(figure.getByRole('radio', { name: labels.neverUsed })).toBeChecked();
  await page.getByRole('link', { name: words.presets.usual }).click();
  await expect(figure.getByRole('radio', { name: labels.used })).toBeChecked();
});

test('two states stand side by side, are told apart in words, and the address holds both', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('lab/horizon/#horizon?used=false&end');
  await page.getByRole('button', { name: compare.keep }).click();
  await expect(page.getByText(compare.same)).toBeVisible();
  await page.locator('#horizon').getByRole('slider', { name: labels.discount }).press('Home');
  const rows = page.getByRole('region', { name: compare.title }).getByRole('row');
  await expect(rows.filter({ hasText: 'horizon' })).toContainText(compare.usual);
  await expect(page).toHaveURL(/beside=used%3Dfalse%26end#horizon\?used=false&discount=0&end/);

  await page.reload();
  const kept = page.locator('iframe');
  const now = page.locator('#horizon');
  await expect(now.getByRole('slider', { name: labels.discount })).toHaveValue('0');
  const there = page.frameLocator('iframe').locator('#horizon');
  await expect(there).toHaveAttribute('data-figure', 'ready');
  await expect(there.locator('.controls')).toBeHidden();
  // The frame is as high as its figure says, and both start on one line.
  await expect
    .poll(
      async () => Number(await kept.getAttribute('height')) >= (await there.boundingBox())!.height,
    )
    .toBe(true);
  const [left, right] = [(await kept.boundingBox())!, (await now.boundingBox())!];
  expect(left.x + left.width).toBeLessThanOrEqual(right.x);
  expect(left.y).toBe(right.y);

  await page.getByRole('button', { name: compare.swap }).click();
  await expect(now.getByRole('slider', { name: labels.discount })).not.toHaveValue('0');
  await page.getByRole('button', { name: compare.stop }).click();
  await expect(kept).toHaveCount(0);
  await expect(page).not.toHaveURL(/beside/);
});

test.describe('on somebody’s page', () => {
  // That page is on another host, and so is what it shows to the watch over requests.
  test.use({ tolerated: [/^request: http:\/\/127\.0\.0\.1/] });

  test('the code that the lab gives shows the figure without the controls left out, as high as it is', async ({
    page,
  }) => {
    await page.goto('lab/horizon/#horizon?stakes=2&end');
    await page.getByText(embed.title).click();
    await page.getByRole('checkbox', { name: labels.stakes }).check();
    const code = await page.getByRole('textbox', { name: embed.code }).inputValue();
    const script = await page.getByRole('textbox', { name: embed.height }).inputValue();

    const host = createServer((_, response) => {
      response
        .setHeader('Content-Type', 'text/html')
        .end(`<!doctype html><title>Host</title>${code}${script}`);
    });
    await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
    try {
      await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
      const figure = page.frameLocator('iframe').locator('#horizon');
      await expect(figure).toHaveAttribute('data-figure', 'ready');
      await expect(figure.getByRole('slider', { name: labels.discount })).toBeVisible();
      await expect(figure.getByRole('slider', { name: labels.stakes })).toBeHidden();
      await expect
        .poll(() => page.locator('iframe').evaluate((node: HTMLIFrameElement) => node.height))
        .not.toBe('820');
    } finally {
      host.close();
    }
  });
});

test('a page of the lab says how to embed it, and the answer is oEmbed', async ({ page }) => {
  await page.goto('lab/horizon/');
  const link = page.locator('link[type="application/json+oembed"]');
  const response = await page.request.get((await link.getAttribute('href'))!);
  const answer = await response.json();
  expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 960 });
  expect(answer.html).toMatch(/^<iframe src="[^"]*\/embed\/horizon\/"/);
});
