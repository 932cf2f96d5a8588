import type { CollectionEntry } from 'astro:content';
import { getCollection, getEntry } from 'astro:content';
import { readArguments } from './argument-faults.ts';
import { folderOf } from './figure-imports.mjs';
import { parseInline } from './inline.ts';
import { attributesOf, parseBody, walk } from './read-course.ts';
import { textsOf, type Check } from '../schemas/check.ts';
import { figureEvidence, figureTags } from '../schemas/tags.ts';

/** A text with tags: a lesson, its teacher notes, or a plain page. */
export type Text = CollectionEntry<'lessons' | 'teaching' | 'pages'>;

/** What a text shows that comes from a source or out of one of our models. */
export interface Mention {
  kind: 'source' | 'evidence' | 'model';
  /** Key of the source, id of the published figure, or key of the model's number. */
  of: string;
  /** What shows it: the running text, or a check, a claim or a figure that stands in it. */
  by: 'text' | 'check' | 'claim' | 'figure';
  /** Id of that check or claim, name of that figure; empty for running text. */
  name: string;
}

/**
 * All that a text shows of sources, published figures and models' numbers, in the order in which a
 * reader meets it. Read from the text itself, so that it is known before any part is rendered.
 */
export async function mentionsIn({
  id: slug,
  filePath: path = slug,
  body = '',
}: Text): Promise<Mention[]> {
  const mentions: Mention[] = [];
  for (const node of walk(parseBody({ path, slug, head: {}, body, bodyLine: 1 }))) {
    if (!node.type.startsWith('mdxJsx')) continue;
    const attributes = attributesOf(node) as Record<string, string>;
    const { id = '', source = '', of = '' } = attributes;
    if (node.name === 'Cite') mentions.push({ kind: 'source', of: source, by: 'text', name: '' });
    else if (node.name === 'Evidence') {
      mentions.push({ kind: 'evidence', of: id, by: 'text', name: '' });
    } else if (node.name === 'Model') {
      mentions.push({ kind: 'model', of, by: 'text', name: '' });
    } else if (node.name === 'ClaimCheck') {
      const entry = await getEntry('claims', id);
      if (entry) mentions.push(...mentionsInClaim(entry));
    } else if (node.name === 'Check') {
      const entry = await getEntry('checks', `${slug}/${id}`);
      if (!entry) continue;
      mentions.push(
        ...inlineMentions(textsOf(entry.data), 'check', id),
        ...answerOf(entry.data, id),
      );
    } else if (isFigure(node.name)) {
      const name = folderOf(node.name);
      const drawn = await drawnBy(node.name);
      mentions.push(
        ...drawn.map((of) => ({ kind: 'evidence', of, by: 'figure', name }) satisfies Mention),
      );
    }
  }
  return mentions;
}

/** What the right number of a numeric check comes from. */
function answerOf(check: Check, name: string): Mention[] {
  if (check.kind !== 'numeric') return [];
  const { answer } = check;
  return 'model' in answer
    ? [{ kind: 'model', of: answer.model, by: 'check', name }]
    : [{ kind: 'evidence', of: answer.evidence, by: 'check', name }];
}

/**
 * The published figures that a figure draws; of the checklist, also those behind its measures, and of
 * the map those behind its arguments.
 */
async function drawnBy(tag: keyof typeof figureTags): Promise<string[]> {
  if (tag === 'WorryMap') {
    return [...new Set([...readArguments().values()].flatMap(({ evidence }) => evidence))];
  }
  if (tag !== 'DeploymentChecklist') return figureEvidence[tag];
  const measures = await getCollection('measures');
  const behind = measures.flatMap(({ data }) => data.evidence);
  return [...new Set([...figureEvidence[tag], ...behind])];
}

/** What the words of a claim show: the claim, its answer, and what would change it. */
export function mentionsInClaim({ id, data }: CollectionEntry<'claims'>): Mention[] {
  return inlineMentions([data.claim, data.answer, data.wouldChange], 'claim', id);
}

/** What short texts of a YAML file show by their tokens. */
export function inlineMentions(lines: string[], by: Mention['by'], name: string): Mention[] {
  return lines.flatMap(parseInline).flatMap((segment): Mention[] => {
    if (segment.kind === 'evidence') return [{ kind: 'evidence', of: segment.id, by, name }];
    if (segment.kind === 'model') return [{ kind: 'model', of: segment.of, by, name }];
    return [];
  });
}

function isFigure(tag: string | null | undefined): tag is keyof typeof figureTags {
  return Boolean(tag && tag in figureTags);
}
