/**
 * A table that a reader brings: from the bytes of a file to columns and rows. It is a stranger's, so every
 * fault is named with its line, and the work is cut into short stretches. Papa Parse divides the text into
 * cells; the lines of the file are counted here, because it counts rows only. Left out: tables of more
 * than one sheet.
 */
import type { ParseConfig, ParseResult } from 'papaparse';

/** Papa Parse, handed in so that it is fetched only where somebody brings a table. */
export type Parse = (text: string, settings: ParseConfig<string[]>) => ParseResult<string[]>;

/** Larger files are not opened, and longer texts not read. */
export const mostBytes = 5 * 1024 * 1024;
/** Longer tables are not counted. */
export const mostRows = 200_000;
/** So many faulty lines are kept; the others are only counted. */
export const faultsKept = 10;
/** Rows between two places to pause. */
export const rowsAtATime = 500;

/** How far work on a table has come: of its letters while it is read, of its rows while it is counted. */
export interface Progress {
  done: number;
  of: number;
}

/** Why nothing can be read of a table at all. */
export type SheetFault =
  | { kind: 'empty' | 'workbook' }
  | { kind: 'tooLarge'; most: number }
  /** The line on which something other than text stands, or on which the names without rows do. */
  | { kind: 'binary' | 'noRows'; line: number }
  /** The first line that is too many. */
  | { kind: 'tooLong'; line: number; most: number }
  /** No divider of columns was found in the first line. */
  | { kind: 'oneColumn'; line: number; found: string }
  /** The first line holds data, or a column without a name. */
  | { kind: 'noHeader'; line: number; found: string };

/** What is wrong with one row. */
export type RowFault = { line: number } & (
  | { kind: 'reply'; column: string; found: string }
  | { kind: 'missing'; column: string }
  | { kind: 'condition'; column: string; found: string }
  | { kind: 'width'; found: number; wanted: number }
  /** A quotation mark is opened and not closed, or stands within a cell. */
  | { kind: 'quote' }
);

/** A table as it was read. */
export interface Sheet {
  columns: string[];
  /** The line that names the columns. */
  headLine: number;
  rows: string[][];
  /** The line of the file on which each row begins. */
  lines: number[];
  /** The first rows that could not be divided into cells. */
  faults: RowFault[];
  faultCount: number;
}

/** Whether a value says that something went wrong with the whole table. */
export function isFault(result: Sheet | SheetFault): result is SheetFault {
  return 'kind' in result;
}

/**
 * The text of a file: UTF-8, UTF-16 with or without its mark, or else Windows-1252 as older spreadsheets
 * write it.
 */
export function decode(bytes: Uint8Array): string | SheetFault {
  if (bytes.length > mostBytes) return { kind: 'tooLarge', most: mostBytes };
  if (startsWith(bytes, [0x50, 0x4b, 3, 4])) return { kind: 'workbook' };
  const encoding = utf16Of(bytes);
  let text: string;
  if (encoding) text = new TextDecoder(encoding).decode(bytes);
  else {
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      text = new TextDecoder('windows-1252').decode(bytes);
    }
  }
  return controlsIn(text) ?? text;
}

const startsWith = (bytes: Uint8Array, start: number[]) =>
  start.every((byte, at) => bytes[at] === byte);

/** Text in UTF-16 begins with a mark, or has nothing but zeros in every other place of plain letters. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const start = bytes.subarray(0, 1000);
  const zeros = (odd: number) => start.filter((byte, at) => at % 2 === odd && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > 0.4 * start.length && even === 0) return 'utf-16le';
  if (even > 0.4 * start.length && odd === 0) return 'utf-16be';
  return undefined;
}

/** Controls other than tab and line ends stand in no table. */
function controlsIn(text: string): SheetFault | undefined {
  const at = text.slice(0, 10_000).search(/[\0-\x08\x0e-\x1f]/);
  return at < 0 ? undefined : { kind: 'binary', line: text.slice(0, at).split(/\r\n?|\n/).length };
}

