import {
  runJob,
  type FrameOf,
  type InputOf,
  type Jobs,
  type Pace,
  type ResultOf,
  type Run,
} from './job.ts';
import type { Order, Report } from './serve.ts';

/** Where the jobs of a figure are: the address of its worker, and the same jobs for this thread. */
export interface JobSource<J extends Jobs> {
  /** From `import url from './<figure>.worker.ts?worker&url'`. */
  url: string;
  /** Used where no worker can be had: `() => import('./<figure>.ts')`. */
  load: () => Promise<{ jobs: J }>;
}

/** `failed`: the computation broke off with an error; `stalled`: it gave no sign of life. */
export type JobFailure = 'failed' | 'stalled';

/** What a reader is told of a job; `restarted`: its worker died, and it is under way again or done. */
export type JobTrouble = JobFailure | 'restarted';

/** What a page hears of its job. */
export interface JobHandlers<Frame, Result> {
  onframe?(frame: Frame): void;
  ondone(result: Result): void;
  /** The worker died, and another one begins the job anew. It happens once; the next time the job fails. */
  onrestart(): void;
  onfail(why: JobFailure): void;
}

/** The page looks for signs of life this often, in ms. */
const watchTime = 500;
/** Looks without a sign before a worker is given up. Counted, so that a sleeping laptop is forgiven. */
const patience = 4;
/** The same while its script is still being fetched: slow networks are no fault. */
const patienceForScript = 60;

/**
 * Starts a job in a worker of its own, or in short slices on this thread where no worker can be had.
 * It rests while nobody sees the page, and goes on exactly where it was. `stop` ends it at once and
 * nothing is heard of it afterwards; call it before starting another, and when the figure goes away.
 */
export function startJob<J extends Jobs, Name extends keyof J & string>(
  source: JobSource<J>,
  name: Name,
  input: InputOf<J[Name]>,
  handlers: JobHandlers<FrameOf<J[Name]>, ResultOf<J[Name]>>,
  { pace = 'fast' }: { pace?: Pace } = {},
): Run {
  let over = false;
  let restarted = false;
  let asked: 'running' | 'paused' = 'running';
  let current: Run | undefined;

  const end = () => {
    over = true;
    current?.stop();
    document.removeEventListener('visibilitychange', follow);
  };
  const hooks = {
    onframe: (frame: unknown) => over || handlers.onframe?.(frame as FrameOf<J[Name]>),
    ondone(result: unknown) {
      if (over) return;
      end();
      handlers.ondone(result as ResultOf<J[Name]>);
    },
    onfail(why: JobFailure) {
      if (over) return;
      end();
      handlers.onfail(why);
    },
    ondeath(why: JobFailure) {
      if (over) return;
      if (restarted) return hooks.onfail(why);
      restarted = true;
      handlers.onrestart();
      begin();
    },
  };
  const follow = () => {
    if (asked === 'paused' || document.hidden) current?.pause();
    else current?.resume();
  };

  async function runHere() {
    try {
      const { jobs } = await source.load();
      if (over) return;
      const local = { ...hooks, onfail: () => hooks.onfail('failed') };
      current = runJob<unknown, unknown, unknown>(jobs[name]!, input, local, pace);
      follow();
    } catch {
      hooks.onfail('failed');
    }
  }

  function begin() {
    try {
      current = inWorker(source.url, { kind: 'start', job: name, input, pace }, hooks, () => {
        if (!over) void runHere();
      });
      follow();
    } catch {
      void runHere();
    }
  }

  begin();
  document.addEventListener('visibilitychange', follow);

  return {
    pause() {
      asked = 'paused';
      follow();
    },
    resume() {
      asked = 'running';
      follow();
    },
    hurry() {
      pace = 'fast';
      current?.hurry();
    },
    stop: end,
  };
}

interface WorkerHooks {
  onframe(frame: unknown): void;
  ondone(result: unknown): void;
  /** The job threw an error of its own. */
  onfail(why: JobFailure): void;
  /** The worker broke down or fell silent, and is gone. */
  ondeath(why: JobFailure): void;
}

/**
 * @param onmissing called where the worker's script cannot be had; nothing has happened by then.
 * @throws where the browser has no workers or refuses this one.
 */
function inWorker(url: string, start: Order, hooks: WorkerHooks, onmissing: () => void): Run {
  const worker = new Worker(url, { type: 'module' });
  const send = (order: Order) => worker.postMessage(order);
  // Before the watch begins: an input that cannot be sent throws here.
  send(start);
  let ready = false;
  let paused = false;
  let silence = 0;
  const stop = () => {
    clearInterval(watch);
    worker.terminate();
  };
  const watch = setInterval(() => {
    if (paused) return;
    silence += 1;
    if (silence <= (ready ? patience : patienceForScript)) return;
    stop();
    hooks.ondeath('stalled');
  }, watchTime);

  worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
    silence = 0;
    ready = true;
    if (data.kind === 'frame') hooks.onframe(data.frame);
    if (data.kind === 'done') hooks.ondone(data.result);
    if (data.kind === 'failed') hooks.onfail('failed');
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    stop();
    if (ready) hooks.ondeath('failed');
    else onmissing();
  });
  return {
    pause() {
      paused = true;
      send({ kind: 'pause' });
    },
    resume() {
      paused = false;
      silence = 0;
      send({ kind: 'resume' });
    },
    hurry: () => send({ kind: 'hurry' }),
    stop,
  };
}
