/** Tables that are shown, sorted and saved as CSV from one description of their columns. */
import { csvOf, type CsvFile } from '../lib/csv.ts';

/** What a cell holds; a Date becomes an ISO date in a file. */
export type Cell = string | number | Date | undefined;

/** A column, by the way it makes a cell out of a row. */
export interface Column<Row> {
  /** Names the column for the page. */
  key: string;
  title: string;
  value: (row: Row) => Cell;
  /** The cell as the page prints it, where that is not the value itself. */
  shown?: (row: Row) => string;
}

/** Rows by a column. Cells that hold nothing come last either way; rows that are equal stay as they were. */
export function sorted<Row>(rows: readonly Row[], { value }: Column<Row>, down: boolean): Row[] {
  const sign = down ? -1 : 1;
  return rows
    .map((row) => ({ row, cell: value(row) }))
    .sort(({ cell: a }, { cell: b }) => {
      if (isNothing(a) || isNothing(b)) return Number(isNothing(a)) - Number(isNothing(b));
      return sign * compare(a!, b!);
    })
    .map(({ row }) => row);
}

const isNothing = (cell: Cell) => cell === undefined || cell === '';
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const compare = (a: NonNullable<Cell>, b: NonNullable<Cell>) =>
  typeof a === 'string' || typeof b === 'string'
    ? collator.compare(String(a), String(b))
    : Number(a) - Number(b);

/** A table as a CSV file: numbers as numbers, dates as ISO 8601 in UTC. */
export const csvFile = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): CsvFile =>
  csvOf([
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ value }) => written(value(row)))),
  ]);

const written = (cell: Cell): string | number =>
  cell instanceof Date ? cell.toISOString() : (cell ?? '');
