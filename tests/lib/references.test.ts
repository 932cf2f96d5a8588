import type { CollectionEntry } from 'astro:content';
import { describe, expect, it, vi } from 'vitest';
import { readEvidence, readSources } from '../../src/lib/read-content.ts';
import { filesBelow, readSource } from '../../src/lib/read-course.ts';
import { referencesOf } from '../../src/lib/references.ts';

vi.mock('astro:content', () => import('../support/astro-content.ts'));

const lesson = (id: string, body: string) =>
  ({ id, filePath: 'x.mdx', body }) as CollectionEntry<'lessons'>;

describe('the references of a text', () => {
  it.each([
    [
      'are numbered in the order of first mention, each source once',
      '<Cite source="hughes2025" /> <Evidence id="G24-001" /> <Cite source="hughes2025" />',
      ['1 hughes2025', '2 greenblatt2024 G24-001'],
    ],
    [
      'list each figure once, below its source',
      '<Evidence id="G24-003" /> <Evidence id="GA25-001" /> <Evidence id="G24-001" /> <Evidence id="G24-003" form="bare" />',
      ['1 greenblatt2024 G24-003 G24-001', '2 gasteiger2025 GA25-001'],
    ],
    [
      'reach into a claim and its answer',
      '<ClaimCheck id="survives-training" />',
      ['1 greenblatt2024 G24-027 G24-028 G24-030', '2 gasteiger2025 GA25-001'],
    ],
    [
      'reach into a check, its options and their feedback',
      '<Check id="which-way-round" />',
      ['1 greenblatt2024 G24-002 G24-001 G24-004'],
    ],
    ['are none where nothing is cited', 'Just words.', []],
  ])('%s', async (_name, body, list) => {
    const references = await referencesOf(lesson('two-faces', body));
    expect(
      references.map(({ number, source, figures }) => [number, source, ...figures].join(' ')),
    ).toEqual(list);
  });
});

it.each([
  ['a mark', '<Cite source="hughes2025" />', ['printed-hughes2025']],
  ['a number', '<Evidence id="G24-001" />', ['printed-G24-001']],
  ['a claim', '<ClaimCheck id="survives-training" />', ['claim-survives-training']],
  ['a check', '<Check id="which-way-round" />', ['check-which-way-round']],
  ['a figure', '<CueSwitch /> <Evidence id="G24-001" />', ['cue-switch']],
])('a reference leads back to %s where the source is first used', async (_name, body, places) => {
  const references = await referencesOf(lesson('two-faces', body));
  expect(references.map(({ citedAt }) => citedAt).slice(0, 1)).toEqual(places);
});

const written = filesBelow('content', 'lessons', '.mdx')
  .map((path) => readSource('content', path))
  .filter(({ body }) => body.trim());
const evidence = readEvidence();
const known = readSources();

describe.each(written.map((file) => [file.slug, file] as const))('the lesson %s', (slug, file) => {
  it('numbers every source it cites, and names no other', async () => {
    const references = await referencesOf(lesson(slug, file.body));
    expect(references.map(({ number }) => number)).toEqual(references.map((_, index) => index + 1));
    const sources = references.map(({ source }) => source);
    expect(sources.filter((source) => !known.has(source))).toEqual([]);
    const cited = [...file.body.matchAll(/<Cite source="([^"]+)"/g)].map(([, source]) => source);
    expect(sources).toEqual(expect.arrayContaining(cited));
  });

  it('lists every figure it prints below the figure’s source', async () => {
    const references = await referencesOf(lesson(slug, file.body));
    for (const [, id] of file.body.matchAll(/<Evidence id="([^"]+)"/g)) {
      const own = references.filter(({ figures }) => figures.includes(id!));
      expect(own.map(({ source }) => source)).toEqual([evidence.get(id!)!.source]);
    }
  });
});
