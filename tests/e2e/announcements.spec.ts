import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

interface Said {
  region: number;
  at: number;
  words: string;
}

/** Keeps what each live region of a figure says, and when. */
async function listen(figure: Locator): Promise<void> {
  await figure.evaluate((element) => {
    const said: Said[] = [];
    const regions = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]';
    const all = [...element.querySelectorAll(regions)];
    for (const [region, each] of all.entries()) {
      let last = each.textContent?.trim() ?? '';
      new MutationObserver(() => {
        const words = each.textContent?.trim() ?? '';
        if (words && words !== last) said.push({ region, at: performance.now(), words });
        last = words;
      }).observe(each, { childList: true, characterData: true, subtree: true });
    }
    Object.assign(window, { said });
  });
}

const heard = (page: Page) => page.evaluate(() => Reflect.get(window, 'said') as Said[]);

/** Those that show a slider as they open. */
const sliding = [
  'buoy-race',
  'coin-corridor',
  'control-room',
  'crossed-objectives',
  'detection-lab',
  'emergence',
  'horizon',
  'oversight-game',
  'reward-trainer',
  'time-limit',
  'training-dynamics',
];

for (const name of sliding) {
  test(`${name} speaks with one voice, and at rest`, async ({ page }) => {
    // The page's time is ours, so that nothing hangs on how fast the machine is.
    await page.clock.install();
    await page.goto(`lab/${name}/`);
    const figure = page.locator(`#${name}[data-figure=ready]`);
    const slider = figure.locator('input[type=range]:enabled').filter({ visible: true }).first();
    await expect(slider).toBeVisible();
    await expect(figure.locator('[aria-busy=true]')).toHaveCount(0);
    await listen(figure);
    await page.clock.pauseAt(Date.now() + 600_000);

    await slider.focus();
    const before = await slider.inputValue();
    // There and back, so that it moves wherever it stands; it comes to rest one step from where it was.
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowRight', 'ArrowLeft', 'ArrowLeft']) {
      for (let press = 0; press < 4; press += 1) {
        await slider.press(key);
        await page.clock.runFor(50);
      }
    }
    expect(await heard(page), 'while the slider moves').toEqual([]);
    if ((await slider.inputValue()) === before) await slider.press('ArrowRight');

    await page.clock.runFor(3000);
    const regions = new Set((await heard(page)).map(({ region }) => region));
    expect(regions.size, JSON.stringify(await heard(page))).toBeLessThanOrEqual(1);
  });
}
