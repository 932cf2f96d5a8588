import { expect, test } from 'vitest';
import { atOnce } from '../../src/models/at-once.ts';

test('goes through every step, and gives what comes after the last', () => {
  let steps = 0;
  function* work(): Generator<string, number, undefined> {
    for (; steps < 5; steps += 1) yield 'not the end';
    return 7;
  }
  expect(atOnce(work())).toBe(7);
  expect(steps).toBe(5);
});

test('is done where there is no step, and passes a fault on', () => {
  function* nothing(): Generator<undefined, undefined, undefined> {
    return undefined;
  }
  expect(atOnce(nothing())).toBeUndefined();
  function* broken(): Generator<undefined, never, undefined> {
    yield;
    throw new RangeError('broken');
  }
  expect(() => atOnce(broken())).toThrow('broken');
});
