import type { jobs, RegretPoint } from '../../workers/oversight-game.ts';
import url from '../../workers/oversight-game.worker.ts?worker&url';
import { ShownJob } from '../parts/shown-job.svelte.ts';
import { regretRounds, type DrawnGame } from './any-game.ts';

/** Two learners who play a drawn game, and how far they have come. */
export class Regrets extends ShownJob<typeof jobs, 'regret'> {
  constructor() {
    super({ url, load: () => import('../../workers/oversight-game.ts') }, 'regret');
  }

  get points(): readonly RegretPoint[] {
    return this.frame?.points ?? [];
  }

  /** Starts from the first round. */
  start({ size, seed, sums }: DrawnGame): void {
    this.begin({ size, seed, sums, rounds: regretRounds });
  }

  /** Ends the play and forgets it. */
  clear(): void {
    this.show(undefined);
  }
}
