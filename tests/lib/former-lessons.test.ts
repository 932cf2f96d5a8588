import { expect, test } from 'vitest';
import { formerLessons } from '../../src/lib/former-lessons.ts';
import { filesBelow, parseEntry, readSource } from '../../src/lib/read-course.ts';
import { lesson } from '../../src/schemas/lesson.ts';
import { contentCopy } from '../support/content-copy.ts';

const study = 'lessons/en/01-basic/03-the-experiment.mdx';

test('a lesson that was renamed is found by each name it had, and no other is', () => {
  const folder = contentCopy([
    {
      file: 'lessons/en/01-basic/01-two-faces.mdx',
      find: /^needs: /m,
      put: 'formerly: [janus, one-face]\nneeds: ',
    },
    { file: study, find: /^needs: /m, put: 'formerly: [the-study]\nneeds: ' },
    { file: study, find: /(?<=\n---\n)[\s\S]*$/, put: '' },
  ]);
  const lessons = filesBelow(folder, 'lessons', '.mdx').map((path) => {
    const { slug, head, body } = readSource(folder, path);
    return { slug, written: body.trim() !== '', head: parseEntry(lesson, head, path) };
  });
  // The second has no body, so there is no page to lead on to.
  expect(lessons.find(({ slug }) => slug === 'the-experiment')!.written).toBe(false);
  expect(formerLessons(lessons)).toEqual([
    { former: 'janus', slug: 'two-faces', title: 'Two faces' },
    { former: 'one-face', slug: 'two-faces', title: 'Two faces' },
  ]);
});
