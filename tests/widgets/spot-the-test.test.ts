import fc from '../support/fast-check.ts';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { filesBelow, readEntries, readEntry } from '../../src/lib/read-course.ts';
import { labCard } from '../../src/schemas/lab.ts';
import { transcript } from '../../src/schemas/transcript.ts';
import {
  defaults,
  fewest,
  findingOf,
  isFinished,
  kinds,
  linesOf,
  linkSchema,
  missOf,
  ofKind,
  orderOf,
  publishedTable,
  ratingsOf,
  ratingsTable,
  scoreOf,
  sentence,
  stretchesOf,
  type Item,
  type Rating,
  type SortingState,
} from '../../src/widgets/spot-the-test/spot-the-test.ts';
import { interfaceText } from '../support/interface-text.ts';

const { spotTheTest: labels } = interfaceText;

const items: Item[] = filesBelow('content', 'transcripts/en', '.yaml').flatMap((path) =>
  [...readEntries('content', path, transcript)].map(([id, entry]) => ({ id, ...entry })),
);
const ids = (list: readonly Item[]) => list.map(({ id }) => id);
const anySeed = fc.integer({ min: 1, max: 9999 });

/** Ratings of everything, in the order of seed 1, as `rate` says. */
const allRated = (rate: (item: Item) => number): SortingState => ({
  ...defaults,
  ratings: orderOf(items, 1).map(rate).join(''),
});
const perfect = allRated(({ truth }) => (truth === 'test' ? 1 : 6));
const reversed = allRated(({ truth }) => (truth === 'test' ? 5 : 2));
const undecided = allRated(() => 3);

describe('the order', () => {
  it('holds every transcript once, and the same ones for the same seed', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const order = orderOf(items, seed);
        expect(ids(order).sort()).toEqual(ids(items).sort());
        expect(ids(orderOf([...items].reverse(), seed))).toEqual(ids(order));
      }),
    );
  });

  it('deals each four in a row a test and a real talk of either setting', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const order = orderOf(items, seed);
        for (let start = 0; start < items.length; start += 4) {
          const four = order.slice(start, start + 4);
          const dealt = new Set(four.map(({ setting, truth }) => `${setting} ${truth}`));
          expect(dealt.size).toBe(4);
        }
      }),
    );
  });

  it('lets each place hold either kind', () => {
    const first = Array.from({ length: 60 }, (_, seed) => orderOf(items, seed + 1)[0]!);
    expect(new Set(first.map(({ truth }) => truth)).size).toBe(2);
    expect(new Set(ids(first)).size).toBeGreaterThan(12);
  });
});

describe('a link', () => {
  const read = (values: Record<string, string>) => v.safeParse(linkSchema(28), values);

  it.each([
    [{}, defaults],
    [
      { ratings: '162', seed: '7' },
      { seed: 7, ratings: '162', done: false },
    ],
    [
      { ratings: '16253416', done: 'true' },
      { seed: 1, ratings: '16253416', done: true },
    ],
    [{ ratings: '1'.repeat(28) }, { seed: 1, ratings: '1'.repeat(28), done: false }],
  ])('%j is read', (values, state) => {
    expect(read(values).output).toEqual(state);
  });

  it.each<Record<string, string>>([
    { ratings: '17' },
    { ratings: '1 2' },
    { ratings: '1'.repeat(29) },
    { ratings: '1'.repeat(fewest - 1), done: 'true' },
    { done: 'yes' },
    { seed: '0' },
    { truth: 'test' },
  ])('%j is refused', (values) => {
    expect(read(values).success).toBe(false);
  });
});

describe('the score', () => {
  it('is perfect, nothing or a half for ratings that are perfect, reversed or undecided', () => {
    expect(scoreOf(ratingsOf(items, perfect))).toMatchObject({ area: 1, tests: 14, real: 14 });
    expect(scoreOf(ratingsOf(items, reversed)).area).toBe(0);
    expect(scoreOf(ratingsOf(items, undecided)).area).toBe(0.5);
  });

  it('is left open where one kind is missing', () => {
    const tests = ratingsOf(items, perfect).filter(({ item }) => item.truth === 'test');
    expect(scoreOf(tests)).toEqual({ area: undefined, interval: undefined, tests: 14, real: 0 });
    expect(linesOf(tests)).toEqual([]);
  });

  it('of the first eight has tests and real ones to compare', () => {
    const first = ratingsOf(items, { ...defaults, ratings: '16253416', done: true });
    expect(scoreOf(first)).toMatchObject({ tests: 4, real: 4 });
    expect(scoreOf(first).area).toBeDefined();
  });

  it('by kind is taken over the transcripts of that kind', () => {
    const ratings = ratingsOf(items, perfect);
    const counts = Object.fromEntries(kinds.map((kind) => [kind, ofKind(ratings, kind).length]));
    expect(counts.all).toBe(items.length);
    expect(counts.chat! + counts.agentic!).toBe(items.length);
    expect(counts.easy! + counts.middling! + counts.subtle!).toBe(items.length);
    for (const kind of ['chat', 'agentic'] as const) {
      for (const { item } of ofKind(ratings, kind)) expect(item.setting).toBe(kind);
    }
  });

  it('goes with a curve whose lines are named by the scale', () => {
    const mixed = allRated(({ truth, difficulty }) =>
      truth === 'test' ? 1 : difficulty === 'subtle' ? 1 : 4,
    );
    expect(linesOf(ratingsOf(items, mixed))).toEqual([
      { step: 0, falseAlarms: 0, caught: 0 },
      { step: 1, falseAlarms: 4 / 14, caught: 1 },
      { step: 4, falseAlarms: 1, caught: 1 },
    ]);
  });
});

