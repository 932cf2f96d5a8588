import { z } from 'astro/zod';

/** What answering asks of the reader (Bloom's taxonomy, revised). */
export const bloom = z.enum(['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create']);

const feedback = z.string().min(20);

const option = z.strictObject({
  /** The answer as the reader sees it. Tokens such as `{evidence G24-001}` are allowed. */
  text: z.string().min(1),
  /** True on a right answer. */
  correct: z.boolean().default(false),
  /** Said when this option is chosen: why it is right, or which thought leads there and where it goes wrong. */
  feedback,
});

const asked = {
  /** The question. */
  stem: z.string().min(10),
  /** The objective of the lesson that it tests, in a few words. */
  objective: z.string().min(5),
  /** Which objective of the teacher notes that is, from 1; left out where none fits. */
  goal: z.int().min(1).optional(),
  /** What it asks of the reader. */
  bloom,
};

/** One right answer among two to five, in the order shown. The kind where none is named. */
const single = z
  .strictObject({ kind: z.literal('single'), ...asked, options: z.array(option).min(2).max(5) })
  .refine(({ options }) => options.filter(({ correct }) => correct).length === 1, {
    message: 'mark exactly one option as correct: true, or say kind: multiple',
    path: ['options'],
  });

/** Any number of right answers among three to six, but not none, and not all. */
const multiple = z
  .strictObject({ kind: z.literal('multiple'), ...asked, options: z.array(option).min(3).max(6) })
  .refine(({ options }) => new Set(options.map(({ correct }) => correct)).size === 2, {
    message: 'mark at least one option as correct: true, and leave at least one wrong',
    path: ['options'],
  });

/** Three to six things to be put in order. */
const order = z.strictObject({
  kind: z.literal('order'),
  ...asked,
  /** In the right order; the page shows them in another. */
  items: z
    .array(
      z.strictObject({
        text: z.string().min(1),
        /** Why it stands where it does. */
        feedback,
      }),
    )
    .min(3)
    .max(6),
});

/** A number to be worked out or estimated. */
const numeric = z.strictObject({
  kind: z.literal('numeric'),
  ...asked,
  /** Where the right number comes from; none is typed here. */
  answer: z.union([
    z.strictObject({ evidence: z.string(), figure: z.string().default('value') }),
    z.strictObject({ model: z.string() }),
  ]),
  /** How far off still counts as right, in the unit of the answer. */
  tolerance: z.number().min(0),
  /** What is said of the right number, of one too low and one too high. */
  feedback: z.strictObject({ right: feedback, low: feedback, high: feedback }),
});

/** One quick check. `content/checks/en/<lesson>.yaml` maps the check's id to this. */
export const check = z.preprocess(
  (entry) =>
    typeof entry === 'object' && entry !== null && !('kind' in entry)
      ? { kind: 'single', ...entry }
      : entry,
  z.discriminatedUnion('kind', [single, multiple, order, numeric]),
);

export type Check = z.infer<typeof check>;

/** All texts of a check, in the order in which a reader meets them. */
export function textsOf(check: Check): string[] {
  const { stem } = check;
  if (check.kind === 'numeric') return [stem, ...Object.values(check.feedback)];
  const parts = check.kind === 'order' ? check.items : check.options;
  return [stem, ...parts.flatMap(({ text, feedback }) => [text, feedback])];
}
