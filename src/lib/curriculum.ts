import { getCollection, type CollectionEntry } from 'astro:content';
import { levels, type Level } from '../schemas/lesson.ts';
import { onceBuilt } from './once-built.ts';
import { lessonLevel, lessonName } from './read-course.ts';

/** A lesson with its place on the map. */
export interface Lesson {
  slug: string;
  /** From 1, over all levels. */
  number: number;
  level: Level;
  /** False while the lesson has a head but no body. */
  written: boolean;
  entry: CollectionEntry<'lessons'>;
  head: CollectionEntry<'lessons'>['data'];
  /** Names of its checks, without the lesson's own, in the order in which it shows them. */
  checks: string[];
}

/** All lessons, in order. */
export const curriculum = onceBuilt(async (): Promise<readonly Lesson[]> => {
  const entries = await getCollection('lessons');
  return entries
    .map((entry) => ({
      slug: entry.id,
      number: lessonName(entry.filePath ?? entry.id).number,
      level: lessonLevel(entry.filePath ?? ''),
      written: Boolean(entry.body?.trim()),
      entry,
      head: entry.data,
      checks: [...(entry.body ?? '').matchAll(/<Check\b[^>]*\bid="([^"]+)"/g)].map(([, id]) => id!),
    }))
    .sort((a, b) => a.number - b.number);
});

/** The lessons by level, in order, with the minutes of each level. */
export async function curriculumByLevel() {
  const lessons = await curriculum();
  return levels.map((level) => {
    const own = lessons.filter((lesson) => lesson.level === level);
    return { level, lessons: own, minutes: own.reduce((sum, { head }) => sum + head.minutes, 0) };
  });
}
