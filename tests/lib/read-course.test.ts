import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'astro/zod';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  attributesOf,
  filesBelow,
  lessonLevel,
  lessonName,
  parseBody,
  parseEntry,
  readEntries,
  readSource,
  readYaml,
  walk,
} from '../../src/lib/read-course.ts';

let root = '';
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'course-'))));
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): string {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  return path;
}

describe('names', () => {
  it.each([
    ['04-right-reward-wrong-goal.mdx', 4, 'right-reward-wrong-goal'],
    ['lessons/en/04-expert/18-who-decides.mdx', 18, 'who-decides'],
    ['teaching/en/two-faces.mdx', 0, 'two-faces'],
    ['1-x.mdx', 0, '1-x'],
    ['010-x.mdx', 10, 'x'],
    ['03-2024-and-after.mdx', 3, '2024-and-after'],
    ['118-two-faces.mdx', 118, 'two-faces'],
  ])('%s is number %d, “%s”', (path, number, slug) => {
    expect(lessonName(path)).toEqual({ number, slug });
  });

  it.each([
    ['lessons/en/01-basic/01-x.mdx', 'basic'],
    ['en/02-intermediate/04-x.mdx', 'intermediate'],
    ['/somewhere/content/lessons/en/03-advanced/09-x.mdx', 'advanced'],
    ['04-expert/14-basic.mdx', 'expert'],
  ])('%s is %s', (path, level) => {
    expect(lessonLevel(path)).toBe(level);
  });

  it.each(['en/basic/01-x.mdx', 'en/05-wizard/01-x.mdx', '01-basic.mdx'])('%s has none', (path) => {
    expect(() => lessonLevel(path)).toThrow(
      `${path} stands in no level's folder (01-basic … 04-expert).`,
    );
  });
});

describe('files', () => {
  it('are found at any depth, by ending, in order; a missing folder holds none', () => {
    for (const path of ['l/b/2.mdx', 'l/a/9.mdx', 'l/1.mdx', 'l/b/2.yaml', 'm/1.mdx']) {
      write(path, '');
    }
    expect(filesBelow(root, 'l', '.mdx')).toEqual(['l/1.mdx', 'l/a/9.mdx', 'l/b/2.mdx']);
    expect(filesBelow(root, 'nowhere', '.mdx')).toEqual([]);
  });

  it.each(['\n', '\r\n'])('part head from body and count lines (%j)', (end) => {
    const lines = ['---', 'title: A --- b', '---', '', 'First.', '---', 'Last.'];
    const path = write('lessons/01-x.mdx', lines.join(end));
    expect(readSource(root, path)).toEqual({
      path,
      slug: 'x',
      head: { title: 'A --- b' },
      body: ['', 'First.', '---', 'Last.'].join(end),
      bodyLine: 4,
    });
  });

  it('may end with their head', () => {
    const { body, head } = readSource(root, write('x.mdx', '---\ntitle: A\n---'));
    expect([head, body]).toEqual([{ title: 'A' }, '']);
  });

  it.each(['title: A', '---\ntitle: A\n', ' ---\ntitle: A\n---\n'])('need a head: %j', (text) => {
    expect(() => readSource(root, write('x.mdx', text))).toThrow(
      'x.mdx needs a head between two lines of three hyphens.',
    );
  });

  it('with a broken head name the line in the file', () => {
    const path = write('x.mdx', '---\ntitle: A\ntitle: B\n---\n');
    expect(() => readSource(root, path)).toThrow(
      'x.mdx cannot be read: Map keys must be unique at line 3, column 1.',
    );
    expect(() => readYaml(root, write('x.yaml', 'a: 1\nb: [\n'))).toThrow(
      /^x\.yaml cannot be read: [^\n]* at line 3, column \d+\.$/,
    );
  });
});

describe('a body', () => {
  const bodyOf = (text: string) =>
    readSource(root, write('x.mdx', `---\na: 1\nb: 2\n---\n${text}`));

  it.each([
    ['<Term id="x">\n', 5],
    ['Fine.\n\nFine.\n\n</Term>\n', 9],
    ['One {brace.\n', 5],
    ['Fine.\n\n<Cite source=greenblatt2024 />\n', 7],
  ])('that is no MDX is refused with its line in the file: %j', (text, line) => {
    expect(() => parseBody(bodyOf(text))).toThrow(new RegExp(`^x\\.mdx:${line}: .{10}`));
  });

  it('is walked parents first, and tags give their attributes', () => {
    const nodes = [
      ...walk(parseBody(bodyOf('<KeyPoints>\n\n- One <Cite source="a" at />\n\n</KeyPoints>'))),
    ];
    expect(nodes.map(({ type }) => type)).toEqual([
      ...['root', 'mdxJsxFlowElement', 'list', 'listItem', 'paragraph', 'text'],
      'mdxJsxTextElement',
    ]);
    expect(attributesOf(nodes.at(-1)!)).toEqual({ source: 'a', at: true });
    expect(nodes.at(-1)!.position!.start.line).toBe(3);
  });
});

describe('an entry', () => {
  const schema = z.strictObject({
    name: z.string(),
    list: z.array(z.strictObject({ n: z.number() })).default([]),
    kind: z.enum(['a', 'b']).default('a'),
    mark: z.string({ error: 'write a mark' }).default('!'),
    note: z.string().min(20).optional(),
  });

  it('that fits comes back with its defaults', () => {
    expect(parseEntry(schema, { name: 'x' }, 'f')).toEqual({
      ...{ name: 'x', list: [], kind: 'a', mark: '!' },
    });
  });

  it.each([
    [{}, 'f: name: this field is missing.'],
    [{ name: 'x', size: 1, age: 2 }, 'f: there is no field “size”, “age”.'],
    [{ name: 'x', list: [{ n: 1 }, {}] }, 'f: list.1.n: this field is missing.'],
    [{ name: 'x', mark: 3 }, 'f: mark: write a mark.'],
    [{ name: 'x', note: 'ok' }, 'f: note: this is too short; it needs 20 characters or more.'],
    [{ name: 3 }, 'f: name: Invalid input: expected string, received number.'],
    [
      { kind: 'c' },
      'f: name: this field is missing.\nf: kind: Invalid option: expected one of "a"|"b".',
    ],
    [null, 'f: Invalid input: expected object, received null.'],
  ])('%j is refused: %s', (value, sentences) => {
    expect(() => parseEntry(schema, value, 'f')).toThrow(new Error(sentences));
  });

  it('of a file is told with its id', () => {
    const path = write('e.yaml', 'one: { name: x }\ntwo: {}\n');
    expect(() => readEntries(root, path, schema)).toThrow(
      'e.yaml, two: name: this field is missing.',
    );
    expect(readEntries(root, write('empty.yaml', '# nothing yet\n'), schema).size).toBe(0);
  });
});
