import type { APIRoute } from 'astro';
import { evidenceTable } from '../lib/evidence-table.ts';
import { evidenceUsage } from '../lib/evidence-usage.ts';
import { readEvidence } from '../lib/read-content.ts';
import { interfaceText } from '../lib/text.ts';
import { toCsv } from '../widgets/parts/table-csv.ts';

/** Every published finding, a line for each of its numbers. */
export const GET: APIRoute = async () => {
  const { site } = await interfaceText();
  const { evidence } = await evidenceUsage({ ...site, home: site.name });
  return new Response(toCsv(evidenceTable(readEvidence(), evidence)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
};
