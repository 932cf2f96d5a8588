import { getEntry } from 'astro:content';
import { mentionsIn, type Mention, type Text } from './mentions.ts';

/** One entry of a lesson's reference list. */
export interface Reference {
  source: string;
  number: number;
  /** Ids of the published figures of this source that the lesson prints, each once. */
  figures: string[];
  /** Id of the first part of the page that rests on it: a number, a mark, a figure or a check. */
  citedAt: string;
}

/** Where a reader meets a mention. What a check says of its answers is folded, and so may a claim be: they lead to the whole. */
function placeOf({ of, by, name }: Mention): string {
  if (by === 'figure') return name;
  if (by === 'claim') return `claim-${name}`;
  return by === 'check' ? `check-${name}` : `printed-${of}`;
}

/**
 * The sources of a page in the order in which a reader meets them, with the figures taken from each.
 *
 * @param texts what stands on the page, in order: a lesson, its teacher notes, a plain page.
 */
export async function referencesOf(...texts: Text[]): Promise<Reference[]> {
  const references = new Map<string, Reference>();
  const add = (source: string, mention: Mention, figure?: string) => {
    const known = references.get(source);
    const entry = known ?? {
      source,
      number: references.size + 1,
      figures: [],
      citedAt: placeOf(mention),
    };
    references.set(source, entry);
    if (figure && !entry.figures.includes(figure)) entry.figures.push(figure);
  };
  for (const text of texts) {
    for (const mention of await mentionsIn(text)) {
      const { kind, of } = mention;
      if (kind === 'source') add(of, mention);
      if (kind !== 'evidence') continue;
      const entry = await getEntry('evidence', of);
      if (entry) add(entry.data.source, mention, of);
    }
  }
  return [...references.values()];
}
