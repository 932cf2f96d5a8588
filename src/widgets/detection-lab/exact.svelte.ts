import type { ExactOrder, ExactPoint, jobs } from '../../workers/detection-lab.ts';
import url from '../../workers/detection-lab.worker.ts?worker&url';
import { ShownJob } from '../parts/shown-job.svelte.ts';

/** A moving slider changes the design many times a second; milliseconds to wait for its rest. */
const settling = 150;

/** Exact powers of a design, as far as they have been worked out. */
export class Exact extends ShownJob<typeof jobs, 'exact'> {
  /** How many sizes were asked for. */
  of: number = $state(0);

  constructor(atRest: readonly ExactPoint[]) {
    super({ url, load: () => import('../../workers/detection-lab.ts') }, 'exact');
    this.take(atRest);
  }

  get points(): readonly ExactPoint[] {
    return this.frame?.points ?? [];
  }

  /** Works out a design, once the settings have come to rest. */
  startSoon(order: ExactOrder): void {
    this.show(undefined);
    this.of = order.sizes.length;
    this.later(settling, () => this.begin(order));
  }

  /** Shows powers that are known already. */
  take(points: readonly ExactPoint[]): void {
    this.show({ points });
    this.of = points.length;
  }
}
