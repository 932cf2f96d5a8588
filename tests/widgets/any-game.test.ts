import fc from '../support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { equilibria } from '../../src/models/support-enumeration.ts';
import {
  answers,
  drawnSizes,
  firstDrawn,
  firstGame,
  namesOf,
  packGame,
  readPayoff,
  regretRounds,
  tableOf,
  unchanged,
  unpackGame,
  withMoves,
  withPayoff,
  type AnyGame,
  type TableGame,
} from '../../src/widgets/oversight-game/any-game.ts';
import { anyWords } from '../../src/widgets/oversight-game/any-words.ts';
import { fraction, grouped, short, small } from '../../src/widgets/oversight-game/numbers.ts';
import { presets, type PresetName } from '../../src/widgets/oversight-game/presets.ts';
import { gainLine, usedMoves, worthBounds } from '../../src/widgets/oversight-game/regret-chart.ts';
import { jobs } from '../../src/workers/oversight-game.ts';
import { interfaceText } from '../support/interface-text.ts';

const labels = interfaceText.oversightGame.any;
const names = Object.keys(presets) as PresetName[];
const payoff = fc.integer({ min: -9_990_000, max: 9_990_000 }).map((parts) => parts / 10_000);
const tableGame: fc.Arbitrary<TableGame> = fc
  .tuple(fc.constantFrom(...names), fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([base, rows, columns]) => {
    const line = fc.array(payoff, { minLength: columns, maxLength: columns });
    const table = fc.array(line, { minLength: rows, maxLength: rows });
    return fc.record({
      kind: fc.constant('table' as const),
      base: fc.constant(base),
      game: fc.record({ row: table, column: table }),
    });
  });
const drawn: fc.Arbitrary<AnyGame> = fc.record({
  kind: fc.constant('drawn' as const),
  size: fc.constantFrom(...drawnSizes),
  seed: fc.integer({ min: 1, max: 999 }),
  sums: fc.constantFrom('zero', 'own'),
});

describe('a game in the address', () => {
  it('comes back as it was, and fits', () => {
    fc.assert(
      fc.property(fc.oneof(tableGame, drawn), (any) => {
        const packed = packGame(any);
        expect(unpackGame(packed)).toEqual(any);
        expect(packed.length).toBeLessThanOrEqual(600);
        expect(encodeURIComponent(packed)).toBe(packed);
      }),
    );
  });

  it('is short where nothing was changed', () => {
    expect(packGame(firstGame)).toBe('');
    expect(packGame(tableOf('stagHunt'))).toBe('stagHunt');
    expect(packGame(withPayoff(tableOf('stagHunt'), 'row', 0, 0, 4.5))).toBe(
      'stagHunt_2_2_4.5_0_3_3_4_3_0_3',
    );
    for (const name of names) expect(unpackGame(name)).toEqual(tableOf(name));
  });

  it.each([
    'chess',
    'stagHunt_2',
    'stagHunt_2_2_4_0_3_3_4_3_0',
    'stagHunt_2_2_4_0_3_3_4_3_0_3_1',
    'stagHunt_5_2_4_0_3_3_4_3_0_3',
    'stagHunt_2_2_4e9_0_3_3_4_3_0_3',
    'stagHunt_2_2_1000_0_3_3_4_3_0_3',
    'stagHunt_2_2_NaN_0_3_3_4_3_0_3',
    'stagHunt_2_2_4..5_0_3_3_4_3_0_3',
    'stagHunt_2.5_2_4_0_3_3_4_3_0_3',
    'stagHunt_-2_2_4_0_3_3_4_3_0_3',
    'toString',
    'drawn_9_5_zero',
    'drawn_8_0_zero',
    'drawn_8_1000_zero',
    'drawn_8_5_three',
    'drawn_8_5_zero_',
    'drawn',
  ])('is refused where it was edited or cut off: %s', (packed) => {
    expect(unpackGame(packed)).toBeUndefined();
  });
});

