import { describe, expect, it } from 'vitest';
import type { Course } from '../../src/lib/content-integrity.ts';
import { measureFaults } from '../../src/lib/measure-faults.ts';
import { readEntries } from '../../src/lib/read-course.ts';
import { measure as schema, type Measure } from '../../src/schemas/measure.ts';

const measures = readEntries('content', 'measures/en/measures.yaml', schema);
const figure = { unit: '%', value: 1 };
const evidence: Course['evidence'] = new Map(
  [...measures.values()].flatMap((measure) =>
    measure.evidence.map((id): [string, object] => [
      id,
      { figures: new Proxy({}, { get: () => figure }) },
    ]),
  ),
);
const course = { evidence, terms: new Map([['compliance-gap', { see: [] }]]) } as unknown as Course;
const lessons = new Set([...measures.values()].map(({ lesson }) => lesson));
const faultsWith = (change: Partial<Measure>) =>
  measureFaults(
    new Map(measures).set('reworded', { ...measures.get('reworded')!, ...change }),
    course,
    lessons,
  );

describe('the faults of the measures', () => {
  it('are none as they stand', () => {
    expect(faultsWith({})).toEqual([]);
  });

  it.each([
    ['an unknown finding', { evidence: ['M-009', 'G24-900'] }, 'no published figure “G24-900”'],
    ['a printed figure that is not listed', { evidence: [] }, 'M-009 is printed and has to be'],
    ['a typed figure', { misses: 'It misses 12 % of all that there is.' }, 'typed by hand'],
    ['a token that nobody knows', { steps: ['Do {this} now.', 'Do more.'] }, 'single “{”'],
    ['an unknown lesson', { lesson: 'nowhere' }, 'there is no lesson “nowhere”'],
  ] satisfies [string, Partial<Measure>, string][])('name %s', (_what, change, sentence) => {
    const faults = faultsWith(change);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('Measures, reworded: ');
    expect(faults[0]).toContain(sentence);
  });

  it('name a stage without a measure', () => {
    const rest = new Map([...measures].filter(([, { stage }]) => stage !== 'found'));
    expect(measureFaults(rest, course, lessons)).toEqual(['Measures: the stage “found” has none.']);
  });
});
