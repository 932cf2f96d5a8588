import fc from '../support/fast-check.ts';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import {
  readLink,
  truth,
  wholeNumber,
  writeLink,
  type LinkSchema,
} from '../../src/widgets/parts/link-state.ts';

interface State extends Record<string, string | number | boolean> {
  word: string;
  count: number;
  open: boolean;
}
const defaults: State = { word: 'rest', count: 1, open: false };
const schema: LinkSchema<State> = v.strictObject({
  word: v.optional(v.string(), defaults.word),
  count: v.optional(wholeNumber(-500, 500), String(defaults.count)),
  open: v.optional(truth, String(defaults.open) as 'false'),
});
const onPage = ['lamp', 'moon'];
const read = (fragment: string) => readLink(fragment, 'lamp', schema, onPage);

const states = fc.record({
  word: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(' ', '+', '&', '=', '%', '#', '?', 'é', '\n') }),
  ),
  count: fc.integer({ min: -500, max: 500 }),
  open: fc.boolean(),
});

describe('a link', () => {
  it('brings back the state that it was written for', () => {
    fc.assert(
      fc.property(states, (state) => {
        const reading = read(writeLink('lamp', state, defaults));
        const values = reading.kind === 'state' ? reading.values : {};
        expect(['state', 'absent']).toContain(reading.kind);
        expect({ ...defaults, ...values }).toEqual(state);
      }),
    );
  });

  it('is as short as its state is close to the one at rest', () => {
    expect(writeLink('lamp', defaults, defaults)).toBe('#lamp');
    expect(writeLink('lamp', { ...defaults, count: -3 }, defaults)).toBe('#lamp?count=-3&end');
    expect(writeLink('lamp', { word: 'a&b=c', count: 2, open: true }, defaults)).toBe(
      '#lamp?word=a%26b%3Dc&count=2&open=true&end',
    );
  });

  test.each([
    ['#lamp?count=7&end', { word: 'rest', count: 7, open: false }],
    ['#lamp?open=true&word=%C3%A9&end', { word: 'é', count: 1, open: true }],
    ['#lamp?&end', defaults],
  ])('%s is read', (fragment, values) => {
    expect(read(fragment)).toEqual({ kind: 'state', values });
  });
});

describe('an address that says nothing to the figure', () => {
  test.each(['', '#', '#lamp', '#what-just-happened', '#Lamp?count=7', '?count=7', '#moon?x=1'])(
    '%s is absent',
    (fragment) => {
      expect(read(fragment)).toEqual({ kind: 'absent' });
    },
  );

  test.each(['#sun?count=7', '#lamps?count=7'])('%s is foreign', (fragment) => {
    expect(read(fragment)).toEqual({ kind: 'foreign' });
  });
});

describe('a broken link', () => {
  test.each([
    ['cut off', '#lamp?count='],
    ['cut off inside a value', '#lamp?count=1'],
    ['cut off in its last letter', '#lamp?count=12&en'],
    ['cut off before its first value', '#lamp?cou'],
    ['out of range', '#lamp?count=501&end'],
    ['no whole number', '#lamp?count=1.5&end'],
    ['no number at all', '#lamp?count=1e2&end'],
    ['no truth', '#lamp?open=yes&end'],
    ['a foreign key', '#lamp?count=7&colour=red&end'],
    ['a key twice', '#lamp?count=7&count=7&end'],
    ['badly encoded', '#lamp?%E0%A4%A=7&end'],
    ['a key of every object', '#lamp?constructor=7&end'],
    ['the prototype', '#lamp?__proto__=7&end'],
    ['the prototype, below a good key', '#lamp?count=7&__proto__[open]=true&end'],
    ['too long', `#lamp?word=${'x'.repeat(2048)}&end`],
  ])('%s is refused whole', (_name, fragment) => {
    expect(read(fragment)).toEqual({ kind: 'broken' });
    expect(({} as Record<string, unknown>)['open']).toBeUndefined();
  });

  it('is refused for its length alone', () => {
    expect(read(`#lamp?word=${'x'.repeat(1900)}&end`).kind).toBe('state');
  });

  it('never throws, and never gives a value that the schema would not', () => {
    const keys = fc.constantFrom('word', 'count', 'open', '__proto__', 'toString', 'x', '');
    const pairs = fc.array(fc.tuple(keys, fc.string({ unit: 'binary', maxLength: 6 })), {
      maxLength: 4,
    });
    const fragments = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }).map((text) => `#lamp?${text}&end`),
      pairs.map((list) => `#lamp?${list.map((pair) => pair.join('=')).join('&')}&end`),
    );
    fc.assert(
      fc.property(fragments, (fragment) => {
        const reading = read(fragment);
        if (reading.kind !== 'state') return;
        expect(Object.keys(reading.values).sort()).toEqual(['count', 'open', 'word']);
        expect(Math.abs(reading.values.count!)).toBeLessThanOrEqual(500);
        expect(typeof reading.values.open).toBe('boolean');
      }),
      { numRuns: 10_000 },
    );
  });
});
