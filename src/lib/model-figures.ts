import { controlFigures } from './model-figures/control.ts';
import { cueModelFigures } from './model-figures/cue-model.ts';
import { detectingFigures } from './model-figures/detecting.ts';
import type { ModelFigures } from './model-figures/figure-maker.ts';
import { measuringFigures } from './model-figures/measuring.ts';
import { oversightFigures } from './model-figures/oversight.ts';
import { trainingFigures } from './model-figures/training.ts';

/** The file behind each group of numbers, by the first part of their keys. */
const modelFiles: Record<string, string> = {
  control: 'src/models/control-room.ts',
  default: 'src/models/cue-model.ts',
  prompt: 'src/models/cue-model.ts',
  decision: 'src/models/cue-model.ts',
  horizon: 'src/models/goal-guarding.ts',
  fit: 'src/models/calibration.ts',
  'held-out': 'src/models/held-out.ts',
  rival: 'src/models/three-way-logit.ts',
  crossed: 'src/models/crossed-objectives.ts',
  emergence: 'src/models/emergence.ts',
  detection: 'src/models/binormal.ts',
  detect: 'src/models/test-awareness.ts',
  atlas: 'src/lib/line-fit.ts',
  dynamics: 'src/models/training-dynamics.ts',
  'time-limit': 'src/models/time-limit-agent.ts',
  oversight: 'src/models/inspection-game.ts',
};

/** Path of the file that computes a number, or of all models where none is named for its key. */
export function modelFile(key: string): string {
  return modelFiles[key.split('.')[0]!] ?? 'src/models';
}

let computed: ModelFigures | undefined;

/**
 * Every number that `<Model of>` can print, by its key, computed when it is first asked for. They
 * stand in `model-figures/`.
 *
 * @throws {Error} a sentence for the author when a published figure cannot be read.
 */
export function modelFigures(): ModelFigures {
  return (computed ??= {
    ...cueModelFigures(),
    ...trainingFigures(),
    ...measuringFigures(),
    ...detectingFigures(),
    ...controlFigures(),
    ...oversightFigures(),
  });
}
