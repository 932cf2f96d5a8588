import { z } from 'astro/zod';

/**
 * How far a criterion is met, in the terms of the VPAT form. The form allows `notEvaluated` at level AAA
 * alone; here it stands wherever nobody has looked far enough to say more.
 */
export const verdicts = ['supports', 'partially', 'no', 'notApplicable', 'notEvaluated'] as const;

const sentence = z
  .string()
  .min(10)
  .regex(/[.!?]$/, 'a sentence ends with a full stop');

/** One success criterion of WCAG 2.2, and what is known of this site in respect of it. */
const criterion = z
  .strictObject({
    /** Its number in the standard: "1.4.10". */
    id: z.string().regex(/^[1-4]\.[1-5]\.\d{1,2}$/),
    /** Its name, as the standard prints it. */
    name: z.string().min(5),
    level: z.enum(['A', 'AA', 'AAA']),
    verdict: z.enum(verdicts),
    /** What holds, and what does not. Plain text. */
    remarks: sentence,
    /** Tests that look at it, as paths in the repository. */
    tests: z.array(z.string().regex(/^tests\/.+\.(spec|test)\.ts$/)).default([]),
    /** What was looked at without a test: in the source, in pictures of pages. */
    read: sentence.optional(),
  })
  .refine(({ tests, read }) => tests.length > 0 || read !== undefined, {
    message: 'say how it was looked at: name a test (tests), or what was read (read)',
  });

/** The conformance report: `content/accessibility/en/conformance.yaml`. */
export const conformance = z
  .strictObject({
    /** The day on which every entry was last gone through. */
    date: z.iso.date(),
    criteria: z.array(criterion).min(1),
  })
  .superRefine(({ criteria }, context) => {
    const seen = new Set<string>();
    for (const { id } of criteria) {
      if (seen.has(id)) context.addIssue({ code: 'custom', message: `${id} is there twice` });
      seen.add(id);
    }
  });
