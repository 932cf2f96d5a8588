import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvOf, sorted, type Cell, type Column } from '../../src/teach/table.ts';
import fc from '../support/fast-check.ts';

type Row = Cell[];
const columns: Column<Row>[] = ['one', 'two'].map((title, index) => ({
  ...{ key: title, title },
  value: (row) => row[index],
}));
const csv = (...rows: Row[]) => csvOf(Papa.unparse, columns, rows);

describe('a CSV file', () => {
  test('holds numbers as numbers, dates as ISO dates and nothing for nothing', () => {
    const { text } = csv([-1.5, new Date(0)], [undefined, 12]);
    expect(text).toBe('\uFEFFone,two\r\n-1.5,1970-01-01T00:00:00.000Z\r\n,12\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1+1', '＠x'])(
    'has no text that a spreadsheet runs: %j',
    (dangerous) => {
      const { text, defused } = csv([dangerous, 'a = b']);
      const [, row] = Papa.parse<string[]>(text.slice(1)).data;
      expect(row).toEqual([`'${dangerous}`, 'a = b']);
      expect(defused).toBe(1);
    },
  );

  test('gives every text back, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
        const { text } = csv(...rows);
        const back = Papa.parse<string[]>(text.slice(1), { newline: '\r\n' }).data;
        const plain = (cell = '') => (/^'\s*[=+\-@]|^'[\t\r\n]/.test(cell) ? cell.slice(1) : cell);
        const bare = ([a, b]: readonly string[]) => [plain(a), plain(b)];
        expect(back.slice(1, rows.length + 1).map(bare)).toEqual(rows.map(bare));
      }),
    );
  });
});

describe('sorting', () => {
  const by = (cells: Cell[], down = false) =>
    sorted(cells.map((cell) => [cell]), columns[0]!, down).map(([cell]) => cell); // prettier-ignore

  test('orders numbers by size, texts as people do, dates by time', () => {
    expect(by([10, 9, -1])).toEqual([-1, 9, 10]);
    expect(by(['Lesson 10', 'ärger', 'lesson 9', 'Zoo'])).toEqual([
      ...['ärger', 'lesson 9', 'Lesson 10', 'Zoo'],
    ]);
    expect(by([new Date(2), new Date(1)], true)).toEqual([new Date(2), new Date(1)]);
  });

  test('puts what is missing last, whichever way', () => {
    expect(by([undefined, 2, 1])).toEqual([1, 2, undefined]);
    expect(by(['', 'a', 'b'], true)).toEqual(['b', 'a', '']);
  });
});
