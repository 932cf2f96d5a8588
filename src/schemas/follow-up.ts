import { z } from 'astro/zod';

/** One follow-up question, opened up into something to work on. Texts may hold tokens. */
const followUp = z.strictObject({
  /** The question itself. */
  question: z.string().endsWith('?', 'end the question with a question mark'),
  /** Why it matters, in one or two sentences, without an answer. */
  why: z.string().min(40),
  /**
   * Three or four steps towards an answer, each something to do in a sitting, by id. What a learner has
   * ticked hangs on the id, so it is never renamed or reused.
   */
  steps: z
    .record(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.string().min(30).endsWith('.'))
    .refine((steps) => [3, 4].includes(Object.keys(steps).length), 'give three or four steps'),
  /** Ids of the published figures that bear on it, the weightiest first. */
  evidence: z.array(z.string()).min(2).max(6),
  /** What is still unknown, as far as the sources say. */
  unknown: z.string().min(60),
  /** What a good answer covers, point by point. Shown only to those who have written one, or who ask. */
  covers: z.array(z.string().min(30)).min(3).max(6),
});

/** One theme of follow-up questions. One file a theme in `content/follow-ups/en/`, its name the theme's id. */
export const followUpTheme = z.strictObject({
  /** The theme as printed. */
  title: z.string().min(3),
  /** Its place on the page, from 1. */
  order: z.int().min(1),
  /** The questions, by id; an id is never reused or renamed, links and notes hang on it. */
  questions: z.record(z.string(), followUp),
});
export type FollowUpTheme = z.infer<typeof followUpTheme>;
