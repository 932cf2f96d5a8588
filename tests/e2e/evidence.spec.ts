import type { Page } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { readEvidence, readPromptVariations } from '../../src/lib/read-content.ts';
import { openFigure, skipPrediction } from '../support/figures.ts';
import { experimentReplay } from '../support/figures/experiment-replay.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { lessonPages } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

const { evidencePage: words, figure: frame, search: searchWords, site } = interfaceText;
const evidence = readEvidence();
const all = evidence.size;
const count = (fits: (entry: NonNullable<ReturnType<typeof evidence.get>>) => unknown) =>
  [...evidence.values()].filter(fits).length;

const list = (page: Page) => page.locator('evidence-list');
const status = (page: Page) => list(page).getByRole('status');
const shown = (page: Page) => list(page).locator('article:not([hidden])');
const field = (page: Page) => page.getByRole('searchbox', { name: words.search });
const choose = (page: Page, label: string, option: string) =>
  list(page).getByLabel(label, { exact: true }).selectOption(option);
const some = (n: number) => fill(words.some, { n, all });

test('each number of each lesson leads to its source and the place there', async ({ page }) => {
  const led: { lesson: string; id: string; href: string }[] = [];
  for (const path of lessonPages()) {
    await page.goto(path);
    // A number in a question leads nowhere before it is answered.
    const linked = page.locator('[data-evidence]').filter({ has: page.locator('sup a') });
    const numbers = await linked.evaluateAll((elements) =>
      elements.map((element) => {
        const mark = element.querySelector<HTMLAnchorElement>('sup a')!;
        const entry = document.getElementById(mark.hash.slice(1));
        return {
          id: (element as HTMLElement).dataset['evidence']!,
          href: entry?.querySelector<HTMLAnchorElement>('a[href*="/evidence/#"]')?.href ?? '',
        };
      }),
    );
    expect(numbers.length, path).toBeGreaterThan(0);
    led.push(...numbers.map((number) => ({ lesson: path, ...number })));
  }

  await page.goto('evidence/');
  const rows = await page
    .locator('evidence-list article')
    .evaluateAll((articles) =>
      articles.map((article): [string, string] => [
        `${location.href}#${article.querySelector('h4')!.id}`,
        [...article.querySelectorAll('a[href*="/sources/#"]')]
          .map((link) => link.closest('dd')!.textContent)
          .join(),
      ]),
    );
  const sourceOf = new Map(rows);
  for (const { lesson: path, id, href } of led) {
    const { locator } = evidence.get(id)!;
    expect(href, `${path}, ${id}`).toMatch(new RegExp(`#${id}$`));
    expect(sourceOf.get(href), `${path}, ${id}`).toContain(locator);
  }
});

test('from a number in a lesson to its source, click by click', async ({ page }) => {
  await page.goto('lessons/the-experiment/');
  const number = page.locator('p [data-evidence]').first();
  const id = (await number.getAttribute('data-evidence'))!;
  await number.getByRole('link').click();
  const entry = page.locator(`#figure-${id}`);
  await expect(entry).toBeInViewport();
  await entry.getByRole('link', { name: id }).click();
  await expect(page).toHaveURL(new RegExp(`/evidence/#${id}$`));
  const finding = list(page)
    .locator('article')
    .filter({ has: page.locator(`#${id}`) });
  await expect(finding).toBeInViewport();
  await finding.getByRole('link', { name: 'Greenblatt et al. 2024' }).click();
  await expect(page.locator('#greenblatt2024')).toBeInViewport();
});

test('a number of our own model leads to the file that computes it', async ({ page }) => {
  await page.goto('lessons/the-experiment/');
  await page.locator('.model').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/evidence\/#model-/);
  await expect(page.locator('li:target')).toContainText(/src\/models\/[\w-]+\.ts/);
});

