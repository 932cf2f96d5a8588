import { z } from 'astro/zod';

/** What answering asks of the reader (Bloom's taxonomy, revised). */
export const bloom = z.enum(['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create']);

const option = z.strictObject({
  /** The answer as the reader sees it. Tokens such as `{evidence G24-001}` are allowed. */
  text: z.string().min(1),
  /** True on the one right answer. */
  correct: z.boolean().default(false),
  /** Said when this option is chosen: why it is right, or which thought leads there and where it goes wrong. */
  feedback: z.string().min(20),
});

/** One quick check. `content/checks/en/<lesson>.yaml` maps the check's id to this. */
export const check = z
  .strictObject({
    /** The question. */
    stem: z.string().min(10),
    /** The objective of the lesson that it tests, in a few words. */
    objective: z.string().min(5),
    /** What it asks of the reader. */
    bloom,
    /** Two to five answers, in the order shown. */
    options: z.array(option).min(2).max(5),
  })
  .refine((entry) => entry.options.filter((o) => o.correct).length === 1, {
    message: 'mark exactly one option as correct: true',
    path: ['options'],
  });

export type Check = z.infer<typeof check>;
