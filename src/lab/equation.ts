import temml from 'temml';

/**
 * An equation as MathML. What Temml adds for browsers that draw MathML badly are style attributes, which
 * the policy of the pages refuses; without them nothing but some white space differs.
 *
 * @throws {Error} a sentence for the author where the TeX cannot be read.
 */
export function mathMl(tex: string, display: boolean): string {
  try {
    const drawn = temml.renderToString(tex, { displayMode: display, throwOnError: true });
    return drawn.replace(/ (?:style|class)="[^"]*"/g, '');
  } catch (error) {
    throw new Error(`“${tex}” is no TeX: ${(error as Error).message}`);
  }
}
