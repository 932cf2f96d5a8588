import { z } from 'astro/zod';
import { findings, principles } from '../chartability.ts';
import { lines } from './lines.ts';

/** Texts of the audit of figures: on the page about accessibility, and on the card of each figure. */
export const chartability = z.strictObject({
  ...lines(
    'title',
    'lead',
    'workbook',
    'untriedNote',
    'figure',
    'heuristic',
    'asks',
    'finding',
    'seen',
    'critical',
    'each',
    'everywhere',
    'everywhereLead',
    'own',
    'cardTitle',
    'cardLead',
    'rest',
    'failures',
    'noFailures',
  ).shape,
  verdicts: z.record(z.enum(findings), z.string().min(2)),
  principles: z.record(z.enum(principles), z.string().min(2)),
});