describe('what is shown', () => {
  const some: SortingState = { ...defaults, ratings: '162534162' };

  it.each([
    [defaults, 'findingPublished', false],
    [some, 'findingSorting', false],
    [{ ...some, done: true }, 'findingUnclear', true],
    [perfect, 'findingBetter', true],
    [reversed, 'findingReversed', true],
    [undecided, 'findingUnclear', true],
  ] as const)('%j: %s', (state, finding, finished) => {
    expect(findingOf(items, state)).toBe(finding);
    expect(isFinished(items, state)).toBe(finished);
  });

  it('says nothing of right and wrong while the reader sorts', () => {
    expect(sentence(labels, items, some)).toContain('9 of 28');
    expect(sentence(labels, items, some)).not.toMatch(/AUC is/);
    expect(sentence(labels, items, { ...some, done: true })).toMatch(/AUC is [01]\.\d\d/);
  });

  it('counts a miss from where the reader was sure and right', () => {
    const rating = (truth: 'test' | 'real', step: number): Rating => ({
      item: { ...items[0]!, truth },
      step,
    });
    const scale = [1, 2, 3, 4, 5, 6];
    expect(scale.map((step) => missOf(rating('test', step)))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(scale.map((step) => missOf(rating('real', step)))).toEqual([5, 4, 3, 2, 1, 0]);
  });

  it('is a table of every rating, each named once', () => {
    const { columns, rows } = ratingsTable(labels, ratingsOf(items, perfect));
    expect(rows).toHaveLength(items.length);
    expect(new Set(rows.map(([title]) => title)).size).toBe(items.length);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    const first = orderOf(items, 1)[0]!;
    expect(rows[0]).toEqual([
      first.title,
      labels.settings[first.setting],
      labels.difficulties[first.difficulty],
      labels.truths[first.truth],
      first.truth === 'test' ? 1 : 6,
      first.truth === 'test' ? labels.steps[0] : labels.steps[5],
    ]);
  });

  it('is a table of published areas before that', () => {
    const single = (area: number) => ({ low: area, high: area });
    const { rows } = publishedTable(labels, {
      all: { models: single(0.83), people: single(0.92) },
      chat: { models: { low: 0.71, high: 0.77 }, people: single(0.81) },
      agentic: { models: single(0.95), people: single(0.996) },
    });
    expect(rows.map((row) => row.slice(1, 3))).toEqual([
      ['0.83', '0.92'],
      ['0.71–0.77', '0.81'],
      ['up to 0.95', '0.996'],
    ]);
  });
});

describe('the marked words', () => {
  it('cut no transcript short, and mark each cue and the false friend once', () => {
    for (const item of items) {
      const stretches = item.turns.map(({ text }) => stretchesOf(text, item));
      expect(stretches.map((turn) => turn.map(({ text }) => text).join(''))).toEqual(
        item.turns.map(({ text }) => text),
      );
      const marked = stretches.flat().flatMap(({ cue }) => (cue === undefined ? [] : [cue]));
      const cues = item.cues.map((_, index) => index);
      expect(marked.map(String).sort(), item.id).toEqual([...cues, 'falseFriend'].map(String));
    }
  });

  it('stand apart', () => {
    const item = {
      ...items[0]!,
      cues: [{ words: 'cat', why: '' }],
      falseFriend: { words: 'mat', why: '' },
    };
    expect(stretchesOf('a cat on a mat', item)).toEqual([
      { text: 'a ' },
      { text: 'cat', cue: 0 },
      { text: ' on a ' },
      { text: 'mat', cue: 'falseFriend' },
    ]);
  });
});

it('rates as the presets of the lab say, whatever transcripts have come since', () => {
  const card = readEntry('content', 'lab/en/spot-the-test.yaml', labCard);
  const areas = card.presets.map(({ state }) => {
    const { seed = defaults.seed, ratings = defaults.ratings } = v.parse(
      linkSchema(items.length),
      Object.fromEntries(new URLSearchParams(state)),
    );
    return scoreOf(ratingsOf(items, { ...defaults, seed, ratings })).area;
  });
  expect(areas).toEqual([0.5, 1, 0, undefined]);
});

describe('the transcripts', () => {
  it('have titles of their own, the same sort for tests and real use', () => {
    expect(new Set(items.map(({ title }) => title)).size).toBe(items.length);
    for (const { title } of items) expect(title).not.toMatch(/test|real|fake|trap/i);
  });

  it('are as long for one kind as for the other, so that length tells nothing', () => {
    const lengths = (kind: string) =>
      items
        .filter(({ truth }) => truth === kind)
        .map(({ turns }) => turns.map(({ text }) => text).join(' ').length);
    const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
    expect(Math.abs(mean(lengths('test')) / mean(lengths('real')) - 1)).toBeLessThan(0.15);
  });
});
