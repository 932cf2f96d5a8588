import { saveText } from '../../lib/save-file.ts';
import { csvOf, type Column } from '../../teach/table.ts';

/**
 * Saves a table as a CSV file. The part that writes it is fetched on use.
 *
 * @returns how many cells were kept from being taken for formulas
 * @throws where that part cannot be had.
 */
export async function saveCsv<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<number> {
  const { default: papa } = await import('papaparse');
  const { text, defused } = csvOf(papa.unparse, columns, rows);
  saveText(`${name}.csv`, 'text/csv;charset=utf-8', text);
  return defused;
}
