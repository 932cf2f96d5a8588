import { createHash } from 'node:crypto';
import type { APIRoute } from 'astro';
import { locale } from '../../lib/locale.ts';
import { interfaceText } from '../../lib/text.ts';
import { fillTemplate } from '../../report/package-page.ts';
import template from '../../report/package-page.html?raw';

/** The first page of every package, with the site's words and without an assignment. */
export const GET: APIRoute = async () => {
  const { shell } = await interfaceText();
  const style = /<style>([\s\S]*?)<\/style>/.exec(template)![1]!;
  const hash = createHash('sha256').update(style).digest('base64');
  const page = fillTemplate(template, { ...shell, language: locale, style: `sha256-${hash}` });
  return new Response(page, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
