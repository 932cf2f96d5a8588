import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import {
  assignmentFragment,
  assignmentId,
  emptyAssignment,
} from '../../src/learning/assignment.ts';
import { writeReceipt } from '../../src/learning/receipt.ts';
import { fill } from '../../src/lib/fill.ts';
import type { Course } from '../../src/teach/course.ts';
import { axeFaults } from '../support/axe.ts';
import { interfaceText } from '../support/interface-text.ts';
import { receiptOf, type Work } from '../support/receipt-class.ts';
import { readToTheEnd } from '../support/read-to-the-end.ts';
import { savedText } from '../support/saved-file.ts';
import { expect, test } from './fixtures.ts';

const { progress, receipts: words } = interfaceText;
const own = words.choose;

const region = (page: Page, title: string) =>
  page.getByRole('region', { name: fill(words.table.region, { title }) });
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function saved(page: Page, name: string) {
  const csv = section(page, name).getByRole('button', { name: words.table.csv, exact: true });
  const text = await savedText(page, csv);
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
}

const assignment = {
  ...emptyAssignment,
  title: 'Week 2',
  due: { at: Date.UTC(2026, 2, 2, 16), zone: 'Europe/Berlin' },
};
const named = { id: assignmentId(assignment), title: assignment.title };

/** A class of 500 files, the oddities among them first. */
function classOf(course: Course): [string, string][] {
  const checks = course.lessons.flatMap((lesson) => lesson.checks);
  const note = 'What I found, and what I make of it. '.repeat(20);
  const work = (name: string, index: number): Work => ({
    ...{ name, made: assignment.due.at - 60_000, assignment: named },
    answers: checks.map(({ id, kind }) => [id, kind === 'order' ? '0 1 2' : '1', index % 3 > 0]),
    notes: { [course.followUps[0]!.id]: `${note} ${index}` },
  });
  const text = (own: Work) => writeReceipt(receiptOf(course, own));
  const ada = text(work('Ada', 1));
  const odd: [string, string][] = [
    ['forged.json', text(work('Mallory', 0)).replaceAll('"right": false', '"right": true')],
    ['foreign.json', '{"format":"elsewhere","name":"=1+1"}'],
    ['cut.json', ada.slice(0, -200)],
    ['empty.json', ''],
    ['huge.json', `"${'x'.repeat(3 * 2 ** 20)}"`],
    ['ada.json', ada],
    ['ada-again.json', text({ ...work('ada', 1), made: assignment.due.at + 3_600_000 })],
    ['copy.json', ada],
    ['other.json', text({ ...work('Oda', 1), assignment: { ...named, id: '0'.repeat(16) } })],
    ['script.json', text(work('<img src=x onerror=alert(1)>', 1))],
    ['formula.json', text(work('=HYPERLINK("x")', 1))],
    ['old.json', text({ ...work('Olaf', 1), site: '0.0.1' })],
  ];
  const rest = Array.from({ length: 500 - odd.length }, (_, index): [string, string] => [
    `class-${String(index).padStart(3, '0')}.json`,
    text(work(`Learner ${index}`, index)),
  ]);
  return [...odd, ...rest];
}

