import { expect, type Locator, type Page } from '@playwright/test';
import { interfaceText } from './interface-text.ts';
import { pressOn } from './keyboard.ts';

const { cueSwitch, experimentReplay, rewardTrainer, figure: frame } = interfaceText;

/** A figure on its lesson's page, and what a reader does there with the keyboard alone. */
export interface FigureUnderTest {
  /** Its id on the page, in links and in the names of saved files. */
  name: string;
  /** Address of the lesson, relative to the site's root. */
  lesson: string;
  /** Gives a prediction other than the one at rest and locks it in. */
  predict(page: Page, figure: Locator): Promise<void>;
  /** Sets a state other than the one at rest; the outcome must be in sight. */
  change(page: Page, figure: Locator): Promise<void>;
  /** A parameter of its links, and a value that no link holds. */
  badValue: string;
}

/** Every figure that a lesson shows. */
export const figures: FigureUnderTest[] = [
  {
    name: 'cue-switch',
    lesson: 'lessons/two-faces/',
    async predict(page, figure) {
      await pressOn(page, figure.getByLabel(cueSwitch.predictTraining), 'Space');
      await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
    },
    async change(page, figure) {
      const atRest = figure.getByRole('radio', { name: cueSwitch.used, exact: true });
      await pressOn(page, atRest, 'ArrowRight');
    },
    badValue: 'condition=moonlight',
  },
  {
    name: 'reward-trainer',
    lesson: 'lessons/learning-from-reward/',
    async predict(page, figure) {
      await pressOn(page, figure.getByRole('slider'), 'ArrowLeft', 5);
      await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
    },
    async change(page, figure) {
      const button = (name: string) => figure.getByRole('button', { name, exact: true });
      await pressOn(page, button(rewardTrainer.reward), 'Enter', 2);
      await pressOn(page, button(rewardTrainer.noReward), 'Enter');
      await pressOn(page, figure.getByRole('slider'), 'ArrowRight', 2);
    },
    badValue: 'rewards=gold',
  },
  {
    name: 'experiment-replay',
    lesson: 'lessons/the-experiment/',
    async predict(page, figure) {
      await pressOn(page, figure.getByRole('slider').first(), 'ArrowLeft', 5);
      await pressOn(page, figure.getByRole('slider').last(), 'ArrowRight', 5);
      await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
    },
    async change(page, figure) {
      await pressOn(page, figure.getByRole('combobox'), 'ArrowDown');
      const drawMore = figure.getByRole('button', { name: experimentReplay.drawMore });
      await pressOn(page, drawMore, 'Enter');
    },
    badValue: 'hundreds=21',
  },
];

/** Goes to a figure, by a link to a state of it where a fragment is given, and waits for it. */
export async function openFigure(
  page: Page,
  { lesson, name }: Pick<FigureUnderTest, 'lesson' | 'name'>,
  fragment = '',
): Promise<Locator> {
  await page.goto(lesson + fragment);
  const figure = page.locator(`#${name}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-figure', 'ready');
  return figure;
}

/** Lets the outcome be seen where it waits for a prediction. */
export async function skipPrediction(figure: Locator): Promise<void> {
  await figure.getByRole('button', { name: frame.skip }).click();
}

/** What a figure shows, in words: settings, picture and table. */
export async function shownState(figure: Locator): Promise<string[]> {
  const table = figure.locator('details.table');
  if ((await table.getAttribute('open')) === null) await table.locator('summary').click();
  const parts = ['.controls', '.picture', 'table'];
  return Promise.all(parts.map((part) => figure.locator(part).ariaSnapshot()));
}
