import { csvParseRows } from 'd3';
import fc from '../support/fast-check.ts';
import { expect, test } from 'vitest';
import { toCsv } from '../../src/widgets/parts/table-data.ts';

const table = (...rows: (string | number)[][]) =>
  toCsv({ caption: 'not in the file', columns: ['what', 'value'], rows });

test('a table becomes lines that end in a carriage return and a line feed', () => {
  expect(table(['faking', 11.9], ['gap', -1.2])).toBe('what,value\r\nfaking,11.9\r\ngap,-1.2\r\n');
});

test.each([
  ['a, b', '"a, b"'],
  ['say “no”', 'say “no”'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['', ''],
])('the cell %j is written as %j', (cell, written) => {
  expect(table([cell, 1])).toBe(`what,value\r\n${written},1\r\n`);
});

test.each(['=1+1', '+1+1', '-a1', '@sum', '\t=1', ' =1', '＝1'])(
  'the text %j cannot run as a formula',
  (cell) => {
    expect(table([cell, 1])).toBe(`what,value\r\n'${cell},1\r\n`);
    expect(table([`${cell}, "x"`, 1])).toContain(`"'${cell}, ""x"""`);
  },
);

test('a negative number stays a number', () => {
  expect(table(['gap', -11.3])).toContain('gap,-11.3\r\n');
});

test.each([
  ['+0.6', '0.6'],
  ['−1.3', '-1.3'],
  ['-1', '-1'],
])('a number printed as %j is written as %j', (cell, written) => {
  expect(table(['residual', cell])).toContain(`residual,${written}\r\n`);
});

test('any table comes back cell by cell, apart from the guard', () => {
  const cells = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '=', '−') }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const tables = fc.record({
    caption: fc.constant(''),
    columns: fc.constant<string[]>(['a', 'b', 'c']),
    rows: fc.array(fc.array(cells, { minLength: 3, maxLength: 3 }), { maxLength: 5 }),
  });
  fc.assert(
    fc.property(tables, (data) => {
      const guarded = data.rows.map((row) =>
        row.map((cell) =>
          typeof cell === 'string' ? cell.replace(/^(?=\s*=)/, "'") : String(cell),
        ),
      );
      expect(csvParseRows(toCsv(data))).toEqual([data.columns, ...guarded]);
    }),
  );
});