test('500 receipts are read while the page stays at hand; the odd ones are named', async ({
  page,
}, info) => {
  await page.goto('teach/receipts/');
  const course = (await (await page.request.get('teach/course.json')).json()) as Course;
  const folder = info.outputPath('class');
  await mkdir(folder, { recursive: true });
  const files = classOf(course);
  for (const [name, text] of files) await writeFile(join(folder, name), text);

  // As the source of a page has it, in a sentence.
  const link = `x${assignmentFragment(assignment)}`.replaceAll('&', '&amp;');
  await page.getByLabel(words.assignment.label).fill(`The second week (${link}).`);
  await page.getByRole('button', { name: words.assignment.use }).click();
  await expect(page.getByText(fill(words.assignment.chosen, { title: 'Week 2' }))).toBeVisible();
  await expect(page.getByText(words.assignment.cut)).toBeHidden();
  await expect(page.getByText(words.assignment.noDue)).toBeHidden();

  await page.evaluate(() => {
    const long: number[] = [];
    Object.assign(window, { long, began: 0, ended: 0 });
    new PerformanceObserver((list) => {
      long.push(...list.getEntries().map(({ duration }) => Math.round(duration)));
    }).observe({ type: 'longtask' });
    const marks = window as unknown as { began: number; ended: number };
    document.addEventListener('change', () => (marks.began ||= performance.now()), true);
    new MutationObserver(() => {
      if (document.querySelector('.told p')) marks.ended ||= performance.now();
    }).observe(document.body, { subtree: true, childList: true });
  });
  await page.getByLabel(own.files).setInputFiles(files.map(([name]) => join(folder, name)));
  const told = page.getByText(fill(own.read, { n: 495 }));
  await expect(told).toBeVisible();
  await expect(page.getByText(fill(own.unread, { n: 4 }))).toBeVisible();
  await expect(page.getByText(fill(own.copies, { n: 1 }))).toBeVisible();
  const { took, long } = await page.evaluate(() => {
    const seen = window as unknown as { began: number; ended: number; long: number[] };
    return { took: seen.ended - seen.began, long: seen.long };
  });
  const size = Math.round(files.reduce((sum, [, text]) => sum + text.length, 0) / 500 / 1024);
  process.stdout.write(
    `\n500 receipts of ${size} KiB: ${Math.round(took)} ms; ` +
      `long tasks over 100 ms: ${long.filter((ms) => ms > 100).join(', ') || 'none'}\n`,
  );

  const learners = await saved(page, words.learners.title);
  expect(learners.meta.fields).toContain(words.learners.firstRight);
  expect(learners.data).toHaveLength(494);
  const flagsOf = (name: string) =>
    learners.data.find((row) => row[words.learners.name] === name)?.[words.learners.flags];
  expect(flagsOf('Mallory')).toBe(words.flags.changed);
  expect(flagsOf('Oda')).toBe(fill(words.flags.otherAssignment, { title: 'Week 2' }));
  expect(flagsOf('Olaf')).toBe(fill(words.flags.otherVersion, { version: '0.0.1' }));
  expect(flagsOf('ada')).toBe(
    [
      fill(words.flags.late, { time: fill(words.minutes, { n: 60 }) }),
      fill(words.flags.again, { n: 2 }),
    ].join('; '),
  );
  expect(flagsOf(`'=HYPERLINK("x")`)).toBe('');
  await expect(page.getByText(fill(words.table.defused, { n: 1 }))).toBeVisible();

  const leftOut = await saved(page, words.unread.title);
  expect(leftOut.data.map((row) => row[words.unread.reason])).toEqual([
    progress.faults.truncated,
    progress.faults.empty,
    progress.faults.foreign,
    progress.faults.large,
    fill(words.unread.copy, { file: 'ada.json' }),
  ]);

  const questions = await saved(page, words.questions.title);
  expect(questions.data[0]![words.questions.answered]).toBe('494');
});

