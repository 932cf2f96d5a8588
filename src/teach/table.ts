/** Tables that are shown, sorted and saved as CSV from one description of their columns. */
import type { UnparseConfig } from 'papaparse';

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

/**
 * Beginnings of a text that a spreadsheet may take for a formula, also behind spaces and in full width.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const formulaStart = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** Papa Parse's writer, handed in so that it is fetched only where somebody saves a table. */
export type Unparse = (rows: (string | number)[][], config: UnparseConfig) => string;

/** A CSV file and how many of its cells got an apostrophe, so that no spreadsheet runs them. */
export interface CsvFile {
  text: string;
  defused: number;
}

/**
 * A table as CSV (RFC 4180): numbers as numbers, dates as ISO 8601 in UTC. A text that begins like a
 * formula gets an apostrophe before it. The byte order mark tells spreadsheets that the text is UTF-8.
 */
export function csvOf<Row>(
  unparse: Unparse,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): CsvFile {
  const cells = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ value }) => written(value(row)))),
  ];
  const risky = (cell: string | number) => typeof cell === 'string' && formulaStart.test(cell);
  return {
    text: `\uFEFF${unparse(cells, { escapeFormulae: formulaStart, newline: '\r\n' })}\r\n`,
    defused: cells.flat().filter(risky).length,
  };
}

const written = (cell: Cell): string | number =>
  cell instanceof Date ? cell.toISOString() : (cell ?? '');
