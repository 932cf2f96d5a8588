import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { readAssignment } from '../../src/learning/assignment.ts';
import { fill } from '../../src/lib/fill.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn, tabTo } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { assignmentBuilder: words, levels } = interfaceText;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page) => page.getByRole('textbox', { name: words.handOut.link });
const assignmentIn = (address: string) => readAssignment(new URL(address).hash)?.assignment;

test('an assignment is built, opened and changed by keyboard alone', async ({ page }) => {
  await page.goto('teach/assign/');
  const make = button(page, words.make.button);
  await pressOn(page, make, 'Enter');
  await expect(page.getByText(words.lessons.nothing)).toBeVisible();
  await expect(page.getByText(words.about.untitled)).toBeVisible();
  const first = page.getByRole('checkbox', { name: '1. ' }).first();
  await expect(first).toBeFocused();

  await pressOn(
    page,
    button(page, fill(words.lessons.allOf, { level: levels.basic.name })),
    'Enter',
  );
  await expect(first).toBeChecked();
  const minutes = async () =>
    Number(/about (\d+)/.exec((await page.getByText(/^3 chosen, about/).textContent())!)![1]);
  const reading = await minutes();
  const of = page.locator('summary', { hasText: /lesson 4, / });
  await pressOn(page, of, 'Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(of).toContainText(/1 of \d/);
  expect(await minutes()).toBe(reading + 1);
  await pressOn(page, page.locator('details[open] > details > summary').first(), 'Enter');
  const answers = page.locator('details[open] strong', { hasText: words.checks.right });
  await expect(answers.first()).toBeVisible();
  const question = page
    .getByRole('group', { name: /Ethical/ })
    .getByRole('checkbox')
    .first();
  await pressOn(page, question, 'Space');

  await tabTo(page, page.getByLabel(words.about.name, { exact: true }));
  await page.keyboard.type('Week 2: who fakes?');
  await expect(page.getByText(words.about.untitled)).toBeHidden();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Read, then answer.');
  const due = page.getByLabel(words.about.due);
  await tabTo(page, due);
  await page.keyboard.type('1231');
  await pressOn(page, make, 'Enter');
  await expect(page.getByText(words.about.half)).toBeVisible();
  await expect(due).toBeFocused();
  await page.keyboard.type('12312098' + '0500PM');
  await expect(due).toHaveValue('2098-12-31T17:00');
  await tabTo(page, page.getByLabel(words.about.zone));
  await page.keyboard.type('Asia/Tok');

  await page.waitForURL(/Tokyo/);
  await page.reload();
  await pressOn(page, make, 'Enter');
  await expect(page.getByRole('heading', { name: words.handOut.title })).toBeFocused();
  const address = await link(page).inputValue();
  const made = assignmentIn(address)!;
  expect(made).toMatchObject({
    title: 'Week 2: who fakes?',
    instructions: 'Read, then answer.',
    due: { at: Date.parse('2098-12-31T08:00Z'), zone: 'Asia/Tokyo' },
    lessons: ['two-faces', 'learning-from-reward', 'the-experiment'],
  });
  expect(made.checks).toHaveLength(1);
  expect(made.questions).toHaveLength(1);

  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Week 2: who fakes?' })).toBeVisible();

  await page.goto('teach/assign/');
  await pressOn(page, page.getByText(words.open.title), 'Enter');
  await tabTo(page, page.getByLabel(words.open.label));
  await page.keyboard.insertText('https://example.org/lessons/');
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.open.none)).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(
    address.replace('two-faces', 'no-such-lesson').replace(/&end$/, ''),
  );
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.open.cut)).toBeVisible();
  await expect(page.getByText('no-such-lesson')).toBeVisible();
  await pressOn(page, first, 'Space');
  await pressOn(page, make, 'Enter');
  await expect(link(page)).toHaveValue(address);
  await pressOn(page, button(page, words.draft.clear), 'Enter');
  await expect(first).not.toBeChecked();
  await pressOn(page, button(page, words.draft.putBack), 'Enter');
  await expect(first).toBeChecked();
});

test('a figure is set in its lesson, and files are made of the assignment', async ({ page }) => {
  await page.goto('teach/assign/#assignment?title=Seeds&lessons=two-faces&end');
  const figures = page.getByRole('region', { name: words.figures.title });
  await figures.locator('summary').click();
  await button(page, words.figures.open).click();
  const lesson = page.frameLocator('iframe');
  const control = figures.getByRole('group', { name: words.figures.hide });
  const names = control.getByRole('checkbox');
  await expect(names.first()).toBeAttached();
  const label = (await control.locator('label').first().textContent())!.trim();
  await names.first().check();
  await lesson.locator('#cue-switch .switch [type=radio]:not(:checked)').first().check();
  await expect(async () => {
    await button(page, words.figures.take).click();
    await expect(figures).toContainText(words.figures.taken, { timeout: 500 });
  }).toPass();
  await figures.getByLabel(words.figures.link).fill('#horizon?seed=1&end');
  await figures.getByLabel(words.figures.link).press('Enter');
  await expect(figures).toContainText(fill(words.figures.linkOther, { figure: 'horizon' }));

  await button(page, words.make.button).click();
  const [setting] = assignmentIn(await link(page).inputValue())!.figures;
  expect(setting).toMatchObject({ figure: 'cue-switch', hidden: [expect.any(String)] });
  expect(setting!.state).not.toBe('');
  expect(label.toLowerCase()).toContain(setting!.hidden[0]!.split('-')[0]);

  const saved = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, name).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const scorm = await saved(words.packages.formats.scorm12.name);
  expect(scorm.name).toBe('seeds-scorm12.zip');
  expect(Object.keys(unzipSync(scorm.bytes))).toContain('imsmanifest.xml');
  const gift = await saved(words.banks.formats.gift.name);
  expect(gift.bytes.toString()).toContain('::two-faces/');
  const code = await saved(words.code.save);
  expect(code.bytes.toString()).toContain(fill(words.code.name, { title: 'Seeds' }));
});
