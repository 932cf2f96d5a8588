import { figureForm, type FigureForm } from '../schemas/tags.ts';

/** One piece of a short text from a YAML file. */
export type Segment =
  | { kind: 'text'; text: string }
  | { kind: 'emphasis'; text: string }
  | { kind: 'evidence'; id: string; figure: string; form: FigureForm }
  | { kind: 'model'; of: string; form: FigureForm }
  | { kind: 'term'; id: string; text: string };

const token =
  /\{(?<kind>evidence|model|term) (?<rest>[^}]+)\}|(?<![^\s(“])\*(?<emphasis>[^*]+)\*|(?<stray>[{}])/g;

/**
 * Splits a short text of a YAML file into its pieces. Understood are `*emphasis*`,
 * `{evidence G24-027 af rounded}` (figure and form may be left out), `{model default.gap}` and
 * `{term compliance-gap|compliance gap}`.
 *
 * @throws {Error} a sentence for the author when a brace opens or closes anything else.
 */
export function parseInline(text: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > end) segments.push({ kind: 'text', text: text.slice(end, match.index) });
    segments.push(readToken(match, text));
    end = match.index + match[0].length;
  }
  if (end < text.length) segments.push({ kind: 'text', text: text.slice(end) });
  return segments;
}

function readToken(match: RegExpMatchArray, text: string): Segment {
  const { kind, rest = '', emphasis, stray } = match.groups ?? {};
  if (stray) throw new Error(`“${text}” holds a single “${stray}”; braces only wrap a token.`);
  if (emphasis) return { kind: 'emphasis', text: emphasis };
  if (kind === 'term') {
    const [id = '', words = id] = rest.split('|');
    return { kind, id, text: words };
  }
  const words = rest.split(' ');
  const form = figureForm.safeParse(words.at(-1));
  if (form.success) words.pop();
  const [id = '', figure = 'value'] = words;
  const surplus = words[kind === 'model' ? 1 : 2];
  if (surplus) throw new Error(`“${match[0]}” has a word too many: “${surplus}”.`);
  return kind === 'model'
    ? { kind, of: id, form: form.data ?? 'full' }
    : { kind: 'evidence', id, figure, form: form.data ?? 'full' };
}

/** The text without its tokens' machinery: terms keep their words, numbers are left out. */
export function plainText(text: string): string {
  return parseInline(text)
    .map((segment) => ('text' in segment ? segment.text : ''))
    .join('');
}
