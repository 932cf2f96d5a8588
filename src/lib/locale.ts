/** The language that the site is built in; a second one adds folders, not a code path. */
export const locale = 'en';

/** How dates and numbers are written in it: as its prose is spelled. */
export const region = 'en-GB';
