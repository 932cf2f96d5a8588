import { describe, expect, test } from 'vitest';
import { head } from '../../support/bank.ts';
import fc from '../../support/fast-check.ts';
import { afterwards, bankTitle, decimal, shares, xml } from '../../../src/teach/banks/bank.ts';
import { lowerRange, wholeNumbers } from '../../../src/teach/banks/numeric.ts';

const numeric = (answer: number, tolerance: number) => ({
  ...{ answer, tolerance, unit: '%', printed: '', computed: false },
  feedback: { low: '', high: '', right: '' },
});

describe('numbers in banks', () => {
  test('never have an exponent, and stay what they are', () => {
    expect([1e21, 1.5e-7, -2e-9, 12.5].map(decimal)).toEqual([
      ...['1000000000000000000000', '0.00000015', '-0.000000002', '12.5'],
    ]);
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), (value) => {
        expect(decimal(value)).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(decimal(value))).toBeCloseTo(value, 15);
      }),
    );
  });

  test('whole ones within a tolerance come nearest first, and none where there are too many', () => {
    expect(wholeNumbers(numeric(76.3, 2.5))).toEqual([76, 77, 75, 78, 74]);
    expect(wholeNumbers(numeric(0.5, 0.2))).toEqual([]);
    expect(wholeNumbers(numeric(3, 0))).toEqual([3]);
    expect(wholeNumbers(numeric(0, 1e9))).toEqual([]);
  });

  test('below the right one reach up to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e6, max: 9e6 }), (tenths) => {
        const { from, to, middle, reach } = lowerRange(numeric(tenths / 10, 1));
        expect(to).toBe(tenths / 10);
        expect(from).toBeLessThan(to - 999_999);
        expect(middle + reach).toBeCloseTo(to, 6);
      }),
    );
  });
});

test('marks of right answers come to 100, and choosing everything to nothing', () => {
  const options = (right: number, wrong: number) => [
    ...Array.from({ length: right }, () => ({ correct: true })),
    ...Array.from({ length: wrong }, () => ({ correct: false })),
  ];
  expect(shares(options(3, 2))).toEqual(['33.33333', '33.33333', '33.33333', '-50', '-50']);
  expect(shares(options(1, 5))).toEqual(['100', ...Array<string>(5).fill('-20')]);
});

test('text in an attribute keeps its line ends', () => {
  expect(xml('a\r\n"b"\t&\u0000')).toBe('a&#10;&quot;b&quot;&#9;&amp;\ufffd');
});

test('a bank goes by the site, its version and its title, or without one', () => {
  expect(bankTitle({ ...head, title: 'Week\n2' })).toBe('Unwatched 1.2.3: Week 2');
  expect(bankTitle({ ...head, title: ' ' })).toBe('Unwatched 1.2.3: quick checks');
});

describe('what is said of a check once it is answered', () => {
  const asked = {
    ...{ id: 'a/b', stem: 'How many?', options: [], order: [], objective: 'count', bloom: 'apply' },
    sources: ['Greenblatt et al. 2024, Table 2'],
  };

  test('says of a number whether anybody measured it', () => {
    const of = (computed: boolean) =>
      afterwards(
        { ...asked, kind: 'numeric', numeric: { ...numeric(8, 1), printed: '8 %', computed } },
        head.words,
      );
    expect(of(false)).toEqual([
      'The number is 8 %.',
      'What it tests: count.',
      'Source: Greenblatt et al. 2024, Table 2.',
    ]);
    expect(of(true)[0]).toMatch(/^The number is 8 %\. A model .* nobody measured it\.$/);
  });

  test('gives an order, and every answer where several are right, with the reasons', () => {
    const parts = ['one', 'two'].map((text) => ({ text, feedback: `Why ${text}.`, correct: true }));
    expect(afterwards({ ...asked, kind: 'order', order: parts }, head.words).slice(0, 2)).toEqual([
      '1. one Why one.',
      '2. two Why two.',
    ]);
    const several = afterwards({ ...asked, kind: 'multiple', options: parts }, head.words);
    expect(several.slice(0, 2)).toEqual(['“one”: Why one.', '“two”: Why two.']);
    const single = afterwards({ ...asked, kind: 'single', options: parts }, head.words);
    expect(single[0]).toBe('What it tests: count.');
  });
});
