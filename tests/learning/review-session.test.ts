import { expect, test } from 'vitest';
import { answer, beginSession, next, skip, undo } from '../../src/learning/review-session.ts';

const begun = beginSession(['a', 'b', 'c']);

test('each check is asked once, in turn', () => {
  let session = begun;
  const asked = [];
  while (session.left.length > 0) {
    asked.push(session.left[0]);
    session = next(answer(session));
  }
  expect(asked).toEqual(['a', 'b', 'c']);
  expect(session.done.map(({ check }) => check)).toEqual(asked);
});

test('a second try is none at another check', () => {
  const twice = answer(answer(begun));
  expect(twice.done).toEqual([{ check: 'a', tries: 2 }]);
  expect(next(twice).left).toEqual(['b', 'c']);
});

test('what is skipped comes back at the end, and what was answered cannot be skipped', () => {
  expect(skip(begun).left).toEqual(['b', 'c', 'a']);
  expect(skip(answer(begun))).toEqual(answer(begun));
});

test('the last answer can be taken back, before the next check and after', () => {
  const answered = answer(begun);
  for (const session of [answered, next(answered), skip(next(answered))]) {
    const back = undo(session);
    expect(back.left[0]).toBe('a');
    expect([...back.left].sort()).toEqual(['a', 'b', 'c']);
    expect(back.done).toEqual([]);
    expect(back.answered).toBe(false);
  }
  expect(undo(begun)).toEqual(begun);
});
