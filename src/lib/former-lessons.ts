import type { LessonHead } from '../schemas/lesson.ts';

/** The addresses that written lessons had before they were renamed, each with the lesson it leads on to. */
export function formerLessons(
  lessons: readonly {
    slug: string;
    written: boolean;
    head: Pick<LessonHead, 'title' | 'formerly'>;
  }[],
): { former: string; slug: string; title: string }[] {
  return lessons
    .filter(({ written }) => written)
    .flatMap(({ slug, head: { title, formerly } }) =>
      formerly.map((former) => ({ former, slug, title })),
    );
}
