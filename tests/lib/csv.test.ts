import { csvParseRows } from 'd3';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../src/lib/csv.ts';
import fc from '../support/fast-check.ts';

/** The one row of a file, after the mark that every file begins with. */
const rowOf = (...cells: (string | number)[]) => {
  const { text } = csvOf([cells]);
  expect(text[0]).toBe('\uFEFF');
  return text.slice(1);
};

describe('a CSV file', () => {
  test('begins with the mark that tells its letters, and has lines as the standard wants them', () => {
    expect(csvOf([['what', 'value'], ['gap', -1.2]]).text).toBe('\uFEFFwhat,value\r\ngap,-1.2\r\n'); // prettier-ignore
  });

  test.each([
    ['a, b', '"a, b"'],
    ['say “no”', 'say “no”'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['', ''],
  ])('has the cell %j as %j', (cell, written) => {
    expect(rowOf(cell, 1)).toBe(`${written},1\r\n`);
  });

  test.each([
    ...['=1+1', '+1', '-1+1', '-1.2.3', '-', '@SUM(1)', ' =1', ' \t-1'],
    ...['\t=1', '\r=1', '\n=1', '\tx', '＝1+1', '＋x', '－x', '＠x'],
  ])('has no text that a spreadsheet runs: %j', (dangerous) => {
    const { text, defused } = csvOf([[dangerous, 'a = b']]);
    expect(csvParseRows(text.slice(1))).toEqual([[`'${dangerous}`, 'a = b']]);
    expect(defused).toBe(1);
  });

  test.each([-11.3, '-11.3', '-.5', '-7'])('leaves the negative number %j a number', (number) => {
    expect(csvOf([[number]])).toEqual({ text: `\uFEFF${number}\r\n`, defused: 0 });
  });

  test('gives every cell back, but for the apostrophe', () => {
    const cells = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', '=', '−', '-') }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const rows = fc.array(fc.array(cells, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (table) => {
        const guarded = table.map((row) =>
          row.map((cell) =>
            typeof cell === 'string' ? cell.replace(/^(?=\s*[=\r\n-])/, "'") : String(cell),
          ),
        );
        expect(csvParseRows(csvOf(table).text.slice(1))).toEqual(guarded);
      }),
    );
  });
});
