import Link from './components/prose/Link.astro';
import Check from './components/prose/Check.astro';
import Cite from './components/prose/Cite.astro';
import ClaimCheck from './components/prose/ClaimCheck.astro';
import Evidence from './components/prose/Evidence.astro';
import KeyPoints from './components/prose/KeyPoints.astro';
import Model from './components/prose/Model.astro';
import Term from './components/prose/Term.astro';
import type { LessonTag } from './schemas/tags.ts';
import CueSwitch from './widgets/cue-switch/CueSwitch.astro';
import ExperimentReplay from './widgets/experiment-replay/ExperimentReplay.astro';
import RewardTrainer from './widgets/reward-trainer/RewardTrainer.astro';

/** Every tag a lesson may write; the keys are those of `lessonTags`. */
export const tags = {
  Check,
  Cite,
  ClaimCheck,
  CueSwitch,
  Evidence,
  ExperimentReplay,
  KeyPoints,
  Model,
  RewardTrainer,
  Term,
} satisfies Record<LessonTag, unknown>;

/** The tags, and what Markdown itself writes where the site does it in its own way. */
export const components = { ...tags, a: Link };
