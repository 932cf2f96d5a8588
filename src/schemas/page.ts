import { z } from 'astro/zod';

/** The head of a page of plain text, such as the one about this site. */
export const page = z.strictObject({
  /** Title of the page. */
  title: z.string().min(3),
  /** One line under the title; also what search engines show. */
  lead: z.string().min(20).max(220),
});
