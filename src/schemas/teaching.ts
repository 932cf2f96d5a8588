import { z } from 'astro/zod';
import { bloom } from './check.ts';

/** The head of a lesson's teacher notes (`content/teaching/en/<lesson>.mdx`); the body holds discussion prompts. */
export const teaching = z.strictObject({
  /** Minutes in class, discussion included. */
  minutes: z.int().min(5).max(120),
  /** What a learner can do afterwards, each with what it asks of them. */
  objectives: z.array(z.strictObject({ text: z.string().min(10), bloom })).min(2),
  /** Wrong ideas that learners bring, each with what to say. */
  misconceptions: z
    .array(z.strictObject({ idea: z.string().min(10), answer: z.string().min(20) }))
    .min(1),
});

export type Teaching = z.infer<typeof teaching>;
