import { existsSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { auditOf, countFindings } from '../../src/lab/audit.ts';
import { labCards } from '../../src/lab/cards.ts';
import { auditFaults } from '../../src/lib/audit-faults.ts';
import { readEntry, readYaml } from '../../src/lib/read-course.ts';
import { chartability } from '../../src/schemas/chartability.ts';
import { gradeOf } from '../support/readability.ts';

vi.mock('astro:content', () => import('../support/astro-content.ts'));

const workbook = readEntry('content', 'accessibility/en/chartability.yaml', chartability);
const cards = (await labCards()).map(({ id, data }) => [id, data] as const);
const [, horizon] = cards.find(([id]) => id === 'horizon')!;
/** What is asked of every figure. */
const othersAllowed = 2;
const highestGrade = 9;

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(stringsIn)
      : [];

it('fourteen heuristics are critical', () => {
  expect(workbook.heuristics.filter(({ critical }) => critical)).toHaveLength(14);
});

it('every test that the audit names exists', () => {
  const found = [
    ...workbook.heuristics.map(({ everywhere }) => everywhere),
    ...cards.flatMap(([, { audit }]) => Object.values(audit)),
  ];
  const named = new Set(found.flatMap((each) => each?.tests ?? []));
  expect(named.size).toBeGreaterThan(0);
  expect([...named].filter((path) => !existsSync(path))).toEqual([]);
});

describe.each(cards)('%s', (name, card) => {
  it(`fails no critical heuristic and at most ${othersAllowed} others`, () => {
    const rows = auditOf(workbook, card);
    const failed = rows.filter(({ found }) => found.verdict === 'fails');
    expect(failed.filter(({ critical }) => critical).map(({ id }) => id)).toEqual([]);
    expect(failed.length).toBeLessThanOrEqual(othersAllowed);
    const { passes, fails, doesNotApply, untried } = countFindings(rows);
    expect(passes + fails + doesNotApply + untried).toBe(50);
  });

  it(`can be read after ${highestGrade} years of school`, () => {
    const sentences = stringsIn(readYaml('content', `ui/en/${name}.yaml`))
      .filter((text) => /[.!?]$/.test(text))
      // What the figure fills in is read as one short word.
      .map((text) => text.replace(/\{[^}]*\}/g, 'ten'));
    expect(sentences.length).toBeGreaterThan(5);
    expect(gradeOf(sentences)).toBeLessThanOrEqual(highestGrade);
  });
});

it('an answer that is missing, and one to nothing, are told', () => {
  const own = workbook.heuristics.find(({ everywhere }) => !everywhere)!.id;
  const { [own]: answer, ...others } = horizon.audit;
  expect(auditFaults(workbook, { audit: { ...others, charm: answer! } })).toEqual([
    'audit: there is no heuristic “charm”.',
    `audit: “${own}” is missing; it has no answer for every figure alike.`,
  ]);
});

it('what the card of a figure says stands before what holds for every figure', () => {
  const says = 'Seen on this figure alone.';
  const audit = { ...horizon.audit, 'no-table': { verdict: 'fails' as const, says, tests: [] } };
  const row = auditOf(workbook, { audit }).find(({ id }) => id === 'no-table')!;
  expect(row).toMatchObject({ shared: false, found: { verdict: 'fails', says } });
});
