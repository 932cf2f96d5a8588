import { readFileSync } from 'node:fs';
import { fill } from '../../src/lib/fill.ts';
import { filesBelow, parseEntry, readSource } from '../../src/lib/read-course.ts';
import { teaching } from '../../src/schemas/teaching.ts';
import { interfaceText } from '../support/interface-text.ts';
import { lessonPages } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

const { assignmentBuilder: builder, banks, home, lesson: lessonWords, teach } = interfaceText;

test('no lesson holds what its teacher notes say, nor a way to an answer key', async ({
  request,
}) => {
  const notes = filesBelow('content', 'teaching', '.mdx').map((path) =>
    readSource('content', path),
  );
  expect(notes.length).toBe(lessonPages().length);
  for (const { slug, head, path } of notes) {
    const html = await (await request.get(`lessons/${slug}/`)).text();
    expect(html, slug).toContain(`teach/${slug}/"`);
    expect(html, slug).not.toMatch(/href="[^"]*\/key\//);
    // Out of sight and no secret, as the key says at its head: the notes lead to it.
    const notesPage = await (await request.get(`teach/${slug}/`)).text();
    expect(notesPage, slug).toContain(`teach/${slug}/key/"`);
    for (const { idea } of parseEntry(teaching, head, path).misconceptions) {
      expect(html, slug).not.toContain(idea);
    }
  }
});

test('from the home page to the notes of a lesson and its question bank', async ({ page }) => {
  await page.goto('');
  await page.getByRole('link', { name: home.teachLink }).click();
  await page.getByRole('link', { name: `${teach.notes}: Two faces` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    fill(teach.lesson.title, { title: 'Two faces' }),
  );
  await expect(page.getByRole('link', { name: teach.lesson.key })).toBeVisible();

  const gift = page.getByRole('button', { name: builder.banks.formats.gift.name });
  await gift.scrollIntoViewIfNeeded();
  const [saved] = await Promise.all([page.waitForEvent('download'), gift.click()]);
  expect(saved.suggestedFilename()).toBe('two-faces-gift.txt');
  const { body } = readSource('content', 'lessons/en/01-basic/01-two-faces.mdx');
  const asked = body.match(/<Check /g)!.length;
  expect(readFileSync(await saved.path(), 'utf8').match(/^::/gm)).toHaveLength(asked);
});

test('a package is made for what is chosen', async ({ page }) => {
  await page.goto('teach/');
  const choice = page.getByLabel(teach.packages.what);
  await choice.scrollIntoViewIfNeeded();
  await choice.selectOption({ label: fill(teach.packages.level, { name: 'Basic' }) });
  const button = page.getByRole('button', { name: builder.packages.formats.scorm12.name }).first();
  const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(saved.suggestedFilename()).toBe('unwatched-basic-scorm12.zip');
  const bytes = readFileSync(await saved.path());
  for (const slug of ['two-faces', 'learning-from-reward', 'the-experiment']) {
    expect(bytes.includes(`lessons/${slug}/index.html`), slug).toBe(true);
  }
  expect(bytes.includes('lessons/who-decides/index.html')).toBe(false);
  expect(bytes.includes('teach/')).toBe(false);

  // What a format cannot hold is named.
  await page.getByRole('button', { name: builder.packages.formats.cartridge.name }).first().click();
  await expect(page.getByText(builder.packages.leftOut)).toBeVisible();
  await expect(page.getByText(`learning-from-reward/one-round: ${banks.why.order}`)).toBeVisible();
});

test('the attribution is copied whole', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('teach/');
  await page.getByRole('button', { name: teach.copy }).click();
  await expect(page.getByText(teach.copied)).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('The Unwatched authors');
  expect(copied).toContain('https://creativecommons.org/licenses/by/4.0/');
});

test('a session of a syllabus opens in the builder with its lessons', async ({ page }) => {
  await page.goto('teach/syllabus/');
  await page.getByRole('link', { name: `${teach.syllabus.assign}: What was measured` }).click();
  await expect(page).toHaveURL(/\/teach\/assign\//);
  for (const title of ['Learning from reward', 'The experiment']) {
    await expect(page.getByRole('checkbox', { name: title }).first()).toBeChecked();
  }
  await expect(page.getByRole('checkbox', { name: 'Two faces' }).first()).not.toBeChecked();
});

test('without a script the notes of a lesson can be read', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto('lessons/two-faces/');
  await page.getByRole('link', { name: lessonWords.teacherNotes }).click();
  await expect(page.getByText(teach.packages.withoutScript)).toBeVisible();
  await expect(page.getByRole('heading', { name: teach.lesson.misconceptions })).toBeVisible();
  await context.close();
});
