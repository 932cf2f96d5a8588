import { fill } from '../../src/lib/fill.ts';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { oversightGame: words, figure: frame } = interfaceText;
const subject = figures.find(({ name }) => name === 'oversight-game')!;

test('a prediction by keyboard stands beside the equilibrium before and after', async ({
  page,
}) => {
  const figure = await openFigure(page, subject);
  await expect(figure.getByRole('heading', { name: words.question })).toBeVisible();
  await expect(figure.getByRole('button', { name: frame.commit })).toBeDisabled();
  await pressOn(page, figure.getByRole('radio', { name: words.predictMore }), 'Space');
  await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  await expect(figure.getByRole('status').first()).toContainText(
    fill(words.outcome, { guess: words.predictMore, audit: 31, act: 25, lessAct: 14 }),
  );
});

test('harm moves the faker and prize the overseer, in the table of the game', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await expect(figure.locator('[aria-busy=true]')).toHaveCount(0);
  await figure.getByText(words.tableAndAnswers).click();
  const mixes = (move: string, n: number) =>
    figure.locator('.picture').getByText(fill(words.mixes, { move, n }), { exact: true });
  await expect(mixes(words.audits, 31)).toBeVisible();
  await expect(mixes(words.acts, 25)).toBeVisible();
  await pressOn(page, figure.getByRole('slider', { name: words.payoffs.harm }), 'End');
  await expect(mixes(words.acts, 6)).toBeVisible();
  await expect(mixes(words.audits, 31)).toBeVisible();
  await pressOn(page, figure.getByRole('slider', { name: words.payoffs.prize }), 'End');
  await expect(mixes(words.audits, 78)).toBeVisible();
  await expect(mixes(words.acts, 6)).toBeVisible();

  // The same game, now with payoffs to be changed one by one.
  await pressOn(page, figure.getByRole('button', { name: words.toTable }), 'Enter');
  await expect(figure.getByRole('combobox', { name: words.any.choose })).toBeFocused();
  const unnoticed = fill(words.any.payoff, {
    player: words.any.rowPlayer,
    row: words.passes,
    column: words.acts,
  });
  await expect(figure.getByRole('spinbutton', { name: unnoticed })).toHaveValue('-20');
  await expect(figure.getByText('looks 0.781, lets pass 0.219')).toBeVisible();
});

test('a published area is chosen, and more leak asks for more tests', async ({ page }) => {
  const figure = await openFigure(page, subject, '#oversight-game?panel=sandbox&end');
  const title = (test: number) =>
    figure.getByRole('heading', { name: fill(words.findings.wary, { test, plain: 29 }) });
  await expect(title(56)).toBeVisible();
  await figure.getByRole('button', { name: words.published.agentic }).click();
  await expect(title(75)).toBeVisible();
  await expect(figure.getByRole('slider', { name: words.area })).toHaveValue('95');
});

test('twenty rounds by keyboard, what they show, and once more with other draws', async ({
  page,
}) => {
  const figure = await openFigure(page, subject, '#oversight-game?panel=play&end');
  const look = figure.getByRole('button', { name: words.moves.overseer.x, exact: true });
  const pass = figure.getByRole('button', { name: words.moves.overseer.o, exact: true });
  await pressOn(page, look, 'Enter', 5);
  await pressOn(page, pass, 'Enter', 15);
  await expect(figure.getByRole('heading', { name: words.finished })).toBeFocused();
  await expect(look).toHaveCount(0);
  await expect(figure.getByText(words.any.youAreHere).last()).toBeVisible();
  await figure.getByText(words.habit).click();
  await expect(figure.getByText(words.habits.seldom)).toBeVisible();
  // Five looks in twenty are too few: a faker would act every time, and gain by knowing it.
  const worth = fill(words.findings.exploited, { n: '0.15', least: '0.03', total: 20 });
  await expect(figure.getByRole('heading', { name: worth })).toBeVisible();
  await expect(page).toHaveURL(/[?&]moves=x{5}o{15}&end$/);
  await pressOn(page, figure.getByRole('button', { name: words.startAgain }), 'Enter');
  await expect(look).toBeFocused();
  await expect(figure.getByText(words.noRound, { exact: true })).toBeVisible();
});
