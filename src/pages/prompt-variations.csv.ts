import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { byteOrderMark } from '../lib/csv.ts';
import { contentDirectory } from '../lib/read-content.ts';

/** The published tables of prompt variations as they stand in the content folder. */
export const GET: APIRoute = () => {
  const path = join(contentDirectory(), 'evidence/greenblatt2024-prompt-variations.csv');
  return new Response(byteOrderMark + readFileSync(path, 'utf8'), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
};