/** Divides a text into columns and rows. Yields how far it is between stretches of rows. */
export function* readSheet({
  text: raw,
  parse,
}: {
  text: string;
  parse: Parse;
}): Generator<Progress, Sheet | SheetFault, undefined> {
  const text = raw.startsWith('\ufeff') ? raw.slice(1) : raw;
  if (text.length > mostBytes) return { kind: 'tooLarge', most: mostBytes };
  const controls = controlsIn(text);
  if (controls) return controls;
  if (!text.trim()) return { kind: 'empty' };
  const newline: '\n' | '\r' = text.includes('\n') ? '\n' : '\r';
  // The line of names decides: rows that are divided otherwise are then named one by one.
  const [names = ''] = text.trimStart().split(newline, 1);
  const { delimiter } = parse(names.slice(0, 20_000), {
    delimitersToGuess: [',', ';', '\t', '|'],
    newline,
  }).meta;
  const settings = { delimiter, newline, fastMode: false, preview: rowsAtATime };
  const sheet: Sheet = { columns: [], headLine: 0, rows: [], lines: [], faults: [], faultCount: 0 };

  let line = 1;
  for (let at = 0; at < text.length;) {
    const { data, errors, meta } = parse(text.slice(at), settings);
    const misquoted = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
    for (const [index, cells] of data.entries()) {
      const begins = line;
      for (const cell of cells) line += linesWithin(cell, newline);
      line += 1;
      const fault = takeRow(sheet, cells, begins, misquoted.has(index));
      if (fault) return fault;
    }
    if (meta.cursor === 0) break;
    at += meta.cursor;
    yield { done: Math.min(at, text.length), of: text.length };
  }
  if (sheet.rows.length + sheet.faultCount > 0) return sheet;
  // Nothing but dividers names no columns either.
  return sheet.headLine > 0 ? { kind: 'noRows', line: sheet.headLine } : { kind: 'empty' };
}

/** Adds a row to a sheet, as its names or as data; or says why the sheet cannot be read at all. */
function takeRow(
  sheet: Sheet,
  raw: readonly string[],
  line: number,
  misquoted: boolean,
): SheetFault | undefined {
  const cells = raw.map((cell) => cell.trim());
  if (cells.every((cell) => cell === '')) return undefined;
  if (misquoted) return note(sheet, { kind: 'quote', line });
  if (sheet.columns.length === 0) return takeNames(sheet, cells, line);
  const wanted = sheet.columns.length;
  // Spreadsheets add empty cells at the end of a row.
  const found = Math.max(Math.min(cells.length, wanted), withoutEmptyEnd(cells).length);
  if (found !== wanted) return note(sheet, { kind: 'width', line, found, wanted });
  if (sheet.rows.length === mostRows) return { kind: 'tooLong', line, most: mostRows };
  sheet.rows.push(cells);
  sheet.lines.push(line);
  return undefined;
}

function takeNames(sheet: Sheet, cells: string[], line: number): SheetFault | undefined {
  // Names may end in empty cells, as spreadsheets add them; within, each column has its name.
  const names = withoutEmptyEnd(cells);
  const odd = names.find((name) => isNoName(name));
  if (odd !== undefined) return { kind: 'noHeader', line, found: odd };
  if (names.length === 1) return { kind: 'oneColumn', line, found: names[0]! };
  sheet.columns = names;
  sheet.headLine = line;
  return undefined;
}

/** A fault of one row; the sheet can be read all the same. */
function note(sheet: Sheet, fault: RowFault): undefined {
  sheet.faultCount += 1;
  if (sheet.faults.length < faultsKept) sheet.faults.push(fault);
}

function linesWithin(cell: string, newline: string): number {
  let count = 0;
  for (let at = cell.indexOf(newline); at >= 0; at = cell.indexOf(newline, at + 1)) count += 1;
  return count;
}

const withoutEmptyEnd = (cells: string[]) =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

/** A number or a bare answer is data, and nothing is no name either. */
const isNoName = (cell: string) => /^(|[\d.,-]+|yes|no|true|false|y|n)$/i.test(cell);
