import { getEntry } from 'astro:content';
import { mentionsIn, type Text } from './mentions.ts';

/** One entry of a lesson's reference list. */
export interface Reference {
  source: string;
  number: number;
  /** Ids of the published figures of this source that the lesson prints, each once. */
  figures: string[];
}

/**
 * The sources of a page in the order in which a reader meets them, with the figures taken from each.
 *
 * @param texts what stands on the page, in order: a lesson, its teacher notes, a plain page.
 */
export async function referencesOf(...texts: Text[]): Promise<Reference[]> {
  const references = new Map<string, Reference>();
  const add = (source: string, figure?: string) => {
    const known = references.get(source);
    const entry = known ?? { source, number: references.size + 1, figures: [] };
    references.set(source, entry);
    if (figure && !entry.figures.includes(figure)) entry.figures.push(figure);
  };
  for (const text of texts) {
    for (const { kind, of } of await mentionsIn(text)) {
      if (kind === 'source') add(of);
      if (kind !== 'evidence') continue;
      const entry = await getEntry('evidence', of);
      if (entry) add(entry.data.source, of);
    }
  }
  return [...references.values()];
}
