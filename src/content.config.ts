import { glob, type Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import type { z } from 'astro/zod';
import { contentDirectory, readEvidence, readPromptVariations } from './lib/read-content.ts';
import { readInterfaceTexts } from './lib/read-interface-texts.ts';
import { locale } from './lib/locale.ts';
import { filesBelow, lessonName, readEntries, readEntry } from './lib/read-course.ts';
import { check } from './schemas/check.ts';
import { claim } from './schemas/claim.ts';
import { chartability } from './schemas/chartability.ts';
import { conformance } from './schemas/conformance.ts';
import { evidenceEntry, promptVariation } from './schemas/evidence.ts';
import { followUpTheme } from './schemas/follow-up.ts';
import { labCard } from './schemas/lab.ts';
import { learningSystem } from './schemas/learning-system.ts';
import { lesson } from './schemas/lesson.ts';
import { measure } from './schemas/measure.ts';
import { page } from './schemas/page.ts';
import { perspective } from './schemas/perspective.ts';
import { syllabus } from './schemas/syllabus.ts';
import { teaching } from './schemas/teaching.ts';
import { term } from './schemas/term.ts';
import { transcript } from './schemas/transcript.ts';
import { ui } from './schemas/ui.ts';

const root = contentDirectory();

/** Entries from `read`, read again in development whenever a file below `folder` changes. */
function entriesOf(folder: string, read: () => Iterable<[string, unknown]>): Loader {
  return {
    name: `content/${folder}`,
    load: async ({ store, parseData, watcher }) => {
      const fill = async () => {
        store.clear();
        for (const [id, entry] of read()) {
          const data = await parseData({ id, data: entry as Record<string, unknown> });
          store.set({ id, data });
        }
      };
      await fill();
      watcher?.add(`${root}/${folder}`);
      watcher?.on('change', (path) => {
        if (path.includes(`/${folder}/`)) void fill();
      });
    },
  };
}

const yaml = (folder: string) => filesBelow(root, folder, '.yaml');
const merged = (folder: string, schema: z.ZodType) => () =>
  yaml(folder).flatMap((path) => [...readEntries(root, path, schema)]);
const baseName = (path: string) => path.replace(/^.*\/|\.\w+$/g, '');

export const collections = {
  lessons: defineCollection({
    loader: glob({
      base: `${root}/lessons`,
      pattern: '**/*.mdx',
      generateId: ({ entry }) => lessonName(entry).slug,
    }),
    schema: lesson,
  }),
  teaching: defineCollection({
    loader: glob({
      base: `${root}/teaching`,
      pattern: '**/*.mdx',
      generateId: ({ entry }) => baseName(entry),
    }),
    schema: teaching,
  }),
  pages: defineCollection({
    loader: glob({
      base: `${root}/pages`,
      pattern: '**/*.mdx',
      generateId: ({ entry }) => baseName(entry),
    }),
    schema: page,
  }),
  checks: defineCollection({
    loader: entriesOf('checks', () =>
      yaml('checks').flatMap((path) =>
        [...readEntries(root, path, check)].map(([id, entry]): [string, unknown] => [
          `${baseName(path)}/${id}`,
          entry,
        ]),
      ),
    ),
    schema: check,
  }),
  claims: defineCollection({ loader: entriesOf('claims', merged('claims', claim)), schema: claim }),
  glossary: defineCollection({
    loader: entriesOf('glossary', merged('glossary', term)),
    schema: term,
  }),
  followUps: defineCollection({
    loader: entriesOf('follow-ups', () =>
      yaml('follow-ups').map((path) => [baseName(path), readEntry(root, path, followUpTheme)]),
    ),
    schema: followUpTheme,
  }),
  perspectives: defineCollection({
    loader: entriesOf('perspectives', () =>
      yaml('perspectives').map((path) => [baseName(path), readEntry(root, path, perspective)]),
    ),
    schema: perspective,
  }),
  lab: defineCollection({
    loader: entriesOf('lab', () =>
      yaml('lab').map((path) => [baseName(path), readEntry(root, path, labCard)]),
    ),
    schema: labCard,
  }),
  lms: defineCollection({
    loader: entriesOf('lms', () =>
      yaml('lms').map((path) => [baseName(path), readEntry(root, path, learningSystem)]),
    ),
    schema: learningSystem,
  }),
  syllabus: defineCollection({
    loader: entriesOf('syllabus', () =>
      yaml('syllabus').map((path) => [baseName(path), readEntry(root, path, syllabus)]),
    ),
    schema: syllabus,
  }),
  conformance: defineCollection({
    loader: entriesOf('accessibility', () => [
      [locale, readEntry(root, `accessibility/${locale}/conformance.yaml`, conformance)],
    ]),
    schema: conformance,
  }),
  chartability: defineCollection({
    loader: entriesOf('accessibility', () => [
      [locale, readEntry(root, `accessibility/${locale}/chartability.yaml`, chartability)],
    ]),
    schema: chartability,
  }),
  evidence: defineCollection({
    loader: entriesOf('evidence', () => readEvidence(root)),
    schema: evidenceEntry,
  }),
  promptVariations: defineCollection({
    loader: entriesOf('evidence', () =>
      readPromptVariations(root).map((row) => [String(row.row), row]),
    ),
    schema: promptVariation,
  }),
  transcripts: defineCollection({
    loader: entriesOf('transcripts', merged('transcripts', transcript)),
    schema: transcript,
  }),
  measures: defineCollection({
    loader: entriesOf('measures', merged('measures', measure)),
    schema: measure,
  }),
  ui: defineCollection({
    loader: entriesOf('ui', () => [[locale, readInterfaceTexts(root, locale)]]),
    schema: ui,
  }),
};
