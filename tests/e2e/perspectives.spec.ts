import { basename } from 'node:path';
import { passagesOf } from '../../src/lib/perspectives.ts';
import { filesBelow, readEntry } from '../../src/lib/read-course.ts';
import { perspective, voices } from '../../src/schemas/perspective.ts';
import { interfaceText } from '../support/interface-text.ts';
import { expect, test } from './fixtures.ts';

const { perspectives: words, voices: people } = interfaceText;
const themes = filesBelow('content', 'perspectives', '.yaml').map((path) => ({
  theme: basename(path, '.yaml'),
  entry: readEntry('content', path, perspective),
}));

test('the voices stand level where there is room, and one below the other on a phone', async ({
  page,
}) => {
  const [{ theme } = { theme: '' }] = themes;
  const articles = voices.map((voice) => page.locator(`[id="${theme}-${voice}"]`));
  const tops = (row: string) =>
    Promise.all(
      articles.map(
        async (article) => (await article.getByText(row, { exact: true }).boundingBox())!.y,
      ),
    );

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('perspectives/');
  for (const row of [words.looks, words.record, words.asks, words.mind]) {
    const [first, ...others] = await tops(row);
    for (const top of others) expect(top, row).toBeCloseTo(first!, 0);
  }

  await page.setViewportSize({ width: 360, height: 640 });
  await expect(articles[0]!, 'a theme that nobody has addressed is folded').toBeHidden();
  const open = page.getByRole('link', { name: words.open });
  await open.and(page.locator(`[href="#${theme}"]`)).click();
  await expect(articles[0]!).toBeVisible();
  const below = await tops(words.looks);
  expect(below).toEqual(below.toSorted((a, b) => a - b));
  expect(new Set(below).size).toBe(voices.length);
  // Far down in a voice, its name still stands on the screen.
  await articles[1]!.getByText(words.mind, { exact: true }).evaluate((heading) => {
    heading.scrollIntoView({ block: 'center' });
  });
  await expect(articles[1]!.getByRole('heading', { name: people.philosopher.name })).toBeInViewport(
    { ratio: 1 },
  );
});

test('one voice can be read through, and every passage has its address', async ({ page }) => {
  await page.goto('perspectives/');
  for (const { anchor } of themes.flatMap(({ theme, entry }) => passagesOf(theme, entry))) {
    await expect(page.locator(`[id="${anchor}"]`), anchor).toHaveCount(1);
  }

  await page.getByRole('link', { name: words.through }).last().click();
  const visited = new Set<string>();
  for (let step = 0; step < themes.length; step += 1) {
    const { hash } = new URL(page.url());
    expect(hash).toMatch(/-engineer$/);
    visited.add(hash);
    const article = page.locator(':target');
    await expect(article.getByRole('heading', { level: 3 })).toBeInViewport();
    await article.getByRole('link').last().click();
  }
  expect(visited.size).toBe(themes.length);
  await expect(page.getByRole('heading', { name: words.glance })).toBeInViewport();
});

test('on paper all voices stand in full, without links that only a screen can follow', async ({
  page,
}) => {
  await page.goto('perspectives/');
  await page.emulateMedia({ media: 'print' });
  for (const { entry } of themes) {
    for (const voice of voices) {
      await expect(page.getByText(entry.voices[voice].inShort).last()).toBeVisible();
    }
  }
  await expect(page.getByText(words.through).filter({ visible: true })).toHaveCount(0);
  await expect(page.getByText(words.again).filter({ visible: true })).toHaveCount(0);
});
