import Link from './components/prose/Link.astro';
import Check from './components/prose/Check.astro';
import Cite from './components/prose/Cite.astro';
import ClaimCheck from './components/prose/ClaimCheck.astro';
import Evidence from './components/prose/Evidence.astro';
import KeyPoints from './components/prose/KeyPoints.astro';
import Model from './components/prose/Model.astro';
import Term from './components/prose/Term.astro';
import TwoFailures from './components/prose/TwoFailures.astro';
import type { LessonTag } from './schemas/tags.ts';
import CoinCorridor from './widgets/coin-corridor/CoinCorridor.astro';
import CrossedObjectives from './widgets/crossed-objectives/CrossedObjectives.astro';
import BuoyRace from './widgets/buoy-race/BuoyRace.astro';
import CueSwitch from './widgets/cue-switch/CueSwitch.astro';
import Emergence from './widgets/emergence/Emergence.astro';
import ExperimentReplay from './widgets/experiment-replay/ExperimentReplay.astro';
import Horizon from './widgets/horizon/Horizon.astro';
import RewardTrainer from './widgets/reward-trainer/RewardTrainer.astro';
import SpotTheTest from './widgets/spot-the-test/SpotTheTest.astro';

/** Every tag a lesson may write; the keys are those of `lessonTags`. */
export const tags = {
  BuoyRace,
  TwoFailures,
  Check,
  Cite,
  ClaimCheck,
  CoinCorridor,
  CrossedObjectives,
  CueSwitch,
  Emergence,
  Evidence,
  ExperimentReplay,
  Horizon,
  KeyPoints,
  Model,
  RewardTrainer,
  SpotTheTest,
  Term,
} satisfies Record<LessonTag, unknown>;

/** The tags, and what Markdown itself writes where the site does it in its own way. */
export const components = { ...tags, a: Link };
