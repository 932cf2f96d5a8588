import { axeFaults } from '../support/axe.ts';
import { openFigure } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { readToTheEnd } from '../support/read-to-the-end.ts';
import { expect, test } from './fixtures.ts';

const { cueSwitch, figure: frame } = interfaceText;

const home = { name: 'cue-switch', lesson: '' };

test('with motion the scratchpad is written line by line', async ({ page }) => {
  const figure = await openFigure(page, home);
  await pressOn(
    page,
    figure.getByRole('radio', { name: cueSwitch.used, exact: true }),
    'ArrowRight',
  );
  expect(await page.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0);
});

test.describe('forced colours', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' } });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`on a ${colorScheme} screen the three kinds of dots differ in shape`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const figure = await openFigure(page, home);
      const dots = figure.getByRole('img', { name: frame.training });
      const look = (mark: string) =>
        dots
          .locator(mark)
          .first()
          .evaluate((dot) => {
            const { fill, stroke, strokeWidth } = getComputedStyle(dot);
            return { fill, rim: stroke, width: parseFloat(strokeWidth) };
          });
      const [ink, ground] = await page.evaluate(() =>
        ['CanvasText', 'Canvas'].map((name) => {
          document.body.style.backgroundColor = name;
          return getComputedStyle(document.body).backgroundColor;
        }),
      );

      const faking = await look('.faking');
      expect(faking, 'a thick ring').toMatchObject({ fill: ground, rim: ink });
      expect(faking.width).toBeGreaterThanOrEqual(3);
      expect(await look('.persuaded'), 'a disc').toMatchObject({ fill: ink, rim: 'none' });
      const refused = await look('.refused circle');
      expect(refused, 'a thin ring').toMatchObject({ fill: 'none', rim: ink });
      expect(refused.width).toBeLessThan(faking.width / 2);
      expect(await look('.refused path'), 'with a bar across').toMatchObject({ rim: ink });
    });
  }

  test('the side of the switch that is chosen stands out', async ({ page }) => {
    const figure = await openFigure(page, home);
    const background = (text: string) =>
      figure
        .locator('.switch label', { hasText: new RegExp(`^\\s*${text}`) })
        .evaluate((label) => getComputedStyle(label).backgroundColor);
    expect(await background(cueSwitch.used)).not.toBe(await background(cueSwitch.notUsed));
  });
});

test('more contrast leaves no faint text', async ({ page }) => {
  await page.goto('lessons/two-faces/');
  const colours = () =>
    page.locator('main').evaluate((main) => {
      const soft = main.querySelector('.question')!;
      return { ink: getComputedStyle(main).color, soft: getComputedStyle(soft).color };
    });
  const usual = await colours();
  expect(usual.soft).not.toBe(usual.ink);
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
  const more = await colours();
  expect(more.soft).toBe(more.ink);
  await readToTheEnd(page);
  expect(await axeFaults(page)).toEqual([]);
});
