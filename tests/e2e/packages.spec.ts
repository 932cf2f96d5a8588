import { strFromU8, unzipSync } from 'fflate';
import { buildPackage, builtCourse, startPackageHost } from '../support/built-packages.ts';
import { interfaceText } from '../support/interface-text.ts';
import { manifestFaults } from '../support/validate-scorm.ts';
import { expect, test as base } from './fixtures.ts';

const { check, coinCorridor, figure: frame } = interfaceText;
const { lessons } = builtCourse();
const kB = (bytes: Uint8Array) => bytes.length / 1000;
const slug = 'right-reward-wrong-goal';

const test = base.extend<{ host: Awaited<ReturnType<typeof startPackageHost>> }>({
  host: async ({}, use) => {
    const bytes = await buildPackage('scorm12', { title: 'Week 2', lessons: [slug] });
    const host = await startPackageHost(bytes);
    await use(host);
    await host.stop();
  },
  baseURL: ({ host }, use) => use(host.url),
});

test('a package runs from a folder of another host: lesson, figure, worker, check', async ({
  page,
  host,
}) => {
  await page.goto('system/');
  const pages = page.frameLocator('iframe').frameLocator('iframe');
  await expect(pages.getByRole('heading', { name: 'Week 2' })).toBeVisible();
  await pages.locator('main a[href*="lessons/"]').first().click();

  const figure = pages.locator('#coin-corridor');
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('button', { name: frame.skip }).click();
  const worker = page.waitForEvent('worker');
  await figure.getByRole('button', { name: coinCorridor.watch }).click();
  expect((await worker).url()).toContain('/content/3/_astro/');

  const question = pages.locator('quick-check').first();
  await question.scrollIntoViewIfNeeded();
  await question.getByRole('radio').first().check();
  await question.getByRole('button', { name: check.answer }).click();
  const value = (name: string) =>
    page.evaluate(
      (key) => (window as unknown as { values: Record<string, string> }).values[key],
      name,
    );
  await expect.poll(() => value('cmi.interactions.0.id')).toContain(slug);
  expect(await value('cmi.suspend_data')).toBeTruthy();

  // Whatever it links to is in the package or on the hosted site, and then in a tab of its own.
  const links = await pages
    .locator('a[href]')
    .evaluateAll((all) =>
      (all as HTMLAnchorElement[])
        .filter(({ origin, target }) => origin !== location.origin && target !== '_blank')
        .map(({ href }) => href),
    );
  expect(links).toEqual([]);
  const addresses = await pages
    .locator('a[href]')
    .evaluateAll((all) => [...new Set((all as HTMLAnchorElement[]).map(({ href }) => href))]);
  for (const address of addresses.filter((one) => one.startsWith(host.url))) {
    expect((await page.request.get(address)).status(), address).toBe(200);
  }
  await expect(pages.locator('.outside-shell')).toHaveCount(0);
  expect(host.missed).toEqual([]);
});

base('a package of one lesson is small, and its manifest names just what is in it', async () => {
  for (const lesson of lessons) {
    const bytes = await buildPackage('scorm12', { lessons: [lesson.slug] });
    expect(kB(bytes), lesson.slug).toBeLessThan(600);
    const { 'imsmanifest.xml': manifest, ...files } = unzipSync(bytes);
    const named = [...strFromU8(manifest!).matchAll(/<file href="([^"]+)"/g)];
    expect(named.map(([, path]) => decodeURI(path!))).toEqual(Object.keys(files).sort());
    expect(Object.keys(files).filter((path) => path.endsWith('.mjs'))).toEqual([]);
  }
});

base('packages of every kind fit the schemas, and made twice they are the same', async () => {
  const [first] = lessons;
  const wishes = [
    { title: '“A” & <b>', instructions: 'Read <all> & answer.', lessons: [first!.slug] },
    { checks: [first!.checks[0]!.id], questions: first!.followUps.slice(0, 1) },
  ];
  for (const wish of wishes) {
    for (const format of ['scorm12', 'live', 'scorm2004', 'cmi5', 'cartridge'] as const) {
      const bytes = await buildPackage(format, wish);
      expect(Buffer.compare(bytes, await buildPackage(format, wish)), format).toBe(0);
      if (format === 'live') expect(kB(bytes)).toBeLessThan(20);
      if (format === 'cmi5' || format === 'cartridge') continue;
      const manifest = strFromU8(unzipSync(bytes)['imsmanifest.xml']!);
      expect(await manifestFaults(manifest, format === 'scorm2004' ? '2004' : '1.2')).toEqual([]);
    }
  }
});
