/** The language that the site is built in; a second one adds folders, not a code path. */
export const locale = 'en';

/** How dates and numbers are written in it: as its prose is spelled. */
export const region = 'en-GB';

/** A day of the content, `2026-11-21`, in words; the same wherever the site is built. */
export const dayInWords = (date: string): string =>
  new Date(date).toLocaleDateString(region, { dateStyle: 'long', timeZone: 'UTC' });
