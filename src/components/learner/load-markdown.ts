import type { Token } from 'marked';

/** What a Markdown text consists of. Fetched on use: most notes are never previewed. */
export async function readMarkdown(text: string): Promise<Token[]> {
  const { lexer } = await import('marked');
  return lexer(text);
}
