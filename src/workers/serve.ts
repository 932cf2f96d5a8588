import { runJob, type Jobs, type Pace, type Run } from './job.ts';

/** From the page to a worker. A worker runs one job in its life: stopping it ends the worker. */
export type Order =
  | { kind: 'start'; job: string; input: unknown; pace: Pace }
  | { kind: 'pause' | 'resume' | 'hurry' };

/** From a worker to the page. */
export type Report =
  /** The script runs and waits for its job. */
  | { kind: 'ready' }
  /** Still at work, with nothing new to show. */
  | { kind: 'alive' }
  | { kind: 'frame'; frame: unknown }
  | { kind: 'done'; result: unknown }
  | { kind: 'failed'; message: string };

/** Signs of life are sent this often in ms. */
const lifeSign = 400;

/** Makes this worker do the jobs of a figure, one in its life. */
export function serve(jobs: Jobs): void {
  let run: Run | undefined;
  let toldAt = 0;
  const tell = (report: Report, payload?: unknown) => {
    toldAt = performance.now();
    postMessage(report, { transfer: buffersIn(payload) });
  };

  addEventListener('message', ({ data }: MessageEvent<Order>) => {
    if (data.kind !== 'start') return run?.[data.kind]();
    const job = jobs[data.job];
    if (!job) throw new Error(`This worker has no job “${data.job}”.`);
    run = runJob<unknown, unknown, unknown>(
      job,
      data.input,
      {
        onframe: (frame) => tell({ kind: 'frame', frame }, frame),
        ondone: (result) => tell({ kind: 'done', result }, result),
        onfail: (error) => tell({ kind: 'failed', message: String(error) }),
        onslice: () => {
          if (performance.now() - toldAt > lifeSign) tell({ kind: 'alive' });
        },
      },
      data.pace,
    );
  });
  tell({ kind: 'ready' });
}

/** The memory of typed arrays that stand in a message, directly or in an object or list in it. */
function buffersIn(value: unknown, depth = 2): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  return [...new Set(Object.values(value).flatMap((part) => buffersIn(part, depth - 1)))];
}
