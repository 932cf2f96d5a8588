import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filesBelow, parseBody, parseEntry, readSource, walk } from '../src/lib/read-course.ts';
import { lesson } from '../src/schemas/lesson.ts';
import { figureTags, proseTags } from '../src/schemas/tags.ts';

const kebab = (name: string) => name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
const folders = readdirSync('src/widgets').filter((name) => name !== 'parts');
const written = filesBelow('content', 'lessons', '.mdx')
  .map((path) => readSource('content', path))
  .filter(({ body }) => body.trim());

it('the registry holds every tag of words and numbers, and no other', () => {
  const text = readFileSync('src/registry.ts', 'utf8');
  const [, tags = ''] = /const tags = \{([^}]*)\}/.exec(text) ?? [];
  const keys = tags.split(',').map((key) => key.trim());
  expect(keys.filter(Boolean).sort()).toEqual(Object.keys(proseTags).sort());
});

it.each(Object.keys(proseTags))('<%s> is a component of its name', (name) => {
  expect(existsSync(`src/components/prose/${name}.astro`)).toBe(true);
});

it.each(Object.keys(figureTags))('<%s> has a folder with a shell of its name', (name) => {
  expect(existsSync(`src/widgets/${kebab(name)}/${name}.astro`)).toBe(true);
});

it('every folder of widgets belongs to a tag', () => {
  expect(folders.sort()).toEqual(Object.keys(figureTags).map(kebab).sort());
});

it.each(written.map((file) => [file.slug, file] as const))(
  'the figures that %s names are those that it shows, and have a folder',
  (_slug, file) => {
    const { figures } = parseEntry(lesson, file.head, file.path);
    const shown = [...walk(parseBody(file))]
      .map(({ name }) => name ?? '')
      .filter((name) => name in figureTags);
    expect(figures.length).toBeGreaterThan(0);
    expect([...new Set(shown.map(kebab))]).toEqual(figures);
    for (const figure of figures) expect(folders).toContain(figure);
  },
);
