import { z } from 'astro/zod';

/** One theme of follow-up questions. One file a theme in `content/follow-ups/en/`, its name the theme's id. */
export const followUpTheme = z.strictObject({
  /** The theme as printed. */
  title: z.string().min(3),
  /** Its place on the page, from 1. */
  order: z.int().min(1),
  /** The questions, by id; an id is never reused or renamed, links and notes hang on it. */
  questions: z.record(
    z.string(),
    z.strictObject({
      /** The question itself. */
      question: z.string().endsWith('?', 'end the question with a question mark'),
      /** Why it matters, in one or two sentences. */
      why: z.string().min(40),
    }),
  ),
});

export type FollowUpTheme = z.infer<typeof followUpTheme>;
