import { z } from 'astro/zod';
import { lines } from './lines.ts';

/** Texts of an assignment as a learner sees it: its page, and the way back to it on other pages. */
export const assignment = z.strictObject({
  ...lines(
    'title',
    'withoutScript',
    'what',
    'where',
    'paste',
    'open',
    'noLink',
    'tooLong',
    'goOn',
    'cut',
    'unread',
    'unreadMore',
    'unreadHelp',
    'due',
    'dueThere',
    'duePast',
    'looking',
    'opening',
    'progress',
    'allDone',
    'allReported',
    'nothing',
    'lessons',
    'number',
    'done',
    'notYet',
    'set',
    'questions',
    'checks',
    'checksText',
    'tabText',
    'noTab',
    'putAway',
    'isAway',
    'renamed',
  ).shape,
  /** Handing in. */
  handIn: lines('title', 'text', 'inCourse', 'name', 'notes', 'make', 'made', 'large'),
  /** The way back, on other pages. */
  bar: lines('label', 'named', 'back', 'set'),
});
