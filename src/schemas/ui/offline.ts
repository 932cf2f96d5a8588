import { lines } from './lines.ts';

/** Texts of the page on which a reader keeps the site in the browser. */
export const offline = lines(
  'lead',
  'desk',
  'opening',
  'unsupported',
  'nothing',
  'size',
  'noSize',
  'part',
  'keeping',
  'progress',
  'kept',
  'updates',
  'removed',
  'full',
  'interrupted',
  'refused',
  'keep',
  'goOn',
  'again',
  'remove',
  'link',
  'notHere',
  'withoutScript',
);
