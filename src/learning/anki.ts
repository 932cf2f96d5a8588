/** A card for Anki: plain text on both sides. */
export interface AnkiCard {
  /** Stays the same from one export to the next, so that a second import updates instead of doubling. */
  id: string;
  front: string;
  back: string;
  /** Words without spaces. */
  tags: string[];
}

/** A field as Anki's text format wants it: quoted, its quotation marks doubled. */
const field = (text: string) => `"${text.replaceAll('"', '""')}"`;

/**
 * Cards as a text file that Anki imports as notes of its `Basic` type.
 *
 * @see https://docs.ankiweb.net/importing/text-files.html
 */
export function ankiText(cards: AnkiCard[], deck: string): string {
  const head = [
    '#separator:tab',
    '#html:false',
    '#notetype:Basic',
    `#deck:${deck}`,
    '#guid column:1',
    '#tags column:4',
  ];
  const rows = cards.map(({ id, front, back, tags }) =>
    [id, front, back, tags.join(' ')].map(field).join('\t'),
  );
  return [...head, ...rows, ''].join('\n');
}
