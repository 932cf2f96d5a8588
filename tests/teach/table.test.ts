import { describe, expect, test } from 'vitest';
import { csvFile, sorted, type Cell, type Column } from '../../src/teach/table.ts';

type Row = Cell[];
const columns: Column<Row>[] = ['one', 'two'].map((title, index) => ({
  ...{ key: title, title },
  value: (row) => row[index],
}));

test('a file holds numbers as numbers, dates as ISO dates, nothing for nothing, and no formula', () => {
  const rows: Row[] = [
    [-1.5, new Date(0)],
    [undefined, '=1+1'],
  ];
  expect(csvFile(columns, rows)).toEqual({
    text: "\uFEFFone,two\r\n-1.5,1970-01-01T00:00:00.000Z\r\n,'=1+1\r\n",
    defused: 1,
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
