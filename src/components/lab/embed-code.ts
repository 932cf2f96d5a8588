import { markup } from '../../lib/markup.ts';

/** What the code of an embedded figure holds. */
export interface Embedded {
  /** Of the bare page, with the host. */
  address: string;
  /** What a screen reader calls the frame. */
  title: string;
  /** Controls to leave out, as in the address. */
  without: readonly string[];
  /** The state, as in the address; empty at rest. */
  fragment: string;
  /** CSS pixels, until the frame is told better. */
  height?: number;
}

/** The height of a frame that nobody has told anything. */
export const usualHeight = 820;

/**
 * The code that puts a figure on somebody's page. The border goes by an old attribute: a strict page drops styles.
 */
export function frameCode({ address, title, without, fragment, height }: Embedded): string {
  const query = without.length > 0 ? `?without=${without.join()}` : '';
  const source = markup(address + query + fragment);
  return `<iframe src="${source}" title="${markup(title)}" width="100%" height="${height ?? usualHeight}" frameborder="0" loading="lazy"></iframe>`;
}

/** A script for the page around embedded figures: each frame gets the height that its figure tells. */
export const heightScript = (origin: string): string => `<script>
addEventListener('message', ({ data, origin, source }) => {
  if (origin !== '${origin}' || data?.type !== 'unwatched-height') return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.height = data.height;
  }
});
</script>`;
