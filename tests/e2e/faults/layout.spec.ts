import type { Locator, Page } from '@playwright/test';
import { figures, openFigure, skipPrediction } from '../../support/figures.ts';
import { interfaceText } from '../../support/interface-text.ts';
import { keptRecord } from '../../support/kept-record.ts';
import { expect, test } from '../fixtures.ts';

const { check: words, coinCorridor, cueSwitch, figure: frame } = interfaceText;
const figureNamed = (name: string) => figures.find((each) => each.name === name)!;

/** What sticks out of the screen to its left or right, and could not be come by. */
const cutOff = (figure: Locator) =>
  figure.evaluate((node) => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const parts = [...node.querySelectorAll('button, input, select, summary, svg[data-picture]')];
    const outside = parts.filter((part) => {
      if (part.closest('.scroll-x') || !part.checkVisibility()) return false;
      const { left, right } = part.getBoundingClientRect();
      return left < -1 || right > document.documentElement.clientWidth + 1;
    });
    return { wide, outside: outside.map((part) => part.outerHTML.slice(0, 80)) };
  });

/** A training that the reader watches, and has paused. */
async function pausedRun(page: Page) {
  const figure = await openFigure(
    page,
    figureNamed('coin-corridor'),
    '#coin-corridor?episodes=20000&end',
  );
  await figure.getByRole('button', { name: coinCorridor.watch }).click();
  const pause = figure.getByRole('button', { name: coinCorridor.pause, exact: true });
  await pause.click();
  const goOn = figure.getByRole('button', { name: coinCorridor.goOn, exact: true });
  await expect(goOn).toBeVisible();
  return { figure, pause, goOn };
}

test('#40 narrow, magnified or turned in the middle of a run, nothing is lost', async ({
  page,
}) => {
  const { figure, goOn } = await pausedRun(page);
  const said = await figure.getByRole('heading').first().textContent();

  const screens = {
    '320 px': [320, 640],
    // What is left of 1280 by 1024 pixels at 400 %.
    'at 400 %': [320, 256],
    upright: [390, 844],
    turned: [844, 390],
  } as const;
  for (const [how, [width, height]] of Object.entries(screens)) {
    await page.setViewportSize({ width, height });
    await expect(goOn, how).toBeVisible();
    await expect(figure.getByRole('heading').first(), how).toHaveText(said!);
    await expect.poll(() => cutOff(figure), how).toEqual({ wide: 0, outside: [] });
  }
});

test(
  '#40 printed in the middle of a run: picture and table are there, and the run goes on',
  { tag: '@cdp' },
  async ({ page }) => {
    const { figure, pause, goOn } = await pausedRun(page);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await expect(figure.getByRole('table').first()).toBeVisible();
    await expect(figure.locator('svg[data-picture]').first()).toBeVisible();
    await expect(goOn).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await goOn.click();
    await expect(pause).toBeVisible();
  },
);

// Firefox's driver does not tell of a page that is shown again.
test(
  '#41 back and forward in the middle of an exercise: answers, notes and settings are there',
  { tag: '@cdp' },
  async ({ page }) => {
    const figure = await openFigure(page, figureNamed('cue-switch'));
    await skipPrediction(figure);
    await figure.getByRole('radio', { name: cueSwitch.notUsed }).check();
    await expect(page).toHaveURL(/#cue-switch\?/);
    const check = page.locator('quick-check[data-kind=single]').first();
    await check.locator('.part input').first().check();
    await check.getByRole('button', { name: words.answer }).click();
    const answered = async () =>
      ((await keptRecord(page))['events'] ?? []).filter(({ kind }) => kind === 'answered').length;
    await expect.poll(answered).toBe(1);
    const second = page.locator('quick-check[data-kind=single]').nth(1);
    await second.locator('.part input').nth(1).check();

    // Not `goBack`, which waits for a page to load that may only be shown again. Once the answer is out, since
    // a page that is left gives none.
    const go = (by: number) => page.evaluate((by) => void setTimeout(() => history.go(by)), by);
    await page.goto('glossary/');
    await go(-1);
    await expect(page).toHaveURL(/two-faces/);
    await figure.evaluate((node) => node.scrollIntoView());
    await expect(figure.getByRole('radio', { name: cueSwitch.notUsed })).toBeChecked();
    await expect(figure.getByText(frame.brokenLink)).toHaveCount(0);
    await expect(check.locator('.part input').first()).toBeChecked();
    await expect(second.locator('.part input').nth(1)).toBeChecked();
    expect(await answered()).toBe(1);
    await go(1);
    await expect(page).toHaveURL(/glossary/);
    await go(-1);
    await expect(page).toHaveURL(/two-faces/);
    await expect(second.locator('.part input').nth(1)).toBeChecked();
  },
);
