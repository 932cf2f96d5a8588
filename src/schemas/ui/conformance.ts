import { z } from 'astro/zod';
import { lines } from './lines.ts';

const paragraphs = z.array(z.string().min(10)).min(1);

/** Texts of the conformance report on the page about accessibility. */
export const conformance = z.strictObject({
  ...lines('title', 'lead', 'criterion', 'verdict', 'remarks', 'tests', 'read', 'count').shape,
  /** The head of the form. */
  head: lines('product', 'version', 'date', 'description', 'contact', 'notes', 'standards'),
  text: lines('description', 'contact', 'notes', 'standards'),
  methods: z.strictObject({ ...lines('title').shape, text: paragraphs }),
  levels: lines('A', 'AA', 'AAA'),
  terms: z.string().min(1),
  verdicts: lines('supports', 'partially', 'no', 'notApplicable', 'notEvaluated'),
  verdictMeanings: lines('supports', 'partially', 'no', 'notApplicable', 'notEvaluated'),
});