test('the made-up class can be sorted, counted otherwise and read blind, and is gone afterwards', async ({
  page,
}) => {
  await page.goto('teach/receipts/');
  await page.getByRole('button', { name: words.empty.example }).click();
  await expect(page.getByText(words.example.banner)).toBeVisible();
  const told = page.locator('.told');
  await expect(told).toContainText(fill(own.read, { n: 12 }));
  await expect(told).toBeFocused();

  const table = region(page, words.learners.title);
  const heads = table.locator('tbody th');
  await expect(heads).toHaveCount(11);
  const sort = table.getByRole('button', { name: words.learners.name });
  const column = table.getByRole('columnheader', { name: words.learners.name });
  await expect(column).toHaveAttribute('aria-sort', 'ascending');
  await expect(heads.first()).toContainText(words.example.names[0]!);
  await sort.press('Enter');
  await expect(column).toHaveAttribute('aria-sort', 'descending');
  await expect(heads.last()).toContainText(words.example.names[0]!);

  const counts = page.getByLabel(fill(words.repeats.choose, { name: words.example.names[0]! }));
  await counts.selectOption({ label: fill(words.repeats.all, { n: 2 }) });
  await expect(heads).toHaveCount(12);

  const questions = region(page, words.questions.title);
  await questions
    .getByText(fill(words.questions.show, { n: 12 }))
    .first()
    .press('Enter');
  await expect(questions.getByText(`(${words.questions.right})`).first()).toBeVisible();

  const open = section(page, words.open.title);
  await expect(open.getByRole('heading', { level: 4 }).first()).toContainText('made up');
  await page.getByLabel(words.hide.label).check();
  for (const name of words.example.names) await expect(page.getByText(name)).toHaveCount(0);
  await expect(open.getByRole('heading', { level: 4 }).first()).toHaveText(/^Learner \d+$/);
  const question = open.getByRole('heading', { level: 3 });
  const before = await question.textContent();
  await open.getByRole('button', { name: words.open.next }).click();
  await expect(question).not.toHaveText(before!);

  expect(await axeFaults(page)).toEqual([]);

  await page.setViewportSize({ width: 320, height: 640 });
  const sideways = () => document.documentElement.scrollWidth - innerWidth;
  expect(await page.evaluate(sideways)).toBeLessThanOrEqual(0);

  const kept = () =>
    Promise.all([
      indexedDB.databases().then((databases) => databases.length),
      localStorage.length + sessionStorage.length,
    ]);
  expect(await page.evaluate(kept)).toEqual([0, 0]);
  await page.reload();
  await expect(page.getByText(words.empty.title)).toBeVisible();
});

test('files dropped anywhere on the page are read, and more can follow', async ({ page }) => {
  await page.goto('teach/receipts/');
  await readToTheEnd(page);
  const course = (await (await page.request.get('teach/course.json')).json()) as Course;
  const drop = async (name: string, text: string) => {
    const data = await page.evaluateHandle(
      ([title, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], title));
        return transfer;
      },
      [name, text] as const,
    );
    await page.locator('footer').dispatchEvent('drop', { dataTransfer: data });
  };
  await drop('ada.json', writeReceipt(receiptOf(course, { name: 'Ada' })));
  await expect(page.getByText(fill(own.read, { n: 1 }))).toBeVisible();
  await drop('holiday.jpg', 'not a receipt');
  await expect(page.getByText(fill(own.unread, { n: 1 }))).toBeVisible();
  await expect(region(page, words.unread.title)).toContainText(progress.faults.notJson);
  await drop('ada.pdf', '%PDF-1.4');
  await expect(region(page, words.unread.title)).toContainText(words.unread.pdf);
  await drop('class.zip', 'PK\u0003\u0004');
  await expect(region(page, words.unread.title)).toContainText(words.unread.zip);
  // What is said is about all files, as the table is.
  await expect(page.getByText(fill(own.unread, { n: 3 }))).toBeVisible();
  await expect(region(page, words.learners.title).locator('tbody th')).toHaveText(['Ada']);
  await page.getByRole('button', { name: own.clear }).click();
  await expect(page.getByText(words.empty.title)).toBeVisible();
  await expect(page.locator('.told')).toBeFocused();
});

test.describe('without the questions of the course', () => {
  test.use({ tolerated: [/status of 503/] });

  for (const [answer, served] of [
    ['something else', { status: 200, body: '<' }],
    // A host that is busy may say so in JSON of its own.
    ['a fault', { status: 503, json: { error: 'busy' } }],
  ] as const) {
    test(`nothing is read, and the files wait: ${answer} arrived`, async ({ page }) => {
      await page.route('**/teach/course.json', (route) => route.fulfill(served));
      await page.goto('teach/receipts/');
      await page.getByRole('button', { name: words.empty.example }).click();
      await expect(page.getByText(words.course.failed)).toBeVisible();
      await page.unroute('**/teach/course.json');
      await page.getByRole('button', { name: words.course.again }).click();
      await expect(page.getByText(words.example.banner)).toBeVisible();
    });
  }
});
