/** Tables as comma-separated values (RFC 4180), for spreadsheets and for programs. */

/** Stands at the start of every such file: without it, some spreadsheets garble all but English letters. */
export const byteOrderMark = '\uFEFF';

/**
 * Beginnings of a text that a spreadsheet may take for a formula, also behind spaces and in full width.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const formulaStart = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
/** Begins with a minus and runs nothing. */
const negativeNumber = /^-(?:\d+\.?\d*|\.\d+)$/;

/** A file and how many of its cells got an apostrophe, so that no spreadsheet runs them. */
export interface CsvFile {
  text: string;
  defused: number;
}

/** Rows as the text of a file, the heads of the columns first. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): CsvFile {
  let defused = 0;
  const written = (cell: string | number) => {
    let text = String(cell);
    if (typeof cell === 'string' && formulaStart.test(text) && !negativeNumber.test(text)) {
      text = `'${text}`;
      defused += 1;
    }
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = rows.map((row) => `${row.map(written).join(',')}\r\n`);
  return { text: byteOrderMark + lines.join(''), defused };
}
