import { lines } from './lines.ts';

/**
 * Texts of the page that holds the site in a course system (SCORM, cmi5), and of what its pages say there.
 * `{call}` is what was asked of the system, with its answer.
 */
export const shell = lines(
  ...(['opening', 'absent', 'failed', 'waiting', 'unkept', 'damaged'] as const),
  ...(['review', 'browse', 'kept'] as const),
  ...(['withoutScript', 'broken', 'home', 'again', 'back', 'full', 'blocked'] as const),
);