describe('changing a game', () => {
  it('reads payoffs within bounds, to four decimals', () => {
    expect(readPayoff(1.23456)).toBe(1.2346);
    expect(Object.is(readPayoff(-0.00001), 0)).toBe(true);
    expect(readPayoff(-999)).toBe(-999);
    for (const bad of [NaN, 999.01, -1000, Infinity]) expect(readPayoff(bad)).toBeUndefined();
  });

  it('changes one payoff of one player', () => {
    const hunt = withPayoff(tableOf('stagHunt'), 'column', 1, 0, 7);
    expect(hunt.game.column).toEqual([
      [4, 3],
      [7, 3],
    ]);
    expect(hunt.game.row).toEqual(tableOf('stagHunt').game.row);
    expect(unchanged(hunt)).toBe(false);
    expect(unchanged(withPayoff(hunt, 'column', 1, 0, 0))).toBe(true);
  });

  it('adds and removes moves between two and four, and numbers those without a name', () => {
    const wider = withMoves(tableOf('stagHunt'), 'column', 1);
    expect(wider.game.row).toEqual([
      [4, 0, 0],
      [3, 3, 0],
    ]);
    expect(namesOf(labels, wider).column).toEqual(['stag', 'hare', 'move 3']);
    const taller = withMoves(wider, 'row', 1);
    expect(taller.game.column).toEqual([
      [4, 3, 0],
      [0, 3, 0],
      [0, 0, 0],
    ]);
    expect(unchanged(withMoves(withMoves(taller, 'row', -1), 'column', -1))).toBe(true);
    expect(withMoves(tableOf('stagHunt'), 'row', -1)).toEqual(tableOf('stagHunt'));
    expect(withMoves(tableOf('fourCycle'), 'column', 1)).toEqual(tableOf('fourCycle'));
  });

  it('has a name for every move of a preset', () => {
    for (const name of names) {
      const { row, column } = namesOf(labels, tableOf(name));
      expect([...row, ...column].join()).not.toMatch(/move \d/);
    }
  });
});

