import { expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/widgets/parts/markdown.ts';

test('marks within a line are taken for letters', () => {
  expect(escapeMarkdown('*bold* [a](b) <b> `x` a|b ~s~ & c\\')).toBe(
    '\\*bold\\* \\[a\\](b) \\<b\\> \\`x\\` a\\|b \\~s\\~ \\& c\\\\',
  );
});

test('marks at the start of a line are too, however lines end', () => {
  expect(escapeMarkdown('# a\n- b\r\n+ c\r=== d\n1. e\n 2) f')).toBe(
    '\\# a\n\\- b\n\\+ c\n\\=== d\n1\\. e\n 2\\) f',
  );
});

test('a plain sentence stays as it is', () => {
  const text = 'A gap of 11.4 points (1 of 2), so far – “unprompted”.';
  expect(escapeMarkdown(text)).toBe(text);
});