test('a figure leads to the published figures in it', async ({ page }) => {
  const figure = await openFigure(page, experimentReplay);
  await skipPrediction(figure);
  await figure.getByRole('link', { name: frame.published }).click();
  await expect(page).toHaveURL(/shown=figure-experiment-replay#findings$/);
  await expect(shown(page).locator('#G24-028')).toBeVisible();
  await expect(shown(page).locator('#G24-027')).toHaveCount(0);
});

test('the list of sources leads to the findings of each', async ({ page }) => {
  await page.goto('sources/');
  await page.locator('#hughes2025').getByRole('link').last().click();
  await expect(status(page)).toHaveText(some(count(({ source }) => source === 'hughes2025')));
});

test('every place that is said to show a number shows it', async ({ page }) => {
  await page.goto('evidence/');
  const links = await page
    .locator('evidence-list dd a[href*="#"], #model-numbers ~ ul a[href*="#"]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  // The policy of a page lets no text become markup; a file of data has none.
  await page.goto('sources.json');
  const found = await page.evaluate(async (links) => {
    const pages = new Map<string, Document>();
    const found: string[] = [];
    for (const href of links) {
      const { pathname, hash } = new URL(href);
      if (!pages.has(pathname)) {
        const html = await (await fetch(pathname)).text();
        pages.set(pathname, new DOMParser().parseFromString(html, 'text/html'));
      }
      const id = decodeURIComponent(hash.slice(1));
      const place = pages.get(pathname)!.getElementById(id);
      // In a check the number may be folded away, and the check is a place of its own.
      if (!place || (id.startsWith('printed-') && place.closest('quick-check'))) found.push(href);
    }
    return found;
  }, links);
  expect(links.length).toBeGreaterThan(all);
  expect(found).toEqual([]);
});

test('words narrow the list, and the address keeps them', async ({ page }) => {
  await page.goto('evidence/');
  await expect(status(page)).toHaveText(fill(words.all, { all }));
  await field(page).pressSequentially('self-exfiltration 77');
  await expect(shown(page)).toHaveCount(1);
  await expect(status(page)).toHaveText(some(1));
  await expect(page).toHaveURL(/\?q=self-exfiltration\+77$/);

  await page.reload();
  await expect(field(page)).toHaveValue('self-exfiltration 77');
  await expect(shown(page).locator('h4')).toHaveId('G24-049');
  await expect(list(page).locator('section:not([hidden])')).toHaveCount(1);
});

test('filters join, and are reset by one button', async ({ page }) => {
  await page.goto('evidence/');
  await choose(page, words.source, 'greenblatt2024');
  await expect(status(page)).toHaveText(some(count(({ source }) => source === 'greenblatt2024')));
  await choose(page, words.kind, 'words');
  const inWords = count(({ source, figures }) => source === 'greenblatt2024' && !figures);
  await expect(status(page)).toHaveText(some(inWords));
  await expect(page).toHaveURL(/\?source=greenblatt2024&kind=words$/);

  await choose(page, words.verified, 'secondary');
  await expect(shown(page)).toHaveCount(0);
  const none = list(page).getByText(words.none);
  await expect(none).toBeVisible();
  await none.getByRole('button', { name: words.reset }).click();
  await expect(status(page)).toHaveText(fill(words.all, { all }));
  await expect(page).toHaveURL(/\/evidence\/$/);
  await expect(none).toBeHidden();
});

test('Back brings the list with the filters', async ({ page }) => {
  await page.goto('evidence/?source=greenblatt2024&sort=id');
  const before = some(count(({ source }) => source === 'greenblatt2024'));
  await expect(status(page)).toHaveText(before);
  await page.getByRole('link', { name: words.findings }).click();
  await expect(page).toHaveURL(/#findings$/);
  await choose(page, words.source, 'hubinger2024');
  await choose(page, words.sort, '');
  await expect(status(page)).toHaveText(some(count(({ source }) => source === 'hubinger2024')));
  // The address is written last.
  await expect(page).toHaveURL(/\?source=hubinger2024$/);

  await page.goBack();
  await expect(list(page).getByLabel(words.source, { exact: true })).toHaveValue('greenblatt2024');
  await expect(status(page)).toHaveText(before);
  await expect(list(page).locator('section:not([hidden])')).toHaveCount(0);
  await page.goForward();
  await expect(status(page)).toHaveText(some(count(({ source }) => source === 'hubinger2024')));
});

test('the order can be changed and changed back', async ({ page }) => {
  const ids = () =>
    shown(page)
      .locator('h4')
      .evaluateAll((heads) => heads.map(({ id }) => id));
  await page.goto('evidence/');
  const atFirst = await ids();
  await choose(page, words.sort, 'id');
  await expect(page).toHaveURL(/\?sort=id$/);
  expect(await ids()).toEqual([...evidence.keys()].toSorted((a, b) => a.localeCompare(b, 'en')));
  await choose(page, words.sort, 'year');
  await expect(page).toHaveURL(/\?sort=year$/);
  const years = await list(page)
    .locator('section')
    .evaluateAll((sections) => sections.map((section) => Number(section.dataset['year'])));
  expect(years).toEqual(years.toSorted((a, b) => b - a));
  await choose(page, words.sort, '');
  await expect(page).toHaveURL(/\/evidence\/$/);
  expect(await ids()).toEqual(atFirst);
});

test('a link to a finding wins over the filters, and says so', async ({ page }) => {
  await page.goto('evidence/?source=hubinger2024#G24-028');
  await expect(page.locator('#G24-028')).toBeInViewport();
  const count = fill(words.all, { all });
  await expect(status(page)).toHaveText(fill(words.yielded, { id: 'G24-028', count }));
  await expect(page).toHaveURL(/\/evidence\/#G24-028$/);

  await choose(page, words.source, 'hubinger2024');
  await expect(page.locator('#G24-028')).toBeHidden();
  await page.evaluate(() => (location.hash = '#G24-028'));
  await expect(page.locator('#G24-028')).toBeInViewport();
});

test('a finding that fits the filters keeps them', async ({ page }) => {
  await page.goto('evidence/?source=hubinger2024#SL-001');
  await expect(page.locator('#SL-001')).toBeInViewport();
  await expect(status(page)).toHaveText(some(count(({ source }) => source === 'hubinger2024')));
});

test('what the address asks and the page does not know is passed over', async ({ page }) => {
  await page.goto('evidence/?source=nobody1999&kind=&colour=red');
  await expect(status(page)).toHaveText(fill(words.all, { all }));
});

test('filters and findings can be used by the keyboard alone', async ({ page }) => {
  await page.goto('evidence/');
  await pressOn(page, list(page).getByLabel(words.kind, { exact: true }), 'ArrowDown', 2);
  await expect(status(page)).toHaveText(some(count(({ figures }) => !figures)));
  await pressOn(page, list(page).getByRole('button', { name: words.reset }).first(), 'Enter');
  await expect(status(page)).toHaveText(fill(words.all, { all }));
});

test('the prompt variations stand there, and a row can be linked to', async ({ page }) => {
  await page.goto('evidence/#variation-27');
  const table = page.getByRole('table', { name: words.variations });
  await expect(table.getByRole('row')).toHaveCount(readPromptVariations().length + 1);
  await expect(page.locator('#variation-27')).toBeInViewport();
});

test('both tables can be taken away', async ({ page }) => {
  await page.goto('evidence/');
  for (const [name, lines] of [
    [
      words.csv,
      [...evidence.values()].reduce(
        (n, { figures }) => n + Math.max(1, Object.keys(figures ?? {}).length),
        1,
      ),
    ],
    [words.variationsCsv, readPromptVariations().length + 1],
  ] as const) {
    const link = page.getByRole('link', { name });
    const response = await page.request.get((await link.getAttribute('href'))!);
    expect(response.headers()['content-type']).toContain('text/csv');
    const text = await response.text();
    expect(text[0]).toBe('\uFEFF');
    expect(text.trim().split('\n')).toHaveLength(lines);
  }
});

test('the search of the site finds a finding by its words, and no row by its number', async ({
  page,
}) => {
  await page.goto('search/?q=rogue+employee+grants');
  const hits = page.locator('site-search li');
  await expect(page.getByRole('status')).not.toHaveText(searchWords.searching);
  await page.goto('search/?q=CoastRunners+lagoon');
  await expect(hits.filter({ hasText: site.evidence }).getByRole('link').last()).toHaveAttribute(
    'href',
    /\/evidence\/#RH-001$/,
  );
});

test('without a script every finding can be read', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('evidence/');
  await expect(shown(page)).toHaveCount(all);
  await expect(list(page).locator('form')).toBeHidden();
  await expect(page.locator('#Y26-023')).toBeVisible();
  await context.close();
});

test('on paper the table is unfolded and the filters are left out', async ({ page }) => {
  await page.goto('evidence/?source=hubinger2024');
  await expect(status(page)).toHaveText(some(count(({ source }) => source === 'hubinger2024')));
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(list(page).locator('form')).toBeHidden();
  await expect(page.locator('#variation-145')).toBeVisible();
  await expect(page.locator('#SL-008')).toBeVisible();
});
