import type { CollectionEntry } from 'astro:content';
import { getEntry } from 'astro:content';
import { parseInline } from './inline.ts';
import { attributesOf, parseBody, walk } from './read-course.ts';
import { figureEvidence } from '../schemas/tags.ts';

/** One entry of a lesson's reference list. */
export interface Reference {
  source: string;
  number: number;
  /** Ids of the published figures of this source that the lesson prints, each once. */
  figures: string[];
}

/**
 * The sources of a page in the order in which a reader meets them, with the figures taken from each.
 * Read from the texts themselves, so that the numbers are known before any part is rendered.
 *
 * @param texts what stands on the page, in order: a lesson and its teacher notes, or a plain page.
 */
export async function referencesOf(
  ...texts: CollectionEntry<'lessons' | 'teaching' | 'pages'>[]
): Promise<Reference[]> {
  const references = new Map<string, Reference>();
  const add = (source: string, figure?: string) => {
    const known = references.get(source);
    const entry = known ?? { source, number: references.size + 1, figures: [] };
    references.set(source, entry);
    if (figure && !entry.figures.includes(figure)) entry.figures.push(figure);
  };
  const addFigure = async (id: string) => {
    const entry = await getEntry('evidence', id);
    if (entry) add(entry.data.source, id);
  };
  const addInline = async (...lines: string[]) => {
    for (const segment of lines.flatMap(parseInline)) {
      if (segment.kind === 'evidence') await addFigure(segment.id);
    }
  };

  for (const { id: slug, filePath: path = slug, body = '' } of texts) {
    for (const node of walk(parseBody({ path, slug, head: {}, body, bodyLine: 1 }))) {
      if (!node.type.startsWith('mdxJsx')) continue;
      const { id = '', source = '' } = attributesOf(node) as Record<string, string>;
      if (node.name === 'Cite') add(source);
      else if (node.name === 'Evidence') await addFigure(id);
      else if (node.name === 'ClaimCheck') {
        const entry = await getEntry('claims', id);
        if (entry) await addInline(entry.data.claim, entry.data.answer, entry.data.wouldChange);
      } else if (node.name === 'Check') {
        const entry = await getEntry('checks', `${slug}/${id}`);
        await addInline(entry?.data.stem ?? '');
        for (const { text, feedback } of entry?.data.options ?? []) await addInline(text, feedback);
      } else {
        const drawn = figureEvidence[node.name as keyof typeof figureEvidence] ?? [];
        for (const figure of drawn) await addFigure(figure);
      }
    }
  }
  return [...references.values()];
}
