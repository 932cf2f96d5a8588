import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseBody, readSource, walk } from '../src/lib/read-course.ts';
import { importsOf, roomOf, wrongDirections, type Rooms } from './support/import-directions.ts';

/** The rooms of the house, and from which others each may import. */
const rooms: Rooms = {
  models: { called: 'a model', imports: ['models'] },
  workers: { called: 'a worker', imports: ['workers', 'models'] },
  schemas: { called: 'a schema', imports: ['schemas', 'package'] },
  lib: { called: 'lib', imports: ['lib', 'schemas', 'models', 'package'] },
  parts: {
    called: 'a shared part',
    imports: ['parts', 'workers', 'models', 'learning', 'lib', 'schemas', 'package'],
  },
  widgets: {
    called: 'a widget',
    imports: ['widgets', 'parts', 'workers', 'models', 'learning', 'lib', 'schemas', 'package'],
  },
  learning: {
    called: 'learning',
    imports: ['learning', 'types of schemas', 'types of models', 'package'],
  },
  report: { called: 'report', imports: ['report', 'learning', 'lib', 'types of teach', 'package'] },
  teach: {
    called: 'teach',
    imports: ['teach', 'report', 'learning', 'lib', 'schemas', 'package'],
  },
  offline: { called: 'offline', imports: ['offline', 'package'] },
  lab: {
    called: 'the lab',
    imports: ['lab', 'widgets', 'parts', 'models', 'lib', 'schemas', 'package'],
  },
  components: {
    called: 'a component',
    imports: ['components', 'teach', 'lab', 'learning', 'offline', 'lib', 'schemas', 'package'],
  },
  layouts: {
    called: 'a layout',
    imports: ['layouts', 'components', 'lib', 'schemas', 'styles', 'package'],
  },
  'lesson-parts': {
    called: 'lesson-parts',
    imports: ['widgets', 'teach', 'learning', 'lib', 'package'],
  },
  registry: { called: 'the registry', imports: ['widgets', 'components', 'schemas'] },
  pages: {
    called: 'a page',
    imports: [
      ...['registry', 'lesson-parts', 'widgets', 'parts', 'layouts', 'components', 'teach'],
      ...['lab', 'report', 'learning', 'lib', 'schemas', 'package'],
    ],
  },
  'content.config': { called: 'content.config', imports: ['lib', 'schemas', 'package'] },
  'env.d': { called: 'env.d', imports: ['types of lib', 'types of schemas', 'package'] },
};

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
    `${folder}/${path}`.replaceAll('\\', '/'),
  );
const sources = new Map(
  filesBelow('src')
    .filter((path) => /\.(ts|mjs|svelte|astro)$/.test(path))
    .map((path) => [path, readFileSync(path, 'utf8')]),
);

