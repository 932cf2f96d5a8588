import { z } from 'astro/zod';
import { lines } from './lines.ts';

/** Texts of the table of what visits cost a host. */
export const hosting = z.strictObject({
  ...lines('caption', 'visit', 'answers').shape,
  /** How a host sends its files. */
  forms: lines('brotli', 'gzip', 'plain'),
  /** The kinds of visit, in the order of the rows; the build works out what each costs. */
  visits: lines(
    'homeFirst',
    'homeAgain',
    'lessonFirst',
    'lessonNext',
    'lessonAgain',
    'courseFirst',
    'courseAgain',
    'courseUncached',
  ),
});
