import { describe, expect, test, vi } from 'vitest';
import { runJob, type Job, type Pace } from '../../src/workers/job.ts';

interface Count {
  upTo: number;
  /** Yields a frame each so many steps; nothing in between. */
  every?: number;
}

const count: Job<Count, number, string> = function* ({ upTo, every = 1 }) {
  for (let step = 1; step <= upTo; step += 1) yield step % every === 0 ? step : undefined;
  return `counted to ${upTo}`;
};
const fail: Job<Count, number, string> = function* ({ upTo }) {
  yield 1;
  throw new Error(`no number after ${upTo}`);
};

/** Runs a job to its end and gives back all that was told. */
function observe(job: Job<Count, number, string>, input: Count, pace: Pace) {
  const frames: number[] = [];
  let finish: (end: string) => void;
  const end = new Promise<string>((resolve) => (finish = resolve));
  const run = runJob(
    job,
    input,
    {
      onframe: (frame) => frames.push(frame),
      ondone: (result) => finish(result),
      onfail: (error) => finish(String(error)),
    },
    pace,
  );
  return { run, frames, end };
}

describe('a job', () => {
  test('at full speed ends with its result, after its last frame', async () => {
    const { frames, end } = observe(count, { upTo: 100_000 }, 'fast');
    expect(await end).toBe('counted to 100000');
    expect(frames.at(-1)).toBe(100_000);
    expect(frames.length).toBeLessThan(100_000);
  });

  test('that is watched shows every frame, in order', async () => {
    const { frames, end } = observe(count, { upTo: 12, every: 3 }, 'watch');
    await end;
    expect(frames).toEqual([3, 6, 9, 12]);
  });

  test('begins after its caller has returned', async () => {
    const begun = vi.fn();
    const job: Job<Count, number, string> = function* () {
      begun();
      yield 1;
      return 'over';
    };
    const { end } = observe(job, { upTo: 1 }, 'fast');
    expect(begun).not.toHaveBeenCalled();
    await end;
    expect(begun).toHaveBeenCalledOnce();
  });

  test('that throws is told as failed, and nothing follows', async () => {
    const { frames, end } = observe(fail, { upTo: 7 }, 'fast');
    expect(await end).toBe('Error: no number after 7');
    expect(frames.length).toBeLessThanOrEqual(1);
  });

  test('that is stopped tells nothing more', async () => {
    const { run, frames, end } = observe(count, { upTo: 50 }, 'watch');
    await vi.waitUntil(() => frames.length > 0);
    run.stop();
    const told = frames.length;
    run.resume();
    run.hurry();
    const other = observe(count, { upTo: 4 }, 'watch');
    await Promise.race([end, other.end]);
    expect(await other.end).toBe('counted to 4');
    expect(frames.length).toBe(told);
  });

  test('rests while it is paused and goes on where it was', async () => {
    const { run, frames, end } = observe(count, { upTo: 20 }, 'watch');
    await vi.waitUntil(() => frames.length >= 2);
    run.pause();
    const told = [...frames];
    await observe(count, { upTo: 4 }, 'watch').end;
    expect(frames).toEqual(told);
    run.resume();
    await end;
    expect(frames).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  test('that is watched can be hurried to its end', async () => {
    const { run, frames, end } = observe(count, { upTo: 1_000_000 }, 'watch');
    await vi.waitUntil(() => frames.length > 0);
    run.hurry();
    expect(await end).toBe('counted to 1000000');
  });
});
