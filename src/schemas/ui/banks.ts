import { z } from 'astro/zod';
import { lines } from './lines.ts';

const said = z.array(z.string().min(10)).min(1);

/** What a file format takes from the course to a learning management system, and what it cannot. */
const format = z.strictObject({
  /** As a teacher finds it in an import dialogue. */
  name: z.string().min(1),
  keeps: said,
  loses: said,
});

/** Words of question banks and cartridges, which are made in a teacher's browser. */
export const banks = z.strictObject({
  ...lines(
    // The heading above the discussion prompts in the teacher notes.
    'discussionPrompts',
    'bank',
    'untitledBank',
    'quiz',
    'tests',
    'source',
    'unit',
    'wholeNumber',
    'places',
    'right',
    'computed',
    'option',
    'place',
    'leftOut',
    'lessonPage',
    'worksheet',
    'assignment',
    'questions',
  ).shape,
  /** Why a check is not in a file. */
  why: lines('order', 'twoOptions', 'twoItems', 'noWholeNumber'),
  /** Titles of figures whose heading is filled in by the figure itself. */
  figureTitles: lines('buoy-race'),
  formats: z.strictObject({ moodleXml: format, gift: format, qti12: format, cartridge: format }),
});

export type BankWords = z.infer<typeof banks>;
