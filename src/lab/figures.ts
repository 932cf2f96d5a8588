import { getCollection } from 'astro:content';
import type * as v from 'valibot';
import { readArguments } from '../lib/argument-faults.ts';
import { rowCues } from '../models/calibration.ts';
import { defaultParameters } from '../models/cue-parameters.ts';
import * as buoyRace from '../widgets/buoy-race/buoy-race.ts';
import * as coinCorridor from '../widgets/coin-corridor/coin-corridor.ts';
import * as controlRoom from '../widgets/control-room/control-room.ts';
import * as crossedObjectives from '../widgets/crossed-objectives/crossed-objectives.ts';
import * as cueLab from '../widgets/cue-lab/cue-lab.ts';
import * as cueSwitch from '../widgets/cue-switch/cue-switch.ts';
import * as checklist from '../widgets/deployment-checklist/deployment-checklist.ts';
import * as detectionLab from '../widgets/detection-lab/detection-lab.ts';
import { publishedTests } from '../widgets/detection-lab/published.ts';
import * as emergence from '../widgets/emergence/emergence.ts';
import * as exfiltration from '../widgets/exfiltration/exfiltration.ts';
import * as replay from '../widgets/experiment-replay/experiment-replay.ts';
import * as hiddenReasoning from '../widgets/hidden-reasoning/hidden-reasoning.ts';
import * as horizon from '../widgets/horizon/horizon.ts';
import * as oversightGame from '../widgets/oversight-game/oversight-game.ts';
import * as rewardTrainer from '../widgets/reward-trainer/reward-trainer.ts';
import * as spotTheTest from '../widgets/spot-the-test/spot-the-test.ts';
import * as timeLimit from '../widgets/time-limit/time-limit.ts';
import * as trainingDynamics from '../widgets/training-dynamics/training-dynamics.ts';
import * as variationAtlas from '../widgets/variation-atlas/variation-atlas.ts';
import * as worryMap from '../widgets/worry-map/worry-map.ts';

/** What the address of a figure may hold, and what the figure starts from. */
export interface FigureAddress {
  schema: v.GenericSchema<unknown, unknown>;
  /** By the names of the schema; what is not there, a figure takes from elsewhere. */
  defaults: Readonly<Record<string, unknown>>;
}

const address = ({
  linkSchema,
  defaults,
}: {
  linkSchema: FigureAddress['schema'];
  defaults: FigureAddress['defaults'];
}): FigureAddress => ({ schema: linkSchema, defaults });

/** The addresses of all figures, by name. */
export async function figureAddresses(): Promise<Record<string, FigureAddress>> {
  const tests = detectionLab.defaultsFrom(await publishedTests());
  const transcripts = await getCollection('transcripts');
  return {
    'buoy-race': address(buoyRace),
    'coin-corridor': address(coinCorridor),
    'control-room': address(controlRoom),
    'crossed-objectives': address(crossedObjectives),
    'cue-lab': {
      schema: cueLab.linkSchema,
      defaults: {
        ...defaultParameters,
        ...cueLab.promptCuesOf(cueLab.defaults),
        ...cueLab.defaults,
      },
    },
    'cue-switch': address(cueSwitch),
    'deployment-checklist': address(checklist),
    'detection-lab': { schema: detectionLab.linkSchemaFor(tests), defaults: { ...tests } },
    emergence: address(emergence),
    exfiltration: address(exfiltration),
    'experiment-replay': {
      schema: replay.linkSchema([
        ...Object.keys(rowCues),
        ...Object.keys(replay.evidenceAfterTraining),
      ]),
      defaults: { ...replay.defaults },
    },
    'hidden-reasoning': address(hiddenReasoning),
    horizon: address(horizon),
    'oversight-game': address(oversightGame),
    'reward-trainer': address(rewardTrainer),
    'spot-the-test': {
      schema: spotTheTest.linkSchema(transcripts.length),
      defaults: { ...spotTheTest.defaults },
    },
    'time-limit': address(timeLimit),
    'training-dynamics': address(trainingDynamics),
    'variation-atlas': address(variationAtlas),
    'worry-map': {
      schema: worryMap.linkSchemaFor([...readArguments().keys()]),
      defaults: { ...worryMap.defaults },
    },
  };
}
