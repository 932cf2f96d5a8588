import { expect, test } from 'vitest';
import { afterWriting } from '../../src/learning/document-writing.ts';

const one = { a: 1 };
const known = [JSON.stringify(one)];
const asideOf = (...given: Parameters<typeof afterWriting>) => afterWriting(...given).aside;

test('what a page has not seen is set aside, and nothing else', () => {
  expect(asideOf({ value: one }, { a: 2 }, [])).toEqual([one]);
  expect(asideOf({ value: one }, undefined, [])).toEqual([one]);
  expect(asideOf({ value: one }, { a: 2 }, known), 'seen').toEqual([]);
  expect(asideOf({ value: one }, { a: 1 }, []), 'the same').toEqual([]);
  expect(asideOf(undefined, one, []), 'nothing there').toEqual([]);
  expect(asideOf({ at: 1, aside: [one] }, { a: 2 }, []), 'cleared').toEqual([one]);
  expect(asideOf({ value: { a: 3 }, aside: [one] }, undefined, 'all')).toEqual([]);
});

test('ten are set aside under one name; then the oldest goes', () => {
  const aside = Array.from({ length: 10 }, (_, a) => ({ a }));
  expect(asideOf({ value: 'last', aside }, one, [])).toEqual([...aside.slice(1), 'last']);
});

test('a document counts as later than the one before it, whatever the clock says', () => {
  const future = Date.now() + 1e9;
  expect(afterWriting({ at: future }, one, []).at).toBe(future + 1);
  expect(afterWriting(undefined, one, []).at).toBeLessThan(future);
});
