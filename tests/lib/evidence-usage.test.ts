import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { evidenceUsage, onHome, type Use } from '../../src/lib/evidence-usage.ts';
import { readEvidence } from '../../src/lib/read-content.ts';
import { filesBelow, readSource } from '../../src/lib/read-course.ts';
import { figureEvidence, figureTags } from '../../src/schemas/tags.ts';

vi.mock('astro:content', () => import('../support/astro-content.ts'));

const names = {
  home: 'Home',
  claims: 'Claims',
  perspectives: 'Perspectives',
  questions: 'Questions',
  glossary: 'Glossary',
  lab: 'Lab',
};
const usage = await evidenceUsage(names);
const pathsOf = (uses: Use[] = []) => uses.flatMap(({ places }) => places.map(({ path }) => path));

describe('the places that show a published figure', () => {
  it('are found in text, figures, checks, claims and notes, each once, lessons first', () => {
    const uses = usage.evidence.get('G24-001')!;
    const paths = pathsOf(uses);
    expect(paths).toEqual(
      expect.arrayContaining([
        'lessons/two-faces#printed-G24-001',
        'lessons/two-faces#cue-switch',
        'lessons/two-faces#check-which-way-round',
        '#cue-switch',
      ]),
    );
    expect(new Set(paths).size).toBe(paths.length);
    const numbers = uses.map(({ lesson }) => lesson || Infinity);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  it('hold a claim in the lesson that shows it and on the page of claims', () => {
    const paths = pathsOf(usage.evidence.get('GA25-001'));
    expect(paths).toContain('lessons/the-experiment#claim-survives-training');
    expect(paths).toContain('claims#survives-training');
  });

  it('hold each voice that prints a figure or rests on it', () => {
    expect(pathsOf(usage.evidence.get('GA25-003'))).toEqual(
      expect.arrayContaining([
        'perspectives#technical-deep-dives-engineer',
        'perspectives#cross-disciplinary-connections-philosopher',
      ]),
    );
    expect(pathsOf(usage.evidence.get('RV-008'))).toContain(
      'perspectives#ethical-and-societal-impact-apart',
    );
  });

  it('hold each follow-up question that prints a figure or names it as bearing on it', () => {
    const printed = usage.evidence.get('G24-066')!.find(({ page }) => page === 'questions');
    expect(printed).toEqual({
      page: 'questions',
      title: names.questions,
      lesson: 0,
      places: [{ by: 'passage', name: '', path: 'questions#user-habits' }],
    });
    expect(pathsOf(usage.evidence.get('EM-001'))).toContain('questions#speed-and-control');
  });

  it('hold every tag of every text', () => {
    const folders = { lessons: 'lessons/', teaching: 'teach/', pages: '' };
    for (const [folder, start] of Object.entries(folders)) {
      for (const path of filesBelow('content', folder, '.mdx')) {
        const { slug, body } = readSource('content', path);
        for (const [, tag, id] of body.matchAll(/<(Evidence|Model) (?:id|of)="([^"]+)"/g)) {
          const kind = tag === 'Model' ? 'model' : 'evidence';
          const place = `${start}${slug}#printed-${id}`;
          expect(pathsOf(usage[kind].get(id!)), `${path}, ${id}`).toContain(place);
        }
      }
    }
  });

  it('name only figures that the site records', () => {
    const known = readEvidence();
    expect([...usage.evidence.keys()].filter((id) => !known.has(id))).toEqual([]);
  });

  it('name a lesson by its title and other pages by their own', () => {
    const titles = new Set([...usage.evidence.values()].flat().map(({ title }) => title));
    expect(titles).toContain('The experiment');
    expect(titles).toContain(names.home);
    expect(titles).toContain(names.claims);
  });
});

it('the home page shows the figures that are listed for it', () => {
  const home = readFileSync('src/pages/index.astro', 'utf8');
  const drawn = Object.keys(figureTags).filter((tag) => new RegExp(`<${tag}\\b`).test(home));
  expect(drawn).toEqual(onHome);
  expect(onHome.flatMap((tag) => figureEvidence[tag]).length).toBeGreaterThan(0);
});
