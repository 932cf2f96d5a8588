import { z } from 'astro/zod';
import { lines } from './lines.ts';

/** Texts of the page of the follow-up questions. */
export const questions = z.strictObject({
  ...lines(
    'lead',
    'lessons',
    'bears',
    'unknown',
    'voices',
    'overview',
    'progress',
    'theme',
    'anyTheme',
    'state',
    'anyState',
    'shown',
    'takeAll',
    'takeTheme',
    'markdown',
    'json',
    'print',
    'origin',
  ).shape,
  /** Words of the exported document. */
  file: lines('title', 'state', 'steps', 'note', 'empty'),
});
