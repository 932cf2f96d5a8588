import { getEntry } from 'astro:content';
import { locale } from './locale.ts';
import type { Ui } from '../schemas/ui.ts';

/** The interface texts of the site's language. */
export async function interfaceText(): Promise<Ui> {
  const entry = await getEntry('ui', locale);
  if (!entry) throw new Error(`content/ui/${locale} is missing.`);
  return entry.data;
}
