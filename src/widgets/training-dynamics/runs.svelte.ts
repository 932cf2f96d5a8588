import type { Pace } from '../../workers/job.ts';
import type { jobs } from '../../workers/training-dynamics.ts';
import url from '../../workers/training-dynamics.worker.ts?worker&url';
import { ShownJob } from '../parts/shown-job.svelte.ts';
import { orderFor, type DynamicsState, type Prompt } from './training-dynamics.ts';

/** The part of a state that decides how learners fare. */
export type RunSettings = Pick<DynamicsState, 'prompt' | 'batch' | 'rate' | 'runs' | 'set'>;

/** A change of settings may be followed by another one at once; milliseconds to wait for it. */
const settling = 120;

/** Learners that have finished, and those under way. */
export class Runs extends ShownJob<typeof jobs, 'runs'> {
  constructor(atRest: readonly (readonly number[])[]) {
    super({ url, load: () => import('../../workers/training-dynamics.ts') }, 'runs');
    this.take(atRest);
  }

  /** Course of each finished learner: the faker's share, 0 to 1. */
  get lines(): readonly (readonly number[])[] {
    return this.frame?.lines ?? [];
  }

  /** Starts anew; lines show as they come in. */
  start(prompt: Prompt, settings: RunSettings, pace: Pace): void {
    this.begin(orderFor(prompt, settings), pace);
  }

  /** The same once the settings have come to rest; what is shown stays until then. */
  startSoon(prompt: Prompt, settings: RunSettings): void {
    this.later(settling, () => this.start(prompt, settings, 'fast'));
  }

  /** Shows learners that are known already. */
  take(lines: readonly (readonly number[])[]): void {
    this.show({ lines });
  }
}
