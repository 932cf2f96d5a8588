import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Lexer } from 'yaml';
import { filesBelow, readSource } from '../../src/lib/read-course.ts';

/** What the lexer puts before a scalar without quotation marks. */
const plain = '\u001F';

/**
 * Comments behind a text without quotation marks on the same line. YAML takes ` #` in such a text for the
 * beginning of a comment, and what follows is lost without a word.
 */
function cutOff(source: string): string[] {
  const lexemes = [...new Lexer().lex(source)].filter((lexeme) => !/^[ \t]+$/.test(lexeme));
  return lexemes.flatMap((lexeme, index) =>
    lexeme.startsWith('#') && lexemes[index - 2] === plain ? `${lexemes[index - 1]} ${lexeme}` : [],
  );
}

it.each([
  ['- The signs ~ = # { }', ['The signs ~ = # { }']],
  ['a: one\n  two # three', ['one\n  two # three']],
  ["- 'The signs ~ = # { }'", []],
  ['# A remark.\na: one\n# Another.\nb: >-\n  a # b', []],
])('%s', (source, cut) => {
  expect(cutOff(source)).toEqual(cut);
});

it('no text of the content is cut off by a comment', () => {
  const read = (path: string) => readFileSync(join('content', path), 'utf8');
  const sources = [
    ...filesBelow('content', '.', '.yaml').map((path) => [path, read(path)] as const),
    ...filesBelow('content', '.', '.mdx').map((path) => {
      const { body } = readSource('content', path);
      const text = read(path);
      return [path, text.slice(0, text.length - body.length)] as const;
    }),
  ];
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.flatMap(([path, text]) => cutOff(text).map((cut) => `${path}: ${cut}`))).toEqual(
    [],
  );
});
