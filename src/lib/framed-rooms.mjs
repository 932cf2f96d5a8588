/**
 * The first folders of the addresses that any site may show in a frame: what course systems show, and the pages
 * for reading that lessons lead to. One click in a page of another site can lose nothing on them.
 */
export const framedRooms = [
  'assignment',
  'claims',
  'evidence',
  'glossary',
  'lessons',
  'perspectives',
  'questions',
  'sources',
];

/** Folders made to be shown and fetched by pages of other sites. */
export const embeddedRooms = ['embed'];

/**
 * Whether an address may be shown in a frame of another site.
 * @param {string} path relative to the site's root, without a slash at its start
 */
export function mayBeFramed(path) {
  const [room = '', ...rest] = path.split('/');
  return rest.length > 0 && [...framedRooms, ...embeddedRooms].includes(room);
}
