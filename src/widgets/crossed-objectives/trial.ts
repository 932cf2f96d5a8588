import {
  curvesOf,
  followed,
  layOver,
  rewired,
  roughReach,
  type Base,
  type Rewired,
} from '../../models/crossed-objectives.ts';
import type { KernelMemory } from '../../models/kernel-memory.ts';
import {
  bandsOf,
  onMap,
  placeOf,
  type Bands,
  type ObjectivesState,
  type Shown,
} from './crossed-objectives.ts';

/** What a trial depends on: a base, and a fine-tuning in hundredths. */
export interface TrialSettings extends Pick<ObjectivesState, 'width' | 'spread'> {
  base: Base;
}

/** A fine-tuning laid over a base, and what the picture shows of it. */
export interface Trial extends TrialSettings {
  overlay: KernelMemory;
  /** Probability that the policy fails, distance by distance. */
  after: number[];
  rewired: Rewired;
  /** The rule of thumb for the reach. */
  rough: number;
  bands: Bands;
}

/** Maps of bases, which stay the same while the fine-tuning changes. */
const baseMaps = new WeakMap<Base, Float64Array>();

function mapOf(base: Base): Float64Array {
  const map = baseMaps.get(base) ?? onMap(base.memory);
  baseMaps.set(base, map);
  return map;
}

/** Lays a fine-tuning over a base, with pauses: at its first time this would hold up a page. */
export function* tryOut(settings: TrialSettings): Generator<undefined, Trial, undefined> {
  const { base, width, spread } = settings;
  const tuning = { width: width / 100, spread: spread / 100 };
  const overlay = yield* layOver(base, tuning);
  yield;
  const { after } = curvesOf(base, overlay);
  yield;
  const map = mapOf(base);
  yield;
  const bands = yield* bandsOf(map, onMap(overlay));
  return {
    ...settings,
    overlay,
    after,
    bands,
    rewired: rewired(base, overlay),
    rough: roughReach(base, overlay, tuning),
  };
}

/** What is shown of a trial, with the marker where the values say. */
export function shownOf(trial: Trial, values: ObjectivesState): Shown {
  const { base, overlay, width, spread, after } = trial;
  const { far, flipped } = trial.rewired;
  const { x, y } = placeOf(values);
  return {
    values: { ...values, width, spread, seed: base.seed },
    after,
    rewired: { far, flipped: flipped.xs.length },
    followed: followed(base, overlay, x, y),
  };
}
