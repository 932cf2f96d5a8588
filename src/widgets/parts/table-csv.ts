import { csvOf } from '../../lib/csv.ts';
import type { TableData } from './table-data.ts';

/** A table as the text of a CSV file. A number is written as programs read it: no plus sign, and the keyboard's minus. */
export function toCsv({ columns, rows }: TableData): string {
  const plain = (cell: string | number) =>
    typeof cell === 'number'
      ? cell
      : cell.replace(/^\+(?=[\d.]+$)/, '').replace(/^−(?=[\d.]+$)/, '-');
  return csvOf([columns, ...rows.map((row) => row.map(plain))]).text;
}
