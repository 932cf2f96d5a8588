import { basename } from 'node:path';
import { readEvidence } from '../../src/lib/read-content.ts';
import {
  filesBelow,
  lessonName,
  readEntries,
  readEntry,
  readSource,
} from '../../src/lib/read-course.ts';
import { check } from '../../src/schemas/check.ts';
import { claim } from '../../src/schemas/claim.ts';
import { followUpTheme } from '../../src/schemas/follow-up.ts';
import { labCard } from '../../src/schemas/lab.ts';
import { measure } from '../../src/schemas/measure.ts';
import { perspective } from '../../src/schemas/perspective.ts';
import { term } from '../../src/schemas/term.ts';
import { transcript } from '../../src/schemas/transcript.ts';

// Astro's store, filled by the same readers from the same files as when the site is built.

interface Entry {
  id: string;
  data: unknown;
  filePath?: string;
  body?: string;
}

let store: Record<string, Map<string, Entry>> | undefined;
const collections = () => (store ??= readCollections());

function readCollections(): Record<string, Map<string, Entry>> {
  const entries = (id: string, data: unknown): [string, Entry] => [id, { id, data }];
  const yaml = <S extends Parameters<typeof readEntries>[2]>(folder: string, schema: S) =>
    filesBelow('content', folder, '.yaml').flatMap((path) =>
      [...readEntries('content', path, schema)].map(([id, entry]) => ({ path, id, entry })),
    );
  const texts = (folder: string) =>
    filesBelow('content', folder, '.mdx').map((path): [string, Entry] => {
      const { body, head } = readSource('content', path);
      const { slug: id } = lessonName(path);
      return [id, { id, filePath: path, body, data: head }];
    });
  return {
    evidence: new Map([...readEvidence()].map(([id, entry]) => entries(id, entry))),
    claims: new Map(yaml('claims', claim).map(({ id, entry }) => entries(id, entry))),
    glossary: new Map(yaml('glossary', term).map(({ id, entry }) => entries(id, entry))),
    transcripts: new Map(
      yaml('transcripts', transcript).map(({ id, entry }) => entries(id, entry)),
    ),
    measures: new Map(yaml('measures', measure).map(({ id, entry }) => entries(id, entry))),
    checks: new Map(
      yaml('checks', check).map(({ path, id, entry }) =>
        entries(`${basename(path, '.yaml')}/${id}`, entry),
      ),
    ),
    followUps: new Map(
      filesBelow('content', 'follow-ups', '.yaml').map((path) =>
        entries(basename(path, '.yaml'), readEntry('content', path, followUpTheme)),
      ),
    ),
    lab: new Map(
      filesBelow('content', 'lab', '.yaml').map((path) =>
        entries(basename(path, '.yaml'), readEntry('content', path, labCard)),
      ),
    ),
    perspectives: new Map(
      filesBelow('content', 'perspectives', '.yaml').map((path) =>
        entries(basename(path, '.yaml'), readEntry('content', path, perspective)),
      ),
    ),
    lessons: new Map(texts('lessons')),
    teaching: new Map(texts('teaching')),
    pages: new Map(texts('pages')),
  };
}

export const getEntry = async (collection: string, id: string) =>
  collections()[collection]!.get(id);
export const getCollection = async (collection: string) => [...collections()[collection]!.values()];
