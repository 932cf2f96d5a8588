import { expect, test } from 'vitest';
import { toCsv } from '../../src/widgets/parts/table-csv.ts';

const table = (...rows: (string | number)[][]) =>
  toCsv({ caption: 'not in the file', columns: ['what', 'value'], rows });

test('a table becomes a file that spreadsheets read', () => {
  expect(table(['“faking”', 11.9], ['gap', -1.2], ['=1', '≥ 2'])).toBe(
    "\uFEFFwhat,value\r\n“faking”,11.9\r\ngap,-1.2\r\n'=1,≥ 2\r\n",
  );
});

test.each([
  ['+0.6', '0.6'],
  ['−1.3', '-1.3'],
  ['-1', '-1'],
])('a number printed as %j is written as %j', (cell, written) => {
  expect(table(['residual', cell])).toContain(`residual,${written}\r\n`);
});
