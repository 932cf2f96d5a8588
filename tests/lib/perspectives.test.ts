import { expect, it } from 'vitest';
import { passagesOf } from '../../src/lib/perspectives.ts';
import { voices, type Perspective } from '../../src/schemas/perspective.ts';

const said = (name: string, evidence: string[]): Perspective['voices']['engineer'] => ({
  inShort: `${name} in short.`,
  looks: `${name} looks.`,
  record: [`${name} reads.`, `${name} reads on.`],
  asks: { one: `${name} asks one.`, two: `${name} asks two.` },
  mind: `${name} may change.`,
  evidence,
});

it('every text and every finding stands in one passage, voices first', () => {
  const passages = passagesOf('rain', {
    voices: {
      'safety-researcher': said('R', ['A-001']),
      philosopher: said('P', []),
      engineer: said('E', ['A-001', 'B-002']),
    },
    apart: [
      { about: 'Umbrellas', kind: 'value', text: 'R opens one, E waits.', evidence: ['C-003'] },
    ],
    together: ['It rains.', 'It is wet.'],
  });
  expect(passages.map(({ anchor }) => anchor)).toEqual([
    ...voices.map((voice) => `rain-${voice}`),
    'rain-apart',
    'rain-together',
  ]);
  expect(passages.map(({ evidence }) => evidence)).toEqual([
    ['A-001'],
    [],
    ['A-001', 'B-002'],
    ['C-003'],
    [],
  ]);
  expect(passages[2]!.lines).toEqual([
    ...['E in short.', 'E looks.', 'E reads.', 'E reads on.'],
    ...['E asks one.', 'E asks two.', 'E may change.'],
  ]);
  expect(passages[3]!.lines).toEqual(['Umbrellas', 'R opens one, E waits.']);
  expect(passages[4]!.lines).toEqual(['It rains.', 'It is wet.']);
});
