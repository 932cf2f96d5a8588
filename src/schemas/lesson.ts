import { z } from 'astro/zod';

/** The four grades, in order. A lesson's grade is the folder it stands in (`01-basic` …). */
export const levels = ['basic', 'intermediate', 'advanced', 'expert'] as const;
export type Level = (typeof levels)[number];

/** The head of a lesson file. A lesson without a body is shown on the map as "in preparation". */
export const lesson = z.strictObject({
  /** The name of the lesson, as on the map. A noun phrase or a short sentence. */
  title: z.string().min(1),
  /** The question the lesson answers; stands under the title and opens the page. */
  question: z.string().endsWith('?', 'write the question so that it ends in a question mark'),
  /** One sentence: what the reader can explain afterwards. Used on the map, in search and by machines. */
  summary: z.string().min(20).max(220),
  /**
   * Minutes a newcomer needs: a minute for 200 words, four for a figure and one for a check. A test
   * objects where it is off by more than a third.
   */
  minutes: z.int().min(3).max(30),
  /** Slugs of the lessons that this one builds on; a recommendation, never a lock. */
  needs: z.array(z.string()).default([]),
  /** The figures of the lesson, by the name of their folder in src/widgets. */
  figures: z.array(z.string()).default([]),
  /** Ids of the follow-up questions that the lesson opens. */
  followUps: z.array(z.string()).default([]),
  /** Slugs that the lesson had before it was renamed: addresses and assignments with them lead here. */
  formerly: z.array(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)).default([]),
});

export type LessonHead = z.infer<typeof lesson>;
