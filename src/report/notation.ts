/** Forms of writing that the standards share. */

/** What SCORM and xAPI call the kinds of checks. */
export const interactionTypes = {
  single: 'choice',
  multiple: 'choice',
  order: 'sequencing',
  numeric: 'numeric',
} as const;

/** A count as a course system gave it; 0 for one that makes no sense. */
export function countOf(text: string): number {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : 0;
}

/** Numbers of answers, from 0, as letters: 0 is a. The course has no check with more than 26 answers. */
export const letters = (numbers: number[]): string[] =>
  numbers.map((number) => String.fromCharCode(97 + number));

/** Milliseconds in seconds with two decimals, cut off so that no minute has sixty; never negative. */
export const seconds = (milliseconds: number): number =>
  Math.max(0, Math.floor(milliseconds / 10) / 100);

/** A span of time by ISO 8601, in seconds alone, which xAPI and SCORM 2004 read alike: `PT90.5S`. */
export const isoSpan = (milliseconds: number): string => `PT${seconds(milliseconds)}S`;

/**
 * An answer as SCORM 2004 and xAPI write it down. `pattern` gives the bounds of a number instead.
 *
 * @see IEEE 1484.11.1, correct_responses and learner_response
 */
export function written(
  { kind, tolerance }: { kind: string; tolerance: number },
  values: number[],
  pattern?: 'pattern',
): string {
  if (kind !== 'numeric') return letters(values).join('[,]');
  const [value = 0] = values;
  if (!pattern) return String(value);
  return [value - tolerance, value + tolerance].map((bound) => +bound.toFixed(6)).join('[:]');
}
