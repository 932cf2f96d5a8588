import { z } from 'astro/zod';

/** When a measure is taken; the checklist is ordered by this. */
export const measureStages = ['training', 'release', 'operation', 'found', 'people'] as const;

/**
 * What a measure takes, as we judge it. `small`: days, with what is there · `medium`: weeks of one or
 * two people · `large`: months, or a change in how the work is done.
 */
export const measureEfforts = ['small', 'medium', 'large'] as const;

/**
 * A measure by which an organisation tests for alignment faking or guards against it.
 * `content/measures/en/*.yaml` maps the measure's id to this. Texts may hold tokens.
 */
export const measure = z.strictObject({
  /** What is done, as an order: "Compare both conditions". */
  title: z.string().min(10).max(70),
  /**
   * `training`: before and during training · `release`: before release · `operation`: in use · `found`:
   * when something is found · `people`: people and rules.
   */
  stage: z.enum(measureStages),
  /** Why it may help, with a token for each published figure. */
  why: z.string().min(40),
  /** Two to four concrete steps. */
  steps: z.array(z.string().min(15)).min(2).max(4),
  /** Ids of the published findings behind it; empty where we could verify none, which the page then says. */
  evidence: z.array(z.string()),
  effort: z.enum(measureEfforts),
  /** The role that should own it, not a person. */
  owner: z.string().min(3),
  /** What it does not see. */
  misses: z.string().min(20),
  /** Slug of the lesson that explains it. */
  lesson: z.string().min(1),
});

export type Measure = z.infer<typeof measure>;
