import { describe, expect, it } from 'vitest';
import { argumentFaults, readArguments } from '../../src/lib/argument-faults.ts';
import type { Course } from '../../src/lib/content-integrity.ts';
import { readEvidence } from '../../src/lib/read-content.ts';
import { argument, type Argument } from '../../src/schemas/argument.ts';

const course: Course = {
  evidence: readEvidence('content'),
  sources: new Map(),
  terms: new Map(),
  claims: new Map(),
  followUps: new Set(),
  checks: new Map(),
  models: new Map(),
};

/** The arguments of the site with one of them changed. */
function withChange(id: string, change: Partial<Argument>): Map<string, Argument> {
  const all = readArguments('content');
  return all.set(id, { ...all.get(id)!, ...change });
}

describe('the arguments of the site', () => {
  const all = [...readArguments('content').values()];

  it('have no faults', () => {
    expect(argumentFaults(readArguments('content'), course)).toEqual([]);
  });

  it('hold a scenario on either side, called so', () => {
    const sides = all.filter(({ kind }) => kind === 'scenario').map(({ side }) => side);
    expect(sides.sort()).toEqual(['alarmed', 'sceptic']);
    for (const { kind, text } of all) expect(kind === 'scenario').toBe(text.startsWith('Suppose'));
  });

  it('give both sides the same room, to a tenth', () => {
    const words = (side: Argument['side']) =>
      all
        .filter((entry) => entry.side === side)
        .flatMap(({ claim, text }) => `${claim} ${text}`.split(/\s+/)).length;
    const ratio = words('sceptic') / words('alarmed');
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.1);
  });

  it('say so where a finding is known at second hand only', () => {
    const { evidence } = course as unknown as { evidence: ReturnType<typeof readEvidence> };
    for (const { text, evidence: ids } of all) {
      const printed = new Set([...text.matchAll(/\{evidence (\S+?)[ }]/g)].map(([, id]) => id));
      const untold = ids.filter(
        (id) => evidence.get(id)!.verified === 'secondary' && !printed.has(id),
      );
      if (untold.length > 0) expect(text, untold.join()).toMatch(/reported/);
    }
  });
});

describe('a fault is told', () => {
  it.each<[string, Partial<Argument>, string]>([
    [
      'tests',
      { evidence: ['SA-001', 'DM-016', 'DM-011', 'XX-001'] },
      'there is no published figure “XX-001”',
    ],
    ['tests', { evidence: ['SA-001', 'DM-016'] }, 'DM-011 is printed and has to be listed'],
    ['tests', { text: '{evidence SA-001 dog}' }, 'SA-001 has no figure “dog”'],
    ['tests', { answers: ['suspicion', 'windows', 'nobody'] }, 'there is no argument “nobody”'],
    ['tests', { answers: ['suspicion', 'lock-in'] }, '“lock-in” is on the same side'],
    ['sleepers', { answers: [] }, 'Arguments, gap-gone: no argument answers it'],
    ['tests', { unanswered: 'Nobody ever did this.' }, 'unanswered: it is answered'],
    [
      'tests',
      { bearsOn: ['survives'] },
      'Arguments on “missed”: 2 of the sceptic and 1 of the alarmed',
    ],
  ])('%s with %o', (id, change, sentence) => {
    expect(argumentFaults(withChange(id, change), course).join('\n')).toContain(sentence);
  });

  it.each<[string, object]>([
    ['a word too long for the map', { title: 'Incorrigibilities' }],
    ['a claim of two sentences without an end', { claim: 'This has no full stop at its end' }],
    ['no question', { bearsOn: [] }],
    ['no evidence', { evidence: [] }],
    ['an unknown field', { weight: 3 }],
  ])('the schema refuses %s', (_, change) => {
    const entry = readArguments('content').get('tests')!;
    expect(argument.safeParse(entry).success).toBe(true);
    expect(argument.safeParse({ ...entry, ...change }).success).toBe(false);
  });
});
