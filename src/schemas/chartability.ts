import { z } from 'astro/zod';

/**
 * What an audit says of one heuristic. `untried` is what nobody has looked at in the way that the heuristic
 * asks for; the method counts it as a failure until somebody has.
 */
export const findings = ['passes', 'fails', 'doesNotApply', 'untried'] as const;

/** What the heuristics are sorted by. */
export const principles = [
  'perceivable',
  'operable',
  'understandable',
  'robust',
  'compromising',
  'assistive',
  'flexible',
] as const;

const sentence = z
  .string()
  .min(10)
  .regex(/[.!?]$/, 'a sentence ends with a full stop');

export const finding = z.strictObject({
  verdict: z.enum(findings),
  /** What was seen, and what is not as it should be. Plain text. */
  says: sentence,
  /** Tests that look at it, as paths in the repository. */
  tests: z.array(z.string().regex(/^tests\/.+\.(spec|test)\.ts$/)).default([]),
});

/**
 * One of the fifty heuristics of Chartability.
 *
 * @see https://chartability.github.io/POUR-CAF/
 */
const heuristic = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** Its name in the workbook, which names the failure. */
  name: z.string().min(5),
  principle: z.enum(principles),
  critical: z.boolean().default(false),
  /** What it asks for, in our words. */
  asks: sentence,
  /** What holds for every figure alike. Absent where each figure has to be looked at; its card may say otherwise. */
  everywhere: finding.optional(),
});

/** `content/accessibility/en/chartability.yaml`. */
export const chartability = z
  .strictObject({
    /** The day on which every figure was last gone through. */
    date: z.iso.date(),
    heuristics: z.array(heuristic).length(50),
  })
  .refine(({ heuristics }) => new Set(heuristics.map(({ id }) => id)).size === heuristics.length, {
    message: 'a heuristic is there twice',
  });

export type Chartability = z.infer<typeof chartability>;
export type Finding = z.infer<typeof finding>;
