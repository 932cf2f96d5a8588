import { z } from 'astro/zod';
import { lines } from './lines.ts';

/** Texts of what a learner does about one follow-up question. */
export const questionNotes = z.strictObject({
  ...lines(
    'yours',
    'steps',
    'note',
    'placeholder',
    'write',
    'preview',
    'previewFailed',
    'left',
    'state',
    'covers',
    'coversLater',
    'coversNow',
  ).shape,
  states: lines('untouched', 'working', 'answered', 'revisit'),
  keeping: lines(
    'opening',
    'nothing',
    'nothingInCourse',
    'keeping',
    'kept',
    'keptInCourse',
    'unkept',
  ),
});
