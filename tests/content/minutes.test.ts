import { expect, it } from 'vitest';
import { filesBelow, parseEntry, readSource } from '../../src/lib/read-course.ts';
import { lesson } from '../../src/schemas/lesson.ts';

const lessons = filesBelow('content', 'lessons', '.mdx').map((path) => {
  const { slug, head, body } = readSource('content', path);
  return { slug, body, ...parseEntry(lesson, head, path) };
});

it.each(lessons)('$slug takes about the minutes that it names', ({ body, figures, minutes }) => {
  const checks = body.match(/<Check /g)?.length ?? 0;
  const words = body.replace(/<[^>]*>/g, ' ').match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0;
  const fair = words / 200 + 4 * figures.length + checks;
  expect(minutes / fair).toBeGreaterThan(3 / 4);
  expect(minutes / fair).toBeLessThan(4 / 3);
});
