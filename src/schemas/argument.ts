import { z } from 'astro/zod';

/** Whose case an argument makes; `open` is a gap that neither side can close. */
export const argumentSides = ['sceptic', 'alarmed', 'open'] as const;

/**
 * What an argument is made of. `measured`: a published finding carries it · `argument`: reasoning,
 * about findings or without · `scenario`: what might come, which nobody has seen.
 */
export const argumentKinds = ['measured', 'argument', 'scenario'] as const;

/**
 * The questions that arguments bear on. `unprompted`: would it happen unprompted · `survives`: would it
 * survive training · `missed`: would it be missed · `matters`: would it matter.
 */
export const worryQuestions = ['unprompted', 'survives', 'missed', 'matters'] as const;

/**
 * One argument on how worried to be. `content/arguments/en/*.yaml` maps the argument's id to this, in
 * the order in which the two sides face each other.
 */
export const argument = z.strictObject({
  side: z.enum(argumentSides),
  kind: z.enum(argumentKinds),
  /** A few words for the map. No word longer than 12 letters: it has to fit on a phone. */
  title: z
    .string()
    .min(5)
    .max(34)
    .refine((title) => title.split(' ').every((word) => word.length <= 12), {
      message: 'use words of at most 12 letters, so that the map fits on a phone',
    }),
  /** The argument in one sentence, as those who make it would put it. */
  claim: z.string().min(20).max(130).endsWith('.'),
  /** What it rests on, in a few sentences, with a token for each published figure. */
  text: z.string().min(80),
  /** Questions that it bears on; the map shows it under the first. */
  bearsOn: z.array(z.enum(worryQuestions)).min(1),
  /** Ids of the published findings behind it. */
  evidence: z.array(z.string()).min(1),
  /** Ids of the arguments that it answers, each of another side. */
  answers: z.array(z.string()),
  /** Why no argument answers it; only where none does. */
  unanswered: z.string().min(20).optional(),
});

export type Argument = z.infer<typeof argument>;
