/**
 * A long computation around a model. Each `yield` is a place where it may be paused; what it yields
 * is shown, and `undefined` shows nothing. Between two yields it works for two milliseconds at most
 * once the engine is warm, because on a page without workers it shares the thread with the reader's
 * hands.
 *
 * A typed array in a frame or a result is handed over, not copied: never yield one still in use.
 */
export type Job<Input, Frame, Result> = (
  input: Input,
) => Generator<Frame | undefined, Result, undefined>;

/** Jobs by name, as a worker serves them. */
// A job is called with what its own type asks for; the table only has to hold it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Jobs = Record<string, Job<any, any, any>>;

export type InputOf<J extends Jobs[string]> = Parameters<J>[0];
export type FrameOf<J> = J extends (input: never) => Generator<infer Frame, unknown, never>
  ? Exclude<Frame, undefined>
  : never;
export type ResultOf<J> = J extends (input: never) => Generator<unknown, infer Result, never>
  ? Result
  : never;

/** `watch` shows every frame at a pace that eyes can follow; `fast` works as fast as it can. */
export type Pace = 'watch' | 'fast';

/** What a run tells while it goes on. */
export interface RunHooks<Frame, Result> {
  /** At most thirty times a second; in between, only the latest frame is kept. */
  onframe(frame: Frame): void;
  ondone(result: Result): void;
  onfail(error: unknown): void;
  /** Told after each slice of work, so that somebody outside knows that the run is not stuck. */
  onslice?(): void;
}

/** A run under way. */
export interface Run {
  pause(): void;
  resume(): void;
  /** From here on as fast as it can. */
  hurry(): void;
  stop(): void;
}

/** Longest stretch of work in ms before other tasks get their turn. */
const sliceLength = 8;
/** Time between two frames in ms. */
const frameTime = 33;

/** Runs a job in slices on whatever thread this is. It begins after the caller has returned. */
export function runJob<Input, Frame, Result>(
  job: Job<Input, Frame, Result>,
  input: Input,
  hooks: RunHooks<Frame, Result>,
  pace: Pace,
): Run {
  const work = job(input);
  const turns = nextTurn(slice);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: 'running' | 'paused' | 'over' = 'running';
  let waiting: Frame | undefined;
  let shownAt = -Infinity;

  function show() {
    if (waiting === undefined) return;
    const frame = waiting;
    waiting = undefined;
    shownAt = performance.now();
    hooks.onframe(frame);
  }

  function end(tell: () => void) {
    state = 'over';
    turns.close();
    clearTimeout(timer);
    tell();
  }

  function slice() {
    if (state !== 'running') return;
    const start = performance.now();
    while (performance.now() - start < sliceLength) {
      let step: IteratorResult<Frame | undefined, Result>;
      try {
        step = work.next();
      } catch (error) {
        return end(() => hooks.onfail(error));
      }
      const { done, value } = step;
      if (done) {
        show();
        return end(() => hooks.ondone(value));
      }
      if (value !== undefined) {
        waiting = value;
        if (pace === 'watch') break;
      }
    }
    hooks.onslice?.();
    const early = shownAt + frameTime - performance.now();
    if (early <= 0) show();
    if (pace === 'watch' && waiting !== undefined) {
      timer = setTimeout(() => {
        show();
        slice();
      }, early);
    } else turns.ask();
  }

  turns.ask();
  return {
    pause() {
      if (state === 'running') state = 'paused';
      clearTimeout(timer);
    },
    resume() {
      if (state !== 'paused') return;
      state = 'running';
      show();
      turns.ask();
    },
    hurry() {
      pace = 'fast';
      clearTimeout(timer);
      turns.ask();
    },
    stop: () => end(() => undefined),
  };
}

/**
 * Calls back as a task of its own, after what waits by then. A message channel does it, because
 * nested timers are held back to four milliseconds each.
 */
function nextTurn(call: () => void) {
  const { port1, port2 } = new MessageChannel();
  let asked = false;
  port1.onmessage = () => {
    asked = false;
    call();
  };
  return {
    ask() {
      if (!asked) port2.postMessage(undefined);
      asked = true;
    },
    close() {
      port1.close();
    },
  };
}
