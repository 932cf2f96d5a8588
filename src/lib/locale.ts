/** The language that the site is built in; a second one adds folders, not a code path. */
export const locale = 'en';
