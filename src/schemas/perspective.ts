import { z } from 'astro/zod';

/** The three composed voices, in the order of the page. Their names stand in the interface texts. */
export const voices = ['safety-researcher', 'philosopher', 'engineer'] as const;
export type Voice = (typeof voices)[number];

const findings = z.array(z.string());

/** What one voice says on a theme. Texts may hold tokens and are in the first person. */
const statement = z.strictObject({
  /** The voice's stance in one sentence. */
  inShort: z.string().min(20).endsWith('.', 'end the stance with a full stop'),
  /** What it looks at first. */
  looks: z.string().min(40),
  /** What it makes of the published record, a paragraph each. */
  record: z.array(z.string().min(80)).min(1),
  /** What it would ask next: one question or proposal for each follow-up question of the theme, in their order. */
  asks: z.record(z.string(), z.string().min(40)),
  /** What would change its mind. */
  mind: z.string().min(40),
  /** Ids of the published findings that it prints or rests on. */
  evidence: findings.min(1),
});

/**
 * Three voices on one theme of follow-up questions. One file a theme in `content/perspectives/en/`,
 * called after the theme's file in `content/follow-ups/en/`.
 */
export const perspective = z.strictObject({
  voices: z.strictObject(
    Object.fromEntries(voices.map((voice) => [voice, statement])) as Record<
      Voice,
      typeof statement
    >,
  ),
  /** Where they disagree, and why. */
  apart: z
    .array(
      z.strictObject({
        /** What it is about, in a few words. */
        about: z.string().min(8),
        /**
         * Why they disagree. `fact`: they read the same finding differently · `value`: they weigh
         * things differently · `prediction`: they expect different things to happen.
         */
        kind: z.enum(['fact', 'value', 'prediction']),
        /** Each side at its best. */
        text: z.string().min(80),
        /** Ids of the published findings that the text prints or rests on. */
        evidence: findings.default([]),
      }),
    )
    .min(1),
  /** What all three would sign, a sentence or two each. */
  together: z.array(z.string().min(30)).min(2),
});

export type Perspective = z.infer<typeof perspective>;
