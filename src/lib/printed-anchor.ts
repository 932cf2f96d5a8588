/**
 * Id for a number in the text of a page, or for the mark of a source: `printed-G24-001` where the page
 * prints it first, none where it stands again. Ask before anything is awaited; then the first in the text asks first.
 *
 * @param page what the page keeps while it is rendered (Astro's `locals`).
 * @param number id of the published figure, key of the model's number, or key of the source.
 */
export function anchorHere(page: App.Locals, number: string): string | undefined {
  const printed = (page.printed ??= new Set());
  if (printed.has(number)) return undefined;
  printed.add(number);
  return `printed-${number}`;
}
