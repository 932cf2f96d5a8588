/** The course as a teacher counts it: by level, with minutes and objectives. */
import { getEntry } from 'astro:content';
import { curriculum, type Lesson } from '../../lib/curriculum.ts';
import { onceBuilt } from '../../lib/once-built.ts';
import type { Level } from '../../schemas/lesson.ts';
import type { Teaching } from '../../schemas/teaching.ts';
import { levels } from '../../schemas/lesson.ts';

/** A written lesson with its teacher notes, which every written lesson has. */
export interface TaughtLesson extends Lesson {
  teaching: Teaching;
}

/** Minutes of reading and of class time. */
export interface Minutes {
  reading: number;
  inClass: number;
}

/** All written lessons with their teacher notes, in order. */
export const taughtLessons = onceBuilt(async (): Promise<readonly TaughtLesson[]> => {
  const written = (await curriculum()).filter((lesson) => lesson.written);
  return Promise.all(
    written.map(async (lesson) => ({
      ...lesson,
      teaching: (await getEntry('teaching', lesson.slug))!.data,
    })),
  );
});

/** The lessons by level, in order. */
export const byLevel = (
  lessons: readonly TaughtLesson[],
): { level: Level; lessons: TaughtLesson[] }[] =>
  levels.map((level) => ({ level, lessons: lessons.filter((lesson) => lesson.level === level) }));

/** Minutes of several lessons together. */
export const minutesOf = (lessons: readonly TaughtLesson[]): Minutes => ({
  reading: lessons.reduce((sum, { head }) => sum + head.minutes, 0),
  inClass: lessons.reduce((sum, { teaching }) => sum + teaching.minutes, 0),
});
