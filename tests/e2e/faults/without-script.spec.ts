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

/** Controls in sight that would need a script. */
const controlsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button:enabled, input, select, textarea')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .map((control) => control.outerHTML.slice(0, 80)),
  );

/** Opens the answers to every check of a page, and tells what each says. */
const readChecks = (page: Page, opens: string) =>
  page.locator('quick-check').evaluateAll((checks, opens) => {
    const seen = (all: Iterable<Element>) =>
      [...all].filter((one) => one.checkVisibility({ visibilityProperty: true }));
    return checks.map((check) => {
      const parts = seen(check.querySelectorAll('.part'));
      const feedback = () => seen(check.querySelectorAll('details p')).length;
      const closed = feedback();
      for (const part of parts) {
        const summaries = seen(part.querySelectorAll('summary'));
        const summary = summaries.find(({ textContent }) => textContent.includes(opens));
        (summary as HTMLElement | undefined)?.click();
      }
      const leaves = seen(check.querySelectorAll('*'));
      return {
        kind: check.getAttribute('data-kind'),
        parts: parts.length,
        closed,
        open: feedback(),
        said: leaves.map(({ textContent }) => textContent.trim()),
      };
    });
  }, opens);

const lessons = lessonPages();

test('#28 every lesson can be read and checked', async ({ page }) => {
  for (const path of lessons) {
    await test.step(path, async () => {
      await page.goto(path);
      expect(await controlsOf(page), path).toEqual([]);
      const prose = await page.locator('.prose > p, .prose > ul, .prose > ol').allInnerTexts();
      expect(prose.join(' ').split(/\s+/).length).toBeGreaterThanOrEqual(600);

      const checks = await readChecks(page, check.without);
      expect(checks.length, path).toBeGreaterThan(0);
      for (const { kind, parts, closed, open, said } of checks) {
        expect([closed, open], path).toEqual([0, parts]);
        expect(parts).toBeGreaterThan(0);
        const times = (words: string) => said.filter((text) => text === words).length;
        if (kind === 'single' || kind === 'numeric') expect(times(check.right), path).toBe(1);
        if (kind === 'single') expect(times(check.notQuite), path).toBe(parts - 1);
        if (kind === 'multiple') {
          const fits = times(check.belongs);
          expect(fits, path).toBeGreaterThan(0);
          expect(times(check.doesNot), path).toBe(parts - fits);
        }
        if (kind !== 'order') continue;
        for (let place = 1; place <= parts; place += 1) {
          expect(times(fill(check.place, { place, of: parts })), path).toBe(1);
        }
      }
    });
  }
});

test('#28 no page of any kind shows a control that needs a script', async ({ page }) => {
  const paths = pagesOfEachKind().filter((each) => !lessons.includes(each));
  expect(paths.length).toBeGreaterThan(0);
  for (const path of paths) {
    await page.goto(path);
    expect(await controlsOf(page), path).toEqual([]);
  }
});

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
