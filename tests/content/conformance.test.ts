import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readEntry } from '../../src/lib/read-course.ts';
import { conformance } from '../../src/schemas/conformance.ts';

const report = readEntry('content', 'accessibility/en/conformance.yaml', conformance);
const numbersOf = (level: string) =>
  report.criteria.filter((each) => each.level === level).map(({ id }) => id);

/** The success criteria of WCAG 2.2; 4.1.1 was taken out of it. @see https://www.w3.org/TR/WCAG22/ */
const standard = {
  A: `1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1
    2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2`,
  AA: `1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11
    2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3`,
};

it.each(['A', 'AA'] as const)(
  'the report has every criterion of level %s, in their order',
  (level) => {
    expect(numbersOf(level)).toEqual(standard[level].split(/\s+/));
  },
);

it('every test that the report names exists', () => {
  const named = new Set(report.criteria.flatMap(({ tests }) => tests));
  expect([...named].filter((path) => !existsSync(path))).toEqual([]);
});

it('a criterion of which nobody says how it was looked at is a fault', () => {
  const [first] = report.criteria;
  const { error } = conformance.safeParse({
    ...report,
    criteria: [{ ...first, tests: [], read: undefined }],
  });
  expect(error?.issues.map(({ message }) => message)).toEqual([
    'say how it was looked at: name a test (tests), or what was read (read)',
  ]);
});

it('a criterion that is there twice is a fault', () => {
  const [first] = report.criteria;
  const { error } = conformance.safeParse({ ...report, criteria: [first, first] });
  expect(error?.issues.map(({ message }) => message)).toEqual([`${first!.id} is there twice`]);
});
