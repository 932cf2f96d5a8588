import { describe, expect, it } from 'vitest';
import {
  filesBelow,
  lessonLevel,
  parseBody,
  readSource,
  type MdxNode,
} from '../../src/lib/read-course.ts';
import { figureTags } from '../../src/schemas/tags.ts';
import { gradeOf, wordsOf } from '../support/readability.ts';

/** The highest Flesch–Kincaid grade of each level: years of school that a text asks of its reader. */
const highestGrade = { basic: 9, intermediate: 11, advanced: 13, expert: 15 };
const fewestWords = 600;
const mostWords = 1200;

/** The parts that every lesson has, in this order; further headings may stand between them. */
const order = [
  'figure',
  'What just happened',
  'What is known, and by whom',
  'ClaimCheck',
  'What the model leaves out',
  'Check',
  'KeyPoints',
];

const written = filesBelow('content', 'lessons', '.mdx')
  .map((path) => readSource('content', path))
  .filter(({ body }) => body.trim());

it('there are written lessons to read', () => {
  expect(written.map(({ slug }) => slug)).toContain('two-faces');
});

describe.each(written.map((file) => [file.path, file] as const))('%s', (path, file) => {
  const tree = parseBody(file);
  const paragraphs = paragraphsOf(tree);
  const words = paragraphs.flatMap(wordsOf);

  it(`has ${fewestWords} to ${mostWords} words`, () => {
    expect(words.length).toBeGreaterThanOrEqual(fewestWords);
    expect(words.length).toBeLessThanOrEqual(mostWords);
  });

  it('can be read at its level', () => {
    expect(gradeOf(paragraphs)).toBeLessThanOrEqual(highestGrade[lessonLevel(path)]);
  });

  it('has its parts in order', () => {
    // A lesson may show another figure further down; the first one opens it.
    const parts = (tree.children ?? [])
      .map(partOf)
      .filter((part) => order.includes(part))
      .filter((part, index) => part !== 'figure' || index === 0);
    expect(parts.filter((part, index) => part !== parts[index - 1])).toEqual(order);
    expect(partOf(tree.children!.at(-1)!)).toBe('KeyPoints');
  });

  it('asks two to four quick checks', () => {
    const checks = (tree.children ?? []).filter((node) => partOf(node) === 'Check');
    expect(checks.length).toBeGreaterThanOrEqual(2);
    expect(checks.length).toBeLessThanOrEqual(4);
  });

  it('cites at least one source where it says what is known', () => {
    const names = (tree.children ?? []).map(partOf);
    const known = tree.children!.slice(names.indexOf(order[2]!), names.indexOf(order[4]!));
    expect(JSON.stringify(known)).toMatch(/"name":"(Cite|Evidence)"/);
  });
});

function partOf(node: MdxNode): string {
  if (node.type === 'heading') return textOf(node);
  if (!node.type.startsWith('mdxJsx')) return node.type;
  return node.name! in figureTags ? 'figure' : node.name!;
}

/** The running text: paragraphs and list items, without headings and without notes in the margin. */
function paragraphsOf(node: MdxNode): string[] {
  if (node.type === 'heading') return [];
  if (node.type === 'paragraph') return [textOf(node)];
  return (node.children ?? []).flatMap(paragraphsOf);
}

function textOf(node: MdxNode): string {
  if (node.name === 'Cite') return '';
  // A printed figure is read as one short word.
  if (node.name === 'Evidence' || node.name === 'Model') return 'ten';
  return node.value ?? (node.children ?? []).map(textOf).join('');
}
