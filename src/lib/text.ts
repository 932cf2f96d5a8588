import { getEntry } from 'astro:content';
import type { Ui } from '../schemas/ui.ts';

/** The language that the site is built in; a second one adds a file and a folder, not a code path. */
export const locale = 'en';

/** The interface texts of the site's language. */
export async function interfaceText(): Promise<Ui> {
  const entry = await getEntry('ui', locale);
  if (!entry) throw new Error(`content/ui/${locale}.yaml is missing.`);
  return entry.data;
}
