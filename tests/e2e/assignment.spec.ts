import type { Page } from '@playwright/test';
import { controlSlug } from '../../src/components/site/hidden-controls.ts';
import {
  assignmentFragment,
  assignmentId,
  emptyAssignment,
  readAssignment,
  type Assignment,
} from '../../src/learning/assignment.ts';
import { readReceipt } from '../../src/learning/receipt.ts';
import { fill } from '../../src/lib/fill.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { savedText } from '../support/saved-file.ts';
import { expect, test } from './fixtures.ts';

const {
  assignment: words,
  check: checkWords,
  exfiltration,
  figure: frame,
  progress,
  timeLimit,
} = interfaceText;

const assignment: Assignment = {
  ...emptyAssignment,
  title: 'Week 2: limits',
  instructions: 'Predict first.\nThen look.',
  due: { at: Date.UTC(2026, 10, 30, 16), zone: 'Europe/Berlin' },
  lessons: ['keeping-itself-going'],
  checks: ['two-faces/which-way-round'],
  questions: ['robust-detection'],
  figures: [
    { figure: 'exfiltration', state: '', hidden: [controlSlug(exfiltration.behaviour)] },
    {
      figure: 'time-limit',
      state: 'attempts=30&seed=7',
      hidden: [timeLimit.attempts, timeLimit.more].map(controlSlug),
    },
  ],
};
const fragment = assignmentFragment(assignment);
const bar = (page: Page) => page.getByRole('complementary', { name: words.bar.label });

test.use({ timezoneId: 'America/New_York' });

test('a learner pastes a link, works, finds the figures set and the way back, and hands in', async ({
  page,
}) => {
  await page.clock.setFixedTime(Date.UTC(2026, 10, 20));
  await page.goto('assignment/');
  await page.getByLabel(words.paste).fill('https://example.org/lessons/two-faces/');
  await page.getByRole('button', { name: words.open }).click();
  await expect(page.getByText(words.noLink)).toBeVisible();
  const broken = fragment.replace('lessons=', 'colour=red&lessons=no-such-lesson,');
  await page.getByLabel(words.paste).fill(`Do this: https://example.org/assignment/${broken}.`);
  await page.getByRole('button', { name: words.open }).click();

  await test.step('what could be read is shown, and the rest named', async () => {
    await expect(page.getByRole('heading', { name: assignment.title })).toBeFocused();
    await expect(page.getByText('lessons: no-such-lesson', { exact: true })).toBeVisible();
    await expect(page.getByText('colour', { exact: true })).toBeVisible();
    await expect(page.getByText(assignment.instructions)).toBeVisible();
    await expect(page.getByText('at 11:00, your time (America/New York)')).toBeVisible();
    await expect(page.getByText('at 17:00 (Europe/Berlin)')).toBeVisible();
    await expect(page.getByText(fill(words.progress, { done: 0, all: 3 }))).toBeVisible();
  });

  await test.step('the one check that is asked is answered here', async () => {
    const check = page.locator('quick-check').filter({ visible: true });
    await expect(check).toHaveCount(1);
    await check.locator('.part input').first().check();
    await check.getByRole('button', { name: checkWords.answer }).click();
    await expect(page.getByText(fill(words.progress, { done: 1, all: 3 }))).toBeVisible();
  });

  await test.step('in the lesson both figures are as the teacher chose', async () => {
    await page.locator('ol a').first().click();
    await expect(bar(page)).toContainText(fill(words.bar.named, { title: assignment.title }));
    await expect(bar(page)).toContainText(words.bar.set);
    const set = page.locator('#time-limit');
    await set.scrollIntoViewIfNeeded();
    await expect(set.getByRole('group', { name: timeLimit.limit })).toBeVisible();
    const controls = set.locator('.controls');
    await expect(controls.getByText(timeLimit.attempts)).toBeHidden();
    await expect(controls.getByText(timeLimit.more)).toBeHidden();
    await expect(set.locator('input[type=range]').first()).toHaveValue('30');
    await expect(page).toHaveURL((url) => url.hash === '');
    // Resetting goes back to the state of the assignment.
    await set.getByRole('radio', { name: timeLimit.sandboxed }).check();
    await expect(page).toHaveURL(/#time-limit\?sandboxed=true&attempts=30&seed=7&end$/);
    await set.getByRole('button', { name: frame.reset }).click();
    await expect(page).toHaveURL((url) => url.hash === '');
    await expect(set.getByRole('radio', { name: timeLimit.inReach })).toBeChecked();
    await expect(set.locator('input[type=range]').first()).toHaveValue('30');

    // What comes only after a prediction is hidden there and then.
    const hidden = page.locator('#exfiltration');
    await hidden.scrollIntoViewIfNeeded();
    await hidden.getByRole('button', { name: frame.skip }).click();
    await expect(hidden.locator('.controls select')).toBeAttached();
    await expect(hidden.locator('.controls select')).toBeHidden();
    await expect(hidden.locator('.controls').getByText(exfiltration.behaviour)).toBeHidden();
  });

  await test.step('back to it, and handed in', async () => {
    // At the end of the lesson it stands where the next lesson would.
    const end = page.locator('[data-lesson-end]');
    const back = end.getByRole('link', { name: words.bar.end });
    await expect(back).toContainText(assignment.title);
    await expect(end.locator('[rel=next]')).toBeHidden();
    const href = (await bar(page).getByRole('link').getAttribute('href'))!;
    await expect(back).toHaveAttribute('href', href);
    await back.click();
    await expect(page.getByText(fill(words.progress, { done: 1, all: 3 }))).toBeVisible();
    // The link holds what could be read.
    const again = readAssignment(new URL(page.url()).hash)!;
    expect(again).toEqual({ assignment, unread: [], cut: false });
    await page.getByLabel(words.handIn.name).fill('Ada');
    await page.getByRole('button', { name: words.handIn.make }).click();
    const save = page.getByRole('button', { name: progress.receipt.save });
    const handedIn = readReceipt(await savedText(page, save));
    expect(handedIn).toMatchObject({
      intact: true,
      receipt: {
        name: 'Ada',
        assignment: { id: assignmentId(assignment), title: assignment.title },
        lessons: [
          { lesson: 'keeping-itself-going' },
          {
            lesson: 'two-faces',
            checksOnly: true,
            checks: [{ check: 'two-faces/which-way-round', tries: 1 }],
          },
        ],
        questions: [{ question: 'robust-detection' }],
      },
    });
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(fill(progress.receipt.of, { name: 'Ada' }))).toBeVisible();
    const single = page.getByRole('heading', {
      name: fill(progress.receipt.single, { title: 'Two faces' }),
    });
    await expect(single).toBeVisible();
    await expect(page.getByText(words.lessons)).toBeHidden();
    await expect(page.locator('quick-check').filter({ visible: true })).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });
  });

  await test.step('put away, it leaves the other pages alone', async () => {
    await page.getByRole('button', { name: words.putAway }).click();
    await expect(page.getByText(words.isAway)).toBeVisible();
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto('lessons/keeping-itself-going/');
    await expect(bar(page)).toBeHidden();
    expect(fetched.filter((url) => /assignment-bar/.test(url))).toEqual([]);
  });
});

