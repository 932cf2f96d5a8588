import type { FrameOf, InputOf, Jobs, Pace, ResultOf } from '../../workers/job.ts';
import { startJob, type JobTrouble, type JobSource } from '../../workers/start-job.ts';

/**
 * A job as a figure shows it: what it has brought so far, and how it stands. For jobs whose frames are
 * of the same kind as their result.
 */
export class ShownJob<J extends Jobs, Name extends keyof J & string> {
  /** The newest; undefined before the first. */
  frame: FrameOf<J[Name]> | ResultOf<J[Name]> | undefined = $state.raw();
  running: boolean = $state(false);
  /** The reader stopped the work before its end; what was there by then stays. */
  stopped: boolean = $state(false);
  /** What went wrong with the newest. */
  trouble: JobTrouble | undefined = $state();
  private job: ReturnType<typeof startJob> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly source: JobSource<J>,
    private readonly name: Name,
  ) {}

  /** Starts anew; frames show as they come in. */
  protected begin(input: InputOf<J[Name]>, pace: Pace = 'fast'): void {
    this.show(undefined);
    this.running = true;
    this.job = startJob(
      this.source,
      this.name,
      input,
      {
        onframe: (frame) => (this.frame = frame),
        ondone: (frame) => {
          const { trouble } = this;
          this.show(frame);
          this.trouble = trouble;
        },
        onrestart: () => (this.trouble = 'restarted'),
        onfail: (why) => {
          this.end();
          this.trouble = why;
        },
      },
      { pace },
    );
  }

  /** Ends what is under way, and begins something once settings have not changed for so long, in ms. */
  protected later(wait: number, begin: () => void): void {
    this.end();
    this.running = true;
    this.timer = setTimeout(begin, wait);
  }

  /** Ends what is under way, and shows what is known already. */
  protected show(frame: typeof this.frame): void {
    this.end();
    this.stopped = false;
    this.trouble = undefined;
    this.frame = frame;
  }

  /** Ends what is under way at the reader's wish. */
  stop(): void {
    if (!this.running) return;
    this.end();
    this.stopped = true;
  }

  private end(): void {
    clearTimeout(this.timer);
    this.job?.stop();
    this.job = undefined;
    this.running = false;
  }
}
