import type { Locator } from '@playwright/test';
import { fill } from '../../src/lib/fill.ts';
import { variationRows } from '../../src/lib/published-cells.ts';
import { readEvidence, readPromptVariations } from '../../src/lib/read-content.ts';
import { figures, openFigure, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { experimentReplay: words, figure: frame } = interfaceText;
const subject = figures.find(({ name }) => name === 'experiment-replay')!;

type Pair = { value: number; se: number };

/** Published value and standard error of each quantity, as the table should print them. */
function publishedRows(faking: Pair, refusedFree: Pair, refusedPaid: Pair, gap: Pair) {
  const print = ({ value, se }: Pair) =>
    [value, se].map((number) => number.toFixed(1).replace('-', '−'));
  const answered = ({ value, se }: Pair) => print({ value: 100 - value, se });
  return {
    [words.quantities.answeredTraining]: answered(refusedFree),
    [words.quantities.faking]: print(faking),
    [words.quantities.answeredDeployment]: answered(refusedPaid),
    [words.quantities.gap]: print(gap),
  };
}

const variations = readPromptVariations();
const evidence = readEvidence();
const afterTraining = {
  afterTraining: 'G24-028',
  openAiAfter: 'G24-030',
  noExamplesAfter: 'G24-032',
};

/** The published rows by prompt: seven from the table of variations, three from after training. */
const prompts = Object.fromEntries([
  ...Object.entries(variationRows).map(([id, number]) => {
    const row = variations.find((variation) => variation.row === number)!;
    const { af, nonComplianceTrain, nonComplianceUnmonitored, gap } = row;
    return [id, publishedRows(af, nonComplianceTrain, nonComplianceUnmonitored, gap)] as const;
  }),
  ...Object.entries(afterTraining).map(([id, entry]) => {
    const figure = (name: string) => evidence.get(entry)!.figures![name] as Pair;
    const [free, paid] = [figure('refuse_train'), figure('refuse_unmonitored')];
    return [id, publishedRows(figure('af'), free, paid, figure('gap'))] as const;
  }),
]);

/** The cells of the figure's table, row by row. */
async function tableCells(figure: Locator): Promise<string[][]> {
  const rows = await figure.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
}

test('a prediction made with the keyboard is drawn into the chart', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await expect(figure.getByRole('img')).toHaveCount(0);

  await pressOn(page, figure.getByRole('slider', { name: words.guessTraining }), 'ArrowLeft', 20);
  await pressOn(page, figure.getByRole('slider', { name: words.guessDeployment }), 'ArrowRight', 5);
  await expect(figure.getByText(`55 ${words.ofHundred}`)).toBeVisible();
  await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');

  const [[, training = ''] = [], , [, deployment = ''] = []] = await tableCells(figure);
  await expect(figure.getByRole('status').first()).toContainText(
    fill(words.outcome, { guessTraining: 30, guessDeployment: 55, training, deployment }),
  );
  const guesses = figure.locator('.row').filter({ has: page.locator('.guess') });
  await expect(guesses.locator('text')).toHaveText([
    fill(words.yourGuess, { n: 30 }),
    fill(words.yourGuess, { n: 55 }),
  ]);
  // A bold guess stretches the axis to a hundred, so that a share of the width is a rate.
  await expect(guesses.locator('.guess').first()).toHaveAttribute('x1', '30%');
});

test('each published prompt can be chosen, and the figures are those of the evidence', async ({
  page,
}) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  const select = figure.getByRole('combobox', { name: words.prompt });
  await expect(select.getByRole('option')).toHaveCount(Object.keys(prompts).length);

  for (const [id, expected] of Object.entries(prompts)) {
    await select.selectOption({ label: words.prompts[id as keyof typeof words.prompts] });
    const rows = (await tableCells(figure)).map(([name, ...cells]) => [name, cells.slice(0, 2)]);
    expect(Object.fromEntries(rows), id).toEqual(expected);
  }
});

test('the residual is printed beside each rate', async ({ page }) => {
  const figure = await openFigure(page, subject, '#experiment-replay?prompt=openAi&end');
  const cells = await tableCells(figure);
  for (const [
    index,
    [, published = '', se = '', model = '', points = '', errors = ''],
  ] of cells.entries()) {
    await expect(figure.locator('.numbers').nth(index)).toHaveText(
      fill(words.numbers, { published, se, model, points, errors }),
    );
    const [off, ofErrors] = [points, errors].map((cell) => Number(cell.replace('−', '-')));
    expect(Math.abs(off! - (Number(published) - Number(model)))).toBeLessThan(0.101);
    expect(Math.abs(ofErrors! * Number(se) - off!)).toBeLessThan(0.05 * (1 + Number(se)));
  }
});

test('the dots are the published counts until a hundred is drawn', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  const drawn = (n: number, seed: number) => figure.getByText(fill(words.drawnSoFar, { n, seed }));
  const free = figure.getByRole('img', { name: words.freeTier });
  const drawMore = figure.getByRole('button', { name: words.drawMore });
  const backToPublished = figure.getByRole('button', { name: words.startAgain });

  const [[, training = ''] = [], [, faking = ''] = []] = await tableCells(figure);
  const [n, why] = [training, faking].map((cell) => Math.round(Number(cell)));
  const published = fill(words.publishedTraining, { n: n!, why: why! });
  await expect(free).toHaveAccessibleName(`${words.freeTier}: ${published}`);
  await expect(free.locator('.faking')).toHaveCount(why!);
  await expect(figure.locator('.drawn')).toHaveCount(0);

  const hundreds = new Set<string>();
  for (const total of [100, 200, 300, 400]) {
    await drawMore.click();
    await expect(drawn(total, 1)).toBeVisible();
    await expect(free.locator('circle')).toHaveCount(100);
    hundreds.add((await free.getAttribute('aria-label')) ?? '');
  }
  expect(hundreds.size, 'one hundred is not like another').toBeGreaterThan(1);
  await expect(figure.locator('.drawn')).toHaveCount(3);

  await backToPublished.click();
  await expect(drawMore).toBeFocused();
  await expect(free).toHaveAccessibleName(`${words.freeTier}: ${published}`);
  await expect(backToPublished).toBeHidden();
  for (let total = 100; total <= 2000; total += 100) await drawMore.click();
  await expect(drawn(2000, 2), 'another seed than before').toBeVisible();
  await expect(drawMore).toBeDisabled();
});

test('after training there is no model, and none is drawn', async ({ page }) => {
  const figure = await openFigure(page, subject);
  await skipPrediction(figure);
  await expect(figure.locator('rect.bar')).toHaveCount(4);

  for (const id of ['afterTraining', 'openAiAfter', 'noExamplesAfter'] as const) {
    await figure.getByRole('combobox').selectOption({ label: words.prompts[id] });
    const finding = id === 'afterTraining' ? words.findingAfter : words.findingAltered;
    await expect(figure.getByRole('heading', { name: finding })).toBeVisible();
    await expect(figure.getByText(words.notModelled)).toBeVisible();
    await expect(figure.locator('rect.bar, .drawn')).toHaveCount(0);
    await expect(figure.getByRole('button', { name: words.drawMore })).toHaveCount(0);
    await expect(figure.getByText(frame.fitted, { exact: true })).toHaveCount(0);
    for (const cells of await tableCells(figure)) expect(cells.slice(3)).toEqual(['–', '–', '–']);
  }
});
