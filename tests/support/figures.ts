import { expect, type Locator, type Page } from '@playwright/test';
import { buoyRace } from './figures/buoy-race.ts';
import { coinCorridor } from './figures/coin-corridor.ts';
import { controlRoom } from './figures/control-room.ts';
import { crossedObjectives } from './figures/crossed-objectives.ts';
import { cueLab } from './figures/cue-lab.ts';
import { cueSwitch } from './figures/cue-switch.ts';
import { rewardTrainer } from './figures/reward-trainer.ts';
import { deploymentChecklist } from './figures/deployment-checklist.ts';
import { detectionLab } from './figures/detection-lab.ts';
import { emergence } from './figures/emergence.ts';
import { exfiltration } from './figures/exfiltration.ts';
import { experimentReplay } from './figures/experiment-replay.ts';
import { hiddenReasoning } from './figures/hidden-reasoning.ts';
import { horizon } from './figures/horizon.ts';
import { oversightGame } from './figures/oversight-game.ts';
import { timeLimit } from './figures/time-limit.ts';
import { spotTheTest } from './figures/spot-the-test.ts';
import { trainingDynamics } from './figures/training-dynamics.ts';
import { variationAtlas } from './figures/variation-atlas.ts';
import { worryMap } from './figures/worry-map.ts';
import type { FigureUnderTest } from './figures/figure-under-test.ts';
import { interfaceText } from './interface-text.ts';

export type { FigureUnderTest };

const { figure: frame } = interfaceText;

/** Every figure that a lesson shows. */
export const figures = [
  cueSwitch,
  cueLab,
  rewardTrainer,
  experimentReplay,
  coinCorridor,
  buoyRace,
  crossedObjectives,
  emergence,
  horizon,
  hiddenReasoning,
  oversightGame,
  spotTheTest,
  trainingDynamics,
  detectionLab,
  exfiltration,
  timeLimit,
  variationAtlas,
  controlRoom,
  deploymentChecklist,
  worryMap,
] satisfies FigureUnderTest[];

/**
 * Loads the page of a figure, by a link to a state of it where a fragment is given, and waits for it.
 * Tests stay on one page: one that lies behind another gets no animation frames, and Playwright then
 * waits for them for ever.
 */
export async function openFigure(
  page: Page,
  { lesson, name }: Pick<FigureUnderTest, 'lesson' | 'name'>,
  fragment = '',
): Promise<Locator> {
  // Another fragment alone would not load the page anew.
  await page.goto('about:blank');
  await page.goto(lesson + fragment);
  const figure = page.locator(`#${name}`);
  await figure.evaluate((node) => node.scrollIntoView());
  await expect(figure).toHaveAttribute('data-figure', 'ready');
  return figure;
}

/** Lets the outcome be seen where it waits for a prediction. */
export async function skipPrediction(figure: Locator): Promise<void> {
  await figure.getByRole('button', { name: frame.skip }).click();
}

/**
 * Waits until the address has followed what was set. A figure writes it 300 ms later; a longer timer
 * of the page that starts after that one also ends after it, however slow the machine is.
 */
export async function addressFollows(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 350)));
}

/** What a figure shows, in words: settings, picture and table. */
export async function shownState(figure: Locator): Promise<string[]> {
  const table = figure.locator('details.table');
  if ((await table.getAttribute('open')) === null) await table.locator('summary').click();
  // What a worker still computes comes a moment later.
  await expect(figure.locator('[aria-busy=true]')).toHaveCount(0);
  const parts = ['.controls', '.picture', 'table'];
  return Promise.all(parts.map((part) => figure.locator(part).ariaSnapshot()));
}
