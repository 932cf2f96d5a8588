import { z } from 'astro/zod';
import { assignment } from './ui/assignment.ts';
import { assignmentBuilder } from './ui/assignment-builder.ts';
import { banks } from './ui/banks.ts';
import { calibration } from './ui/calibration.ts';
import { chartability } from './ui/chartability.ts';
import { coinCorridor } from './ui/coin-corridor.ts';
import { conformance } from './ui/conformance.ts';
import { controlRoom } from './ui/control-room.ts';
import { crossedObjectives } from './ui/crossed-objectives.ts';
import { buoyRace } from './ui/buoy-race.ts';
import { cueLab } from './ui/cue-lab.ts';
import { cueSwitch } from './ui/cue-switch.ts';
import { deploymentChecklist } from './ui/deployment-checklist.ts';
import { detectionLab } from './ui/detection-lab.ts';
import { emergence } from './ui/emergence.ts';
import { exfiltration } from './ui/exfiltration.ts';
import { experimentReplay } from './ui/experiment-replay.ts';
import { hiddenReasoning } from './ui/hidden-reasoning.ts';
import { horizon } from './ui/horizon.ts';
import { hosting } from './ui/hosting.ts';
import { lab } from './ui/lab.ts';
import { oversightGame } from './ui/oversight-game.ts';
import { progress } from './ui/progress.ts';
import { review } from './ui/review.ts';
import { questions } from './ui/questions.ts';
import { questionNotes } from './ui/question-notes.ts';
import { offline } from './ui/offline.ts';
import { receipts } from './ui/receipts.ts';
import { rewardTrainer } from './ui/reward-trainer.ts';
import { shell } from './ui/shell.ts';
import { siteTexts } from './ui/site.ts';
import { teach } from './ui/teach.ts';
import { timeLimit } from './ui/time-limit.ts';
import { trainingDynamics } from './ui/training-dynamics.ts';
import { twoFailures } from './ui/two-failures.ts';
import { worksheet } from './ui/worksheet.ts';
import { worryMap } from './ui/worry-map.ts';
import { spotTheTest } from './ui/spot-the-test.ts';
import { variationAtlas } from './ui/variation-atlas.ts';

/** Texts that have a file of their own, by its name in camel case: of each figure, and of larger pages. */
export const partTexts = {
  assignment,
  assignmentBuilder,
  banks,
  buoyRace,
  calibration,
  chartability,
  coinCorridor,
  conformance,
  controlRoom,
  crossedObjectives,
  cueLab,
  cueSwitch,
  deploymentChecklist,
  detectionLab,
  emergence,
  exfiltration,
  experimentReplay,
  hiddenReasoning,
  horizon,
  hosting,
  lab,
  oversightGame,
  offline,
  progress,
  questionNotes,
  questions,
  receipts,
  review,
  rewardTrainer,
  shell,
  teach,
  timeLimit,
  trainingDynamics,
  twoFailures,
  spotTheTest,
  variationAtlas,
  worksheet,
  worryMap,
};

/**
 * The interface texts of a language: a folder `content/ui/<language>/` with `site.yaml` and one file
 * for each figure and each larger page, called after it. A word in braces is filled in by the page: keep it, move it, do not
 * translate it.
 */
export const ui = z.strictObject({ ...siteTexts.shape, ...partTexts });
export { siteTexts };

export type Ui = z.infer<typeof ui>;
export type FigureLabels = Ui['figure'];
