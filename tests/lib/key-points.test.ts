import { expect, test } from 'vitest';
import { keyPointsOf } from '../../src/lib/key-points.ts';
import { filesBelow, readSource } from '../../src/lib/read-course.ts';

const file = (body: string) => ({ path: 'x.mdx', slug: 'x', head: {}, body, bodyLine: 1 });

test('key points are the items of their box, and of no other list', () => {
  const body = '- no\n\n<KeyPoints>\n\n- One *word*\n  more.\n- Two.\n\n</KeyPoints>\n\n- no';
  expect(keyPointsOf(file(body))).toEqual(['One word more.', 'Two.']);
});

test('a key point that holds a figure is refused with its file', () => {
  const body = '<KeyPoints>\n\n- It is <Evidence id="G24-001" />.\n\n</KeyPoints>';
  expect(() => keyPointsOf(file(body))).toThrow('x.mdx: a key point is printed');
});

test.each(filesBelow('content', 'lessons/en', '.mdx'))('%s has three or more', (path) => {
  expect(keyPointsOf(readSource('content', path)).length).toBeGreaterThanOrEqual(3);
});
