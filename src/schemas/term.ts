import { z } from 'astro/zod';

/** A glossary term. `content/glossary/en/*.yaml` maps the term's id to this. */
export const term = z.strictObject({
  /** The term as printed, lower case unless it is a name. */
  term: z.string().min(2),
  /** Its meaning in one sentence that needs no other entry to be understood. */
  meaning: z.string().min(20).endsWith('.', 'end the meaning with a full stop'),
  /** Other spellings and abbreviations; found by search. */
  also: z.array(z.string()).default([]),
  /** Ids of related terms. */
  see: z.array(z.string()).default([]),
});
