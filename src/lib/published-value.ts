import { getEntry } from 'astro:content';
import type { EvidenceFigure } from '../schemas/evidence.ts';

/**
 * A figure of the evidence, with what its source prints, so that it is printed with the same decimals.
 *
 * @throws a sentence when the entry or the figure does not exist.
 */
export async function publishedFigure(
  id: string,
  figure = 'value',
): Promise<EvidenceFigure & { printed: string }> {
  const entry = await getEntry('evidence', id);
  const found = entry?.data.figures?.[figure];
  if (!entry || !found) throw new Error(`There is no published figure ${id} ${figure}.`);
  return { ...found, printed: entry.data.printed };
}

/** A single published value, in the unit of its entry. @throws when the entry holds a range. */
export async function publishedValue(id: string, figure = 'value'): Promise<number> {
  const { value } = await publishedFigure(id, figure);
  if (value === undefined) throw new Error(`${id} ${figure} is a range, not a single value.`);
  return value;
}
