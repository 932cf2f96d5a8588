import type { APIRoute } from 'astro';
import { sourceItem, sourceKeys } from '../lib/citations.ts';

/** Fields that the parser adds for its own bookkeeping. */
const internal = new Set(['_graph', 'citation-key', 'citation-label']);

/** The bibliography as CSL-JSON. */
export const GET: APIRoute = () => {
  const items = sourceKeys.map((key) =>
    Object.fromEntries(Object.entries(sourceItem(key)).filter(([name]) => !internal.has(name))),
  );
  return new Response(JSON.stringify(items, null, 2), {
    headers: { 'Content-Type': 'application/vnd.citationstyles.csl+json; charset=utf-8' },
  });
};
