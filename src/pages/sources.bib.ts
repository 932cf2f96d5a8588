import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { contentDirectory } from '../lib/read-content.ts';

/** The bibliography as it stands in the content folder. */
export const GET: APIRoute = () =>
  new Response(readFileSync(join(contentDirectory(), 'sources.bib'), 'utf8'), {
    headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  });