test('a link that was cut says so, in a browser that keeps nothing for the tab', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto(
    `assignment/${fragment.slice(0, fragment.indexOf('&set.') + '&set.time'.length)}`,
  );
  await expect(page.getByText(words.cut)).toBeVisible();
  await expect(page.getByText('set.time', { exact: true })).toBeVisible();
  await expect(page.getByText(words.noTab)).toBeVisible();
  await page.locator('ol a').first().click();
  await expect(page.locator('[data-lesson]')).toBeVisible();
  await expect(bar(page)).toBeHidden();
});

test('all that was asked is done, and what is not right yet is said', async ({ page }) => {
  const one = { ...emptyAssignment, title: 'One', checks: ['two-faces/which-way-round'] };
  await page.goto(`assignment/${assignmentFragment(one)}`);
  const check = page.locator('quick-check').filter({ visible: true });
  const answer = async (index: number) => {
    await check.locator('.option').nth(index).getByRole('radio').check();
    await check.getByRole('button', { name: checkWords.answer }).click();
  };
  await answer(0);
  await expect(page.getByText(fill(words.notRight, { n: 1 }))).toBeVisible();
  await expect(page.getByText(words.allDone)).toBeHidden();
  await page.reload();
  await answer(1);
  await expect(page.getByText(words.allDone)).toBeVisible();
  await expect(page.getByText(fill(words.notRight, { n: 0 }))).toBeHidden();
});

test('a link with nothing in it is called empty only where its end is there', async ({ page }) => {
  await page.goto('assignment/#assignment?title=Week&end');
  await expect(page.getByText(words.nothing)).toBeVisible();
  await page.goto('assignment/#assignment?title=Wee');
  await expect(page.getByText(words.cut)).toBeVisible();
  await expect(page.getByText(words.nothing)).toBeHidden();
});

test('the link past the header takes no assignment away', async ({ page }) => {
  await page.goto(`assignment/${fragment}`);
  const heading = page.getByRole('heading', { name: assignment.title });
  await expect(heading).toBeVisible();
  const name = page.getByLabel(words.handIn.name);
  const make = page.getByRole('button', { name: words.handIn.make });
  const receipt = page.getByRole('button', { name: progress.receipt.save });
  await test.step('a receipt without a name is made at the second press', async () => {
    await make.click();
    await expect(page.getByText(progress.receipt.nameless)).toBeVisible();
    await expect(name).toBeFocused();
    await expect(receipt).toBeHidden();
    await make.click();
    await expect(receipt).toBeVisible();
  });
  await name.fill('Ada');
  await make.click();
  await expect(receipt).toBeVisible();

  await pressOn(page, page.locator('.skip-link'), 'Enter');
  await expect(page.locator('#content')).toBeFocused();
  // The address has the assignment again, for whoever reloads the page or keeps a bookmark.
  await expect(page).toHaveURL((url) => url.hash === fragment);
  await expect(heading).toBeVisible();
  await expect(receipt).toBeVisible();
  await page.reload();
  await expect(heading).toBeVisible();
  await expect(name).toHaveValue('Ada');

  // An address without any is meant so.
  await page.evaluate(() => (location.hash = ''));
  await expect(page.getByLabel(words.paste)).toBeVisible();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it needs', async ({ page }) => {
    await page.goto(`assignment/${fragment}`);
    await expect(page.getByText(words.withoutScript)).toBeVisible();
    await expect(page.locator('quick-check').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByText(words.looking)).toBeHidden();
  });
});
