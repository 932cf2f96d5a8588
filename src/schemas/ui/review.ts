import { lines } from './lines.ts';

/** Texts of the page on which quick checks come back. */
export const review = lines(
  'lead',
  'desk',
  'opening',
  'nothingYet',
  'due',
  'nothingDue',
  'limitReached',
  'isPaused',
  'start',
  'place',
  'finished',
  'next',
  'skip',
  'undo',
  'end',
  'forecast',
  'today',
  'settings',
  'limit',
  'pause',
  'how',
  'anki',
  'showAll',
  'hideAll',
);
