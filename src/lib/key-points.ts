import { parseBody, walk, type MdxNode, type SourceFile } from './read-course.ts';

/**
 * The key points of a lesson, as plain text.
 *
 * @throws a sentence where a point holds more than words.
 */
export function keyPointsOf(file: SourceFile): string[] {
  const nodes = [...walk(parseBody(file))];
  return nodes
    .filter(({ name }) => name === 'KeyPoints')
    .flatMap((node) => [...walk(node)])
    .filter(({ type }) => type === 'listItem')
    .map((item) => wordsOf(item, file.path).replace(/\s+/g, ' '));
}

const wordsOnly = new Set(['listItem', 'paragraph', 'emphasis', 'strong', 'text']);

function wordsOf(node: MdxNode, path: string): string {
  if (!wordsOnly.has(node.type)) {
    throw new Error(`${path}: a key point is printed on worksheets, so it holds words only.`);
  }
  return node.value ?? (node.children ?? []).map((child) => wordsOf(child, path)).join('');
}
