/** The data behind a picture, as a reader may see it and take it away. */
export interface TableData {
  caption: string;
  /** Column heads; the first names the rows. */
  columns: string[];
  /** Places of further columns that hold words and not numbers. */
  words?: number[];
  /** Rows; the first cell is the row's head. Numbers stay numbers. */
  rows: (string | number)[][];
}

/** How the rows of a table can be put in another order. */
export interface TableSorting {
  /** Place of the column that they are in the order of. */
  column: number;
  /** From the highest to the lowest. */
  falling: boolean;
  /** Puts them in the order of a column, or the other way round where they are in it already. */
  by: (column: number) => void;
}

/** A text that no spreadsheet runs as a formula: one that begins like it gets an apostrophe before it. */
export const withoutFormula = (text: string): string =>
  /^\s*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;

/** A table as comma-separated values, quoted where needed (RFC 4180). */
export function toCsv({ columns, rows }: TableData): string {
  const cell = (value: string | number) => {
    // A number is written as programs read it: no plus sign, and the keyboard's minus.
    const text = String(value)
      .replace(/^\+(?=[\d.]+$)/, '')
      .replace(/^−(?=[\d.]+$)/, '-');
    const isNumber = typeof value === 'number' || /^-?[\d.]+$/.test(text);
    const safe = isNumber ? text : withoutFormula(text);
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
