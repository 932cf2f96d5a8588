import { z } from 'astro/zod';

/** A popular claim held against the primary source. `content/claims/en/*.yaml` maps an id to this. */
export const claim = z.strictObject({
  /** The claim in our own words, as a reader may have met it. */
  claim: z.string().min(10),
  /** How it fares against the source. */
  verdict: z.enum(['wrong', 'misleading', 'partly right', 'right', 'open']),
  /** What the source reports, with `{evidence …}` tokens for each figure. */
  answer: z.string().min(40),
  /** Ids of the published figures that settle it. */
  evidence: z.array(z.string()).min(1),
  /** What would change our mind. */
  wouldChange: z.string().min(20),
});

export type Claim = z.infer<typeof claim>;