describe('the picture of best answers', () => {
  it('steps where both moves are equally good', () => {
    expect(answers(-1, 3)).toEqual([
      [0, 0],
      [0.25, 0],
      [0.25, 1],
      [1, 1],
    ]);
    expect(answers(2, -2)).toEqual([
      [0, 1],
      [0.5, 1],
      [0.5, 0],
      [1, 0],
    ]);
  });

  it('is level where one move is always better, and everything where none ever is', () => {
    expect(answers(1, 2)).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(answers(0, 0)).toBeUndefined();
  });

  it('holds both answers at an end where they are equally good', () => {
    expect(answers(0, 2)).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
    expect(answers(-2, 0)).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
  });

  it('goes through every equilibrium of a game of two by two', () => {
    const between = (a: number, x: number, b: number) =>
      x >= Math.min(a, b) - 1e-9 && x <= Math.max(a, b) + 1e-9;
    fc.assert(
      fc.property(tableGame, ({ game }) => {
        fc.pre(game.row.length === 2 && game.row[0]!.length === 2);
        const lead = (j: number) => game.row[0]![j]! - game.row[1]![j]!;
        const line = answers(lead(1), lead(0)) ?? [];
        fc.pre(line.length > 0);
        for (const { row, column } of equilibria(game).found) {
          const on = line.some(
            ([q, p], i) =>
              i > 0 &&
              between(line[i - 1]![0], column[0]!, q) &&
              between(line[i - 1]![1], row[0]!, p),
          );
          expect(on).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('numbers', () => {
  it('are short, as fractions where they are some, and by powers of ten where they are tiny', () => {
    expect([0, 1, 2 / 3, 0.25, -1.5].map(short)).toEqual(['0', '1', '0.667', '0.25', '−1.5']);
    expect([0, 1, 2 / 3, 5 / 12, Math.SQRT1_2].map(fraction)).toEqual([
      '0',
      '1',
      '2/3',
      '5/12',
      '0.707',
    ]);
    expect([0, 0.25, 0.0004, 4.4e-16].map(small)).toEqual(['0', '0.25', '4.0 × 10⁻⁴', '0']);
    expect(short(10)).toBe('10');
    expect(grouped(1_000_000)).toBe('1\u202f000\u202f000');
    expect(usedMoves([0.5, 0.4985, 0.0015, 0])).toBe(3);
  });
});

describe('words', () => {
  it('count the equilibria in the title and list them in the table', () => {
    const title = (packed: string) => anyWords(labels, packed).finding;
    expect(title('prisonersDilemma')).toBe(labels.findings.onePure);
    expect(title('')).toBe(labels.findings.oneMixed);
    expect(title('stagHunt')).toContain('3 equilibria');
    expect(title('fourCycle')).toContain('4');
    expect(anyWords(labels, 'stagHunt').table.rows).toHaveLength(12);
    expect(anyWords(labels, '').table.rows[2]).toEqual([1, 'column player', 'acts', '0.25', '0']);
  });

  it('show the first game where the address cannot be read', () => {
    expect(anyWords(labels, 'chess')).toEqual(anyWords(labels, ''));
  });

  it('of a drawn game tell how far the learners have come', () => {
    const words = anyWords(labels, packGame({ ...firstDrawn, sums: 'own' }), [
      { rounds: 10, gap: 0.123456, regret: 0.01 },
    ]);
    expect(words.finding).toBe(labels.findings.own);
    expect(words.sentence).toContain('After 10 rounds');
    expect(words.table.rows).toEqual([[10, 0.1235, 0.01]]);
    expect(anyWords(labels, packGame(firstDrawn)).sentence).toContain(labels.waiting);
  });
});

describe('the play of two learners', () => {
  const play = (rounds: number, sums: 'zero' | 'own' = 'zero') => {
    const frames = [];
    const job = jobs.regret({ size: 8, seed: 5, sums, rounds });
    for (;;) {
      const { done, value } = job.next();
      if (done) return { frames, result: value };
      frames.push(value!);
    }
  };

  it('shows points that are even on a scale of powers of ten, and ends on the last round', () => {
    const { frames, result } = play(10_000);
    const rounds = result.points.map((point) => point.rounds);
    expect(rounds.slice(0, 8)).toEqual([1, 2, 3, 4, 6, 7, 10, 13]);
    expect(rounds.at(-1)).toBe(10_000);
    expect(new Set(rounds).size).toBe(rounds.length);
    expect(frames.length).toBeGreaterThan(rounds.length - 1);
  });

  it('a stopped one has the points of a longer one as far as it went', () => {
    const { frames } = play(10_000);
    const half = frames[Math.floor(frames.length / 2)]!;
    const full = play(10_000).result;
    expect(half.latest.rounds).toBeLessThan(10_000);
    expect(full.points.slice(0, half.points.length - 1)).toEqual(half.points.slice(0, -1));
  });

  it('bounds the worth of a zero-sum game by the gap', () => {
    const game = {
      row: [
        [1, -1],
        [-1, 1],
      ],
      column: [
        [-1, 1],
        [1, -1],
      ],
    };
    expect(worthBounds(game, { row: [0.6, 0.4], column: [0.5, 0.5] })).toEqual({
      floor: -0.19999999999999996,
      ceiling: 0,
    });
  });

  it('leaves out a regret that is none, and keeps every gap', () => {
    const points = [
      { rounds: 1, gap: 0.5, regret: 0.1 },
      { rounds: 10, gap: 0, regret: -0.2 },
    ];
    expect(gainLine(points, 'regret')).toHaveLength(1);
    expect(gainLine(points, 'gap')).toHaveLength(2);
  });

  it('stays within the plot, whatever the gain', () => {
    const line = gainLine(
      [
        { rounds: 1, gap: 7, regret: 0 },
        { rounds: regretRounds, gap: 0, regret: 0 },
      ],
      'gap',
    );
    expect(line).toEqual([
      [0, 0],
      [100, 100],
    ]);
  });
});
