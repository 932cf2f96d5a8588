import { getEntry } from 'astro:content';
import { href } from './address.ts';
import { shortCitation } from './citations.ts';
import { fill } from './fill.ts';
import { parseInline, plainText, type Segment } from './inline.ts';
import { modelFigures } from './model-figures.ts';
import { printFigure } from './print-figure.ts';
import { publishedFigure } from './published-value.ts';
import { interfaceText } from './text.ts';

/** A piece of a short text, ready to be shown where no page of ours can look anything up. */
export interface Piece {
  text: string;
  emphasis?: true;
  /** Where it leads: a published figure to its entry, a term to the glossary. */
  href?: string;
  /** What a figure was measured under, or what a term means. */
  title?: string;
}

/**
 * A short text of a YAML file with its tokens looked up, for parts that also run in the browser. A
 * source that nobody here read is named once, at its first figure.
 *
 * @throws a sentence when a token names what does not exist.
 */
export async function inlinePieces(text: string): Promise<Piece[]> {
  const named = new Set<string>();
  const pieces: Piece[] = [];
  for (const segment of parseInline(text)) pieces.push(await pieceOf(segment, named));
  return pieces;
}

async function pieceOf(segment: Segment, named: Set<string>): Promise<Piece> {
  switch (segment.kind) {
    case 'evidence': {
      const { id, figure, form } = segment;
      const printed = printFigure(await publishedFigure(id, figure), form);
      const { source, condition, locator, verified, original } = (await getEntry('evidence', id))!
        .data;
      const citation = shortCitation(source);
      const where = [citation, locator].filter(Boolean).join(', ');
      const title = [condition, where].filter(Boolean).join('. ');
      const link = { href: href(`evidence#${id}`), title };
      if (verified === 'primary' || named.has(source)) return { text: printed, ...link };
      named.add(source);
      const { lesson } = await interfaceText();
      const reported = original ? lesson.asReportedBySource : lesson.asReportedByOn;
      return { text: `${printed} (${fill(reported, { source: citation })})`, ...link };
    }
    case 'model':
      return { text: printFigure(modelFigures()[segment.of]!, segment.form) };
    case 'term': {
      const meaning = (await getEntry('glossary', segment.id))!.data.meaning;
      return {
        text: segment.text,
        href: href(`glossary#${segment.id}`),
        title: plainText(meaning),
      };
    }
    case 'emphasis':
      return { text: segment.text, emphasis: true };
    default:
      return { text: segment.text };
  }
}
