import { fill } from '../../src/lib/fill.ts';
import { figures, openFigure } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { expect, test } from './fixtures.ts';

const { any: words } = interfaceText.oversightGame;
const subject = figures.find(({ name }) => name === 'oversight-game')!;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a table is changed with the keyboard, and the equilibria follow', async ({ page }) => {
  const figure = await openFigure(page, subject, '#oversight-game?panel=any&game=stagHunt&end');
  const listed = figure.locator('ol > li');
  await expect(listed).toHaveCount(3);
  const cell = (player: string, row: string, column: string) =>
    figure.getByRole('spinbutton', { name: fill(words.payoff, { player, row, column }) });

  // A hare that is worth more than a stag: nobody hunts stags.
  await cell(words.rowPlayer, 'hare', 'stag').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('4.5');
  await expect(listed).toHaveCount(1);
  await expect(listed).toContainText(fill(words.pure, { move: 'hare' }));
  await expect(figure.getByRole('heading').first()).toHaveText(words.findings.onePure);
  await expect(page).toHaveURL(/game=stagHunt_2_2_4_0_4\.5_3_4_3_0_3&end$/);

  // Too large, letters, nothing, a comma: a sentence each time, and the game goes on.
  const fault = (value: string) =>
    figure.getByText(
      fill(words.badPayoff, {
        cell: fill(words.payoff, { player: words.rowPlayer, row: 'hare', column: 'stag' }),
        least: '−999',
        most: 999,
        value,
      }),
    );
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('1e9');
  await expect(fault('1')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('3');
  await expect(fault('1')).toHaveCount(0);
  await expect(listed).toHaveCount(3);
  await page.keyboard.type('x');
  await expect(fault('3')).toBeVisible();
  await page.keyboard.type('.5');
  await expect(fault('3')).toHaveCount(0);
  await page.keyboard.type(',');
  await expect(fault('3.5')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(fault('3.5')).toBeVisible();
  await figure.getByRole('button', { name: words.restore }).press('Enter');
  await expect(fault('3.5')).toHaveCount(0);
  await expect(listed).toHaveCount(3);
  await figure.getByRole('button', { name: words.addColumn }).press('Enter');
  await expect(cell(words.columnPlayer, 'stag', 'move 3')).toHaveValue('0');
});

test('learners that are stopped keep what they have reached', async ({ page }) => {
  const figure = await openFigure(
    page,
    subject,
    '#oversight-game?panel=any&game=drawn_30_1_zero&end',
  );
  await figure.getByRole('button', { name: words.run }).press('Enter');
  await expect(figure.locator('path.gap')).toHaveCount(1);
  await figure.getByRole('button', { name: words.stop }).press('Enter');
  const stopped = figure.getByText(/^Stopped after/);
  await expect(stopped).toBeVisible();
  await expect(figure.locator('path.gap')).toHaveCount(1);
  await expect(figure.getByText(/So the game is worth between/)).toBeVisible();
});