describe('the source tree', () => {
  test('holds no import in the wrong direction', () => {
    expect(wrongDirections(sources, rooms)).toEqual([]);
  });

  test('is read whole: each kind of file has imports', () => {
    for (const kind of ['models/cue-model.ts', 'lib/content-integrity-hook.mjs', 'registry.ts']) {
      const path = `src/${kind}`;
      expect(importsOf(path, sources.get(path)!).length, path).toBeGreaterThan(1);
    }
    const total = (ending: string) =>
      [...sources]
        .filter(([path]) => path.endsWith(ending))
        .flatMap(([path, text]) => importsOf(path, text)).length;
    // As many as a plain search for lines finds, so that no script of a component is passed over.
    for (const ending of ['.astro', '.svelte']) {
      const lines = [...sources]
        .filter(([path]) => path.endsWith(ending))
        .flatMap(
          ([, text]) =>
            text.match(/^\s*(?:import\s+['"]|.*\bfrom\s+['"][^'"]+['"];$)|\bimport\(['"]/gm) ?? [],
        );
      expect(total(ending)).toBe(lines.length);
    }
  });

  test('has no room that the table does not know', () => {
    expect([...sources.keys()].filter((path) => !(roomOf(path) in rooms))).toEqual([]);
  });
});

describe('the content folder', () => {
  const files = filesBelow('content').filter((path) => /\.\w+$/.test(path));

  test('holds words and tables only', () => {
    expect(files.filter((path) => !/\.(mdx|yaml|bib|csv)$/.test(path))).toEqual([]);
  });

  test('holds no import line and no code', () => {
    const lines = files.flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => /^\s*(?:import|export)\b.*['"{]|<script|<style/.test(line))
        .map((line) => `${path}: ${line}`),
    );
    expect(lines).toEqual([]);
    const code = files
      .filter((path) => path.endsWith('.mdx'))
      .flatMap((path) => [...walk(parseBody(readSource('.', path)))])
      .filter(({ type }) => type === 'mdxjsEsm' || type.endsWith('Expression'));
    expect(code).toEqual([]);
  });
});

describe('an import in the wrong direction', () => {
  test.each([
    ['models/x.ts', '../lib/y.ts', 'a model imports only models'],
    ['models/x.ts', '../workers/y.ts', 'a model imports only models'],
    ['models/x.ts', 'd3', 'a model imports only models'],
    ['models/x.ts', 'node:fs', 'a model imports only models'],
    ['workers/x.ts', '../widgets/a/a.ts', 'a worker imports only workers and models'],
    ['workers/x.ts', 'd3', 'a worker imports only workers and models'],
    ['widgets/a/a.ts', '../b/b.ts', 'a widget imports no other widget'],
    ['widgets/a/a.ts', '../../registry.ts', 'a widget imports only widgets, parts'],
    ['widgets/a/a.ts', '../../components/site/Y.astro', 'a widget imports only widgets, parts'],
    ['widgets/parts/x.ts', '../a/a.ts', 'a shared part imports only parts, workers'],
    ['registry.ts', './lib/y.ts', 'the registry imports only widgets, components and schemas'],
    ['schemas/x.ts', '../lib/y.ts', 'a schema imports only schemas and package'],
    [
      'lib/x.ts',
      '../components/prose/Y.astro',
      'lib imports only lib, schemas, models and package',
    ],
    ['lib/x.ts', '../widgets/a/a.ts', 'lib imports only lib, schemas, models and package'],
    ['components/x.ts', '../layouts/Y.astro', 'a component imports only components, teach'],
    ['components/x.ts', '../widgets/a/A.astro', 'a component imports only components, teach'],
    ['layouts/x.ts', '../registry.ts', 'a layout imports only layouts, components'],
    ['learning/x.ts', '../lib/y.ts', 'learning imports only learning, types of schemas'],
    ['learning/x.ts', '../models/y.ts', 'learning imports only learning, types of schemas'],
    ['report/x.ts', '../schemas/y.ts', 'report imports only report, learning, lib, types of teach'],
    ['teach/x.ts', '../components/y.ts', 'teach imports only teach, report, learning, lib'],
    ['registry.ts', './pages/index.astro', 'nothing imports pages'],
    ['pages/about.ts', './index.astro', 'nothing imports pages'],
    ['attic/x.ts', 'd3', 'there is no room “attic”'],
  ])('src/%s imports %s: %s', (path, specifier, sentence) => {
    const file = `src/${path}`;
    const target = specifier.startsWith('.')
      ? posix.join(posix.dirname(file), specifier)
      : specifier;
    const faults = wrongDirections(new Map([[file, `\nimport { y } from '${specifier}';`]]), rooms);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${file}:2 imports ${target}: ${sentence}`);
  });

  test.each([
    ['learning/x.ts', "import type { Y } from '../models/y.ts';"],
    ['learning/x.ts', "import { type Y } from '../schemas/y.ts';"],
    ['widgets/a/A.svelte', "<script>import B from './B.svelte';</script>"],
    ['widgets/a/a.ts', "import { b } from '../parts/b.ts';"],
  ])('is not seen where a row allows it: src/%s, %s', (path, text) => {
    expect(wrongDirections(new Map([[`src/${path}`, text]]), rooms)).toEqual([]);
  });
});
