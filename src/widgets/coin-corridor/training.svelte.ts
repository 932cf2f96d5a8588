import type { jobs } from '../../workers/coin-corridor.ts';
import url from '../../workers/coin-corridor.worker.ts?worker&url';
import { startJob, type JobTrouble, type JobSource } from '../../workers/start-job.ts';
import type { TrainingSettings } from './coin-corridor.ts';
import { orderFor, sweepOrderFor, type Sweep, type Trained } from './course.ts';

const source: JobSource<typeof jobs> = {
  url,
  load: () => import('../../workers/coin-corridor.ts'),
};

/**
 * `quick`: out of sight, and the old picture stays until it is done. `watched` and `paused`: before
 * the reader's eyes.
 */
export type TrainingStatus = 'idle' | 'quick' | 'watched' | 'paused';

/** A slider that has not moved for so long, in ms, is at rest. */
const settling = 120;

/** The training that the figure shows, and the one that is under way. */
export class Training {
  status: TrainingStatus = $state('idle');
  trouble: JobTrouble | undefined = $state();
  /** The last training that came to its end. It stays when another one breaks off. */
  whole: Trained = $state.raw() as Trained;
  private soFar: Trained | undefined = $state.raw();
  private job: ReturnType<typeof startJob> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(atRest: Trained) {
    this.whole = atRest;
  }

  /** What the picture shows. */
  get shown(): Trained {
    return this.soFar ?? this.whole;
  }

  start(settings: TrainingSettings, pace: 'watch' | 'fast'): void {
    this.stop();
    this.trouble = undefined;
    this.status = pace === 'watch' ? 'watched' : 'quick';
    this.job = startJob(
      source,
      'train',
      orderFor(settings),
      {
        onframe: (frame) => {
          if (this.status !== 'quick') this.soFar = { settings, ...frame };
        },
        ondone: (frame) => {
          this.whole = { settings, ...frame };
          this.stop();
        },
        onrestart: () => (this.trouble = 'restarted'),
        onfail: (why) => {
          this.stop();
          this.trouble = why;
        },
      },
      { pace },
    );
  }

  /** Trains anew once a moving slider has come to rest, unless something else is started first. */
  startSoon(settings: TrainingSettings): void {
    this.stop();
    this.timer = setTimeout(() => this.start(settings, 'fast'), settling);
  }

  /** Shows a training that is known already. */
  take(trained: Trained): void {
    this.stop();
    this.trouble = undefined;
    this.whole = trained;
  }

  pauseOrGoOn(): void {
    if (this.status === 'watched') this.job?.pause();
    else this.job?.resume();
    this.status = this.status === 'watched' ? 'paused' : 'watched';
  }

  hurry(): void {
    this.job?.resume();
    this.job?.hurry();
    this.status = 'watched';
  }

  /** Ends what is under way. The last whole training is shown again. */
  stop(): void {
    clearTimeout(this.timer);
    this.job?.stop();
    this.job = undefined;
    this.soFar = undefined;
    this.status = 'idle';
  }
}

/** Learners for every share, as many as are trained by now. */
export class Sweeping {
  /** The last sweep that came to its end, or the one under way. */
  shown: Sweep = $state.raw() as Sweep;
  done = $state(0);
  running = $state(false);
  trouble: JobTrouble | undefined = $state();
  private before: Sweep;
  private job: ReturnType<typeof startJob> | undefined;

  constructor(private readonly atRest: Sweep) {
    this.before = atRest;
    this.shown = atRest;
  }

  start({ salience, episodes }: Sweep['settings']): void {
    this.stop();
    this.before = this.shown;
    this.trouble = undefined;
    this.running = true;
    this.done = 0;
    const settings = { salience, episodes };
    this.job = startJob(source, 'sweep', sweepOrderFor(settings), {
      onframe: ({ done, runs }) => {
        this.done = done;
        this.shown = { settings, runs };
      },
      ondone: ({ runs }) => {
        this.before = { settings, runs };
        this.stop();
      },
      onrestart: () => (this.trouble = 'restarted'),
      onfail: (why) => {
        this.stop();
        this.trouble = why;
      },
    });
  }

  /** Ends the sweep under way. The last whole one is shown again. */
  stop(): void {
    if (!this.running) return;
    this.job?.stop();
    this.job = undefined;
    this.running = false;
    this.shown = this.before;
  }

  /** Back to the sweep that came with the page. */
  reset(): void {
    this.stop();
    this.trouble = undefined;
    this.before = this.atRest;
    this.shown = this.atRest;
  }
}
