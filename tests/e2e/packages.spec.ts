import { strFromU8, unzipSync } from 'fflate';
import { buildPackage, builtCourse, startPackageHost } from '../support/built-packages.ts';
import { launch, leave, pagesOf, values } from '../support/course-system.ts';
import { interfaceText } from '../support/interface-text.ts';
import { manifestFaults } from '../support/validate-scorm.ts';
import { expect, test as base } from './fixtures.ts';

const { assignment, check, coinCorridor, figure: frame } = interfaceText;
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
  await launch(page, 'scorm12');
  const pages = pagesOf(page);
  await expect(pages.getByRole('heading', { name: 'Week 2' })).toBeVisible();
  // Nothing has to be handed in where the course system hears of everything.
  await expect(pages.getByRole('heading', { name: assignment.handIn.title })).toHaveCount(0);
  await expect(pages.getByText(assignment.courseRule)).toBeVisible();
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
  await expect.poll(async () => (await values(page)).get('cmi.interactions.0.id')).toContain(slug);
  expect((await values(page)).get('cmi.suspend_data')).toBeTruthy();

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

const first = 'two-faces/which-way-round';
const second = 'two-faces/most-common-reply';

for (const [format, standard] of [
  ['scorm12', 'scorm12'],
  ['scorm2004', 'scorm2004'],
  // Its pages come from the hosted site, which is another host than the course system.
  ['live', 'scorm12'],
] as const) {
  base.describe(format, () => {
    base.use({ tolerated: [/^request: http:\/\/localhost:/] });

    base(
      'is played in a course system: launched, answered, left, resumed, finished',
      async ({ page, baseURL }) => {
        const wish = { title: 'Two checks', checks: [first, second] };
        const bytes = await buildPackage(format, wish, new URL(baseURL!).origin);
        const host = await startPackageHost(bytes);
        // As a course system reads it from the manifest.
        const manifest = strFromU8(unzipSync(bytes)['imsmanifest.xml']!);
        const mastery = /minNormalizedMeasure>([\d.]+)</.exec(manifest)?.[1];
        const is2004 = standard === 'scorm2004';
        // SCORM 1.2 names none: the package itself judges.
        const passMark: Record<string, string> = mastery
          ? { 'cmi.scaled_passing_score': mastery }
          : {};
        await page.goto(`${host.url}system/`);
        await launch(page, standard, passMark);
        const pages = pagesOf(page);
        const answer = async (id: string, index: number) => {
          const question = pages.locator(`[data-check="${id}"]`);
          await question.locator('.option').nth(index).getByRole('radio').check();
          await question.getByRole('button', { name: check.answer }).click();
        };
        const [score, completion, success] = is2004
          ? ['cmi.score.raw', 'cmi.completion_status', 'cmi.success_status']
          : ['cmi.core.score.raw', 'cmi.core.lesson_status', 'cmi.core.lesson_status'];

        await answer(first, 1);
        await expect.poll(async () => (await values(page)).get(score!)).toBe('50');
        await leave(page);
        const left = await values(page);
        expect(left.get('cmi.interactions.0.id')).toContain('which-way-round');
        const kept = { ...passMark, 'cmi.suspend_data': left.get('cmi.suspend_data')! };

        await launch(page, standard, kept);
        await expect(pages.locator(`[data-check="${first}"]`)).toBeVisible();
        await answer(second, 3);
        await expect.poll(async () => (await values(page)).get(score!)).toBe('100');
        const done = await values(page);
        expect(done.get(success!)).toBe('passed');
        if (is2004) expect(done.get(completion!)).toBe('completed');
        expect(host.missed).toEqual([]);
        await host.stop();
      },
    );
  });
}

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
      // Half of it are the notices of what others wrote.
      if (format === 'live') expect(kB(bytes)).toBeLessThan(32);
      if (format === 'cmi5' || format === 'cartridge') continue;
      const manifest = strFromU8(unzipSync(bytes)['imsmanifest.xml']!);
      expect(await manifestFaults(manifest, format === 'scorm2004' ? '2004' : '1.2')).toEqual([]);
    }
  }
});
