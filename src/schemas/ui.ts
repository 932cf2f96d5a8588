import { z } from 'astro/zod';
import { cueSwitch } from './ui/cue-switch.ts';
import { experimentReplay } from './ui/experiment-replay.ts';
import { rewardTrainer } from './ui/reward-trainer.ts';
import { siteTexts } from './ui/site.ts';

/** Texts of each figure, by its name in camel case. */
export const figureTexts = {
  cueSwitch,
  experimentReplay,
  rewardTrainer,
};

/**
 * The interface texts of a language: a folder `content/ui/<language>/` with `site.yaml` and one file
 * a figure, called after it. A word in braces is filled in by the page: keep it, move it, do not
 * translate it.
 */
export const ui = z.strictObject({ ...siteTexts.shape, ...figureTexts });
export { siteTexts };

export type Ui = z.infer<typeof ui>;
export type FigureLabels = Ui['figure'];
