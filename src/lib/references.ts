import type { CollectionEntry } from 'astro:content';
import { getEntry } from 'astro:content';
import { parseInline } from './inline.ts';
import { attributesOf, parseBody, walk } from './read-course.ts';

/** One entry of a lesson's reference list. */
export interface Reference {
  source: string;
  number: number;
  /** Ids of the published figures of this source that the lesson prints, each once. */
  figures: string[];
}

/**
 * The sources of a lesson in the order in which a reader meets them, with the figures taken from
 * each. Read from the text itself, so that the numbers are known before any part is rendered.
 */
export async function referencesOf(
  lesson: CollectionEntry<'lessons' | 'pages'>,
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
  const addText = async (text: string) => {
    for (const segment of parseInline(text)) {
      if (segment.kind === 'evidence') await addFigure(segment.id);
    }
  };

  const body = lesson.body ?? '';
  const file = { path: lesson.filePath ?? lesson.id, slug: lesson.id, head: {}, body, bodyLine: 1 };
  for (const node of walk(parseBody(file))) {
    if (!node.type.startsWith('mdxJsx')) continue;
    const { id = '', source = '' } = attributesOf(node) as Record<string, string>;
    if (node.name === 'Cite') add(source);
    else if (node.name === 'Evidence') await addFigure(id);
    else if (node.name === 'ClaimCheck') {
      const claim = await getEntry('claims', id);
      await addText(claim?.data.claim ?? '');
      await addText(claim?.data.answer ?? '');
    } else if (node.name === 'Check') {
      const check = await getEntry('checks', `${lesson.id}/${id}`);
      await addText(check?.data.stem ?? '');
      for (const { text, feedback } of check?.data.options ?? []) {
        await addText(text);
        await addText(feedback);
      }
    } else if (node.name === 'CueSwitch' || node.name === 'ExperimentReplay') {
      await addFigure('G24-001');
    }
  }
  return [...references.values()];
}
