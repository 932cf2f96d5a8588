import { describe, expect, test } from 'vitest';
import { createCorridorLearner } from '../../src/models/corridor-learner.ts';
import { jobs } from '../../src/workers/coin-corridor.ts';

/** What a job yields for showing, how often it paused, and its result. */
function drain<Frame, Result>(job: Generator<Frame | undefined, Result, undefined>) {
  const frames: Frame[] = [];
  for (let pauses = 0; ; pauses++) {
    const { done, value } = job.next();
    if (done) return { frames, pauses, result: value };
    if (value !== undefined) frames.push(value);
  }
}

describe('train', () => {
  const input = { randomShare: 0.1, salience: 0.7, seed: 3, episodes: 1500, frames: 7 };
  const { frames, pauses, result } = drain(jobs.train(input));

  test('shows the untrained policy, ever longer steps from there, and all episodes at the end', () => {
    const shown = [...frames, result].map(({ episodes }) => episodes);
    expect(shown).toEqual([0, 31, 122, 276, 490, 765, 1102, 1500]);
  });

  test('tells the whole course with every frame', () => {
    for (const [index, frame] of [...frames, result].entries()) {
      expect(frame.course).toEqual(result.course.slice(0, index + 1));
      expect(frame).toMatchObject(frame.course[index]!);
    }
  });

  test('ends with the weights of a learner that was never interrupted', () => {
    const learner = createCorridorLearner(input);
    learner.learn(input.episodes);
    expect(result.weights).toEqual(learner.weights);
  });

  test('pauses often enough for a thread that is shared', () => {
    expect(pauses).toBeGreaterThanOrEqual(input.episodes / 200);
  });

  test('hands out weights that nothing else uses', () => {
    const buffers = new Set([...frames, result].map(({ weights }) => weights.buffer));
    expect(buffers.size).toBe(frames.length + 1);
    // A message takes the memory away. The run must not notice.
    const job = jobs.train(input);
    for (let step = job.next(); ; step = job.next()) {
      if (step.done) {
        expect(step.value).toEqual(result);
        break;
      }
      if (step.value) structuredClone(step.value, { transfer: [step.value.weights.buffer] });
    }
  });

  test('says how the policy does, in shares', () => {
    for (const { exitFirst, coinFirst, neither, trainingSuccess } of [...frames, result]) {
      expect(exitFirst + coinFirst + neither).toBeCloseTo(1, 12);
      expect(trainingSuccess).toBeGreaterThanOrEqual(0);
      expect(trainingSuccess).toBeLessThanOrEqual(1);
    }
    expect(frames[0]!.neither).toBeGreaterThan(0.3);
    expect(result.trainingSuccess).toBeGreaterThan(0.9);
  });
});

describe('sweep', () => {
  const input = { shares: [0, 0.2, 1], seeds: [1, 2], salience: 0.7, episodes: 900 };
  const { frames, result } = drain(jobs.sweep(input));

  test('tells each finished run, all shares of a seed before the next seed', () => {
    expect(frames.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(frames.map(({ runs }) => runs.map(({ length }) => length))).toEqual([
      [1, 0, 0],
      [1, 1, 0],
      [1, 1, 1],
      [2, 1, 1],
      [2, 2, 1],
      [2, 2, 2],
    ]);
    expect(frames.every(({ of }) => of === 6)).toBe(true);
    expect(result).toEqual(frames.at(-1));
  });

  test('finds for each run what training alone finds', () => {
    input.shares.forEach((randomShare, share) => {
      input.seeds.forEach((seed, index) => {
        const { salience, episodes } = input;
        const alone = drain(jobs.train({ randomShare, salience, seed, episodes, frames: 1 }));
        expect(result.runs[share]![index]).toBe(alone.result.exitFirst);
      });
    });
  });
});
