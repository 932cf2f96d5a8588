import type { BoatSettings } from '../../models/buoy-race-training.ts';
import type { jobs } from '../../workers/buoy-race.ts';
import url from '../../workers/buoy-race.worker.ts?worker&url';
import { startJob, type JobTrouble, type JobSource } from '../../workers/start-job.ts';
import { sameSettings, type Trained } from './buoy-race.ts';

const source: JobSource<typeof jobs> = {
  url,
  load: () => import('../../workers/buoy-race.ts'),
};

/** The training that is shown, and the one that is under way out of sight. */
export class TrainingRun {
  shown: Trained = $state.raw() as Trained;
  trouble: JobTrouble | undefined = $state();
  private job: ReturnType<typeof startJob> | undefined;

  constructor(private readonly atRest: Trained) {
    this.shown = atRest;
  }

  /** True once the boat can be looked at at every point of its training. */
  get whole(): boolean {
    return this.shown.wakes.length === this.shown.after.length;
  }

  /** Shows the training of these settings: what the page came with at once, the rest soon after. */
  take(settings: BoatSettings): void {
    this.stop();
    this.trouble = undefined;
    if (sameSettings(settings, this.shown.settings) && this.whole) return;
    if (sameSettings(settings, this.atRest.settings)) this.shown = this.atRest;
    this.job = startJob(source, 'train', settings, {
      ondone: (training) => (this.shown = { settings, ...training }),
      onrestart: () => (this.trouble = 'restarted'),
      onfail: (why) => (this.trouble = why),
    });
  }

  stop(): void {
    this.job?.stop();
    this.job = undefined;
  }
}
