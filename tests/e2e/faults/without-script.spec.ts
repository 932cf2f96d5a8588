import type { Page } from '@playwright/test';
import { fill } from '../../../src/lib/fill.ts';
import { readPromptVariations } from '../../../src/lib/read-content.ts';
import { figures } from '../../support/figures.ts';
import { interfaceText } from '../../support/interface-text.ts';
import { lessonPages, pagesOfEachKind } from '../../support/site-pages.ts';
import { expect, test } from '../fixtures.ts';

const { check, cueSwitch, experimentReplay, figure: frame, home, search, site } = interfaceText;

test.use({ javaScriptEnabled: false });

test('#28 lesson 3 shows its picture and its table', async ({ page }) => {
  const { lesson, name } = figures.find((each) => each.name === 'experiment-replay')!;
  await page.goto(lesson);
  const figure = page.locator(`#${name}`);

  await expect(figure.getByRole('heading', { name: experimentReplay.finding })).toBeVisible();
  await expect(figure.getByText(experimentReplay.question)).toBeHidden();
  await expect(figure.getByRole('img')).toHaveCount(2);
  for (const picture of await figure.locator('svg[data-picture]').all()) {
    await expect(picture).toBeVisible();
  }
  await expect(figure.getByText(frame.withoutScript)).toBeVisible();

  await expect(figure.getByRole('table')).toBeHidden();
  await figure.getByText(frame.table).click();
  const asPrinted = readPromptVariations()[0]!.gap.value.toFixed(1);
  const gap = figure.getByRole('row', { name: experimentReplay.quantities.gap });
  await expect(gap.getByRole('cell').first()).toHaveText(asPrinted);
});

/** Nothing is in sight that would need a script. */
async function expectNoControls(page: Page): Promise<void> {
  const controls = page.locator('button:enabled, input, select, textarea');
  await expect(controls.filter({ visible: true })).toHaveCount(0);
}

for (const path of lessonPages()) {
  test(`#28 /${path} can be read and checked`, async ({ page }) => {
    await page.goto(path);
    await expectNoControls(page);
    const prose = await page.locator('.prose > p, .prose > ul, .prose > ol').allInnerTexts();
    expect(prose.join(' ').split(/\s+/).length).toBeGreaterThanOrEqual(600);

    const checks = page.locator('quick-check');
    expect(await checks.count()).toBeGreaterThan(0);
    for (const one of await checks.all()) {
      const parts = await one.locator('.part').filter({ visible: true }).all();
      expect(parts.length).toBeGreaterThan(0);
      const feedback = one.locator('details p').filter({ visible: true });
      await expect(feedback).toHaveCount(0);
      for (const part of parts) await part.getByText(check.without).click();
      await expect(feedback).toHaveCount(parts.length);
      const said = (words: string) =>
        one.getByText(words, { exact: true }).filter({ visible: true });
      const kind = await one.getAttribute('data-kind');
      if (kind === 'single' || kind === 'numeric') await expect(said(check.right)).toHaveCount(1);
      if (kind === 'single') await expect(said(check.notQuite)).toHaveCount(parts.length - 1);
      if (kind === 'multiple') {
        const fits = await said(check.belongs).count();
        expect(fits).toBeGreaterThan(0);
        await expect(said(check.doesNot)).toHaveCount(parts.length - fits);
      }
      if (kind !== 'order') continue;
      for (const place of parts.keys()) {
        const words = fill(check.place, { place: place + 1, of: parts.length });
        await expect(said(words)).toHaveCount(1);
      }
    }
  });
}

const lessons = lessonPages();
for (const path of pagesOfEachKind().filter((each) => !lessons.includes(each))) {
  test(`#28 /${path} shows no control that needs a script`, async ({ page }) => {
    await page.goto(path);
    await expectNoControls(page);
  });
}

test('#28 the search page says what to do instead', async ({ page }) => {
  await page.goto('search/');
  await expect(page.getByText(search.withoutScript)).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: site.glossary }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(site.glossary);
});

test('#28 the home page tells its story and leads on', async ({ page }) => {
  await page.goto('');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(home.title);
  await expect(page.getByText(cueSwitch.replyFakes)).toBeVisible();
  await expect(page.getByText(cueSwitch.derivesTraining)).toBeVisible();
  await expect(page.getByRole('figure').getByRole('img')).toHaveCount(2);
  await page.getByRole('link', { name: home.start }).click();
  await expect(page).toHaveURL(/lessons\/two-faces\/$/);
});
