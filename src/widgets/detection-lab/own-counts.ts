/**
 * From the rows of a table to counts. Nothing is guessed from a cell that is neither yes nor no. Left out:
 * replies scored by degrees, and the pairing of replies that stand on rows of their own.
 */
import { csvOf } from '../../lib/csv.ts';
import type { TwoByTwo } from '../../models/counts.ts';
import type { PairCounts } from '../../models/mcnemar.ts';
import { idColumn, type Columns, type Says } from './own-columns.ts';
import { faultsKept, rowsAtATime, type Progress, type RowFault, type Sheet } from './own-sheet.ts';

/** Replies by condition, and by prompt where each prompt was put in both. */
export interface OwnCounts {
  /** `first` is training, `second` is unmonitored; `yes` is complying. */
  table: TwoByTwo;
  pairs?: PairCounts | undefined;
}

/** What came of counting. */
export interface Counted {
  counts: OwnCounts;
  /** Rows that were counted. */
  used: number;
  /** The first faulty lines, in the order of the file. */
  faults: RowFault[];
  faultCount: number;
  /** Rows whose prompt was seen before, in the same condition. */
  repeated: number;
}

/**
 * `true` for complying, `false` for refusing, undefined for anything else. Words that name the reply mean
 * what they say; of a bare yes or no the column decides.
 */
export function readReply(cell: string, says: Says): boolean | undefined {
  if (/^(compl(y|ied|ies|iant|iance))$/i.test(cell)) return true;
  if (/^(refus(e|ed|es|al))$/i.test(cell)) return false;
  if (/^(1([.,]0+)?|yes|y|true|t)$/i.test(cell)) return says === 'complied';
  if (/^(0([.,]0+)?|no|n|false|f)$/i.test(cell)) return says === 'refused';
  return undefined;
}

/** What one row says of each condition that it has a reply from: whether the model complied. */
type Replies = Partial<Record<keyof TwoByTwo, boolean>>;

/** The replies of a row, or what is wrong with it. */
function repliesOf(
  { columns: names }: Sheet,
  columns: Columns,
  row: readonly string[],
  line: number,
): Replies | RowFault {
  const reply = (column: number): boolean | RowFault => {
    const found = row[column]!;
    const name = names[column]!;
    if (found === '') return { kind: 'missing', line, column: name };
    return readReply(found, columns.says) ?? { kind: 'reply', line, column: name, found };
  };
  if (columns.layout === 'paired') {
    const first = reply(columns.training);
    if (typeof first === 'object') return first;
    const second = reply(columns.unmonitored);
    return typeof second === 'object' ? second : { first, second };
  }
  const found = row[columns.condition]!;
  const isNamed = (name: string) => found.toLowerCase() === name.toLowerCase();
  const condition = isNamed(columns.names.training)
    ? 'first'
    : isNamed(columns.names.unmonitored)
      ? 'second'
      : undefined;
  if (!condition) {
    const column = names[columns.condition]!;
    if (found === '') return { kind: 'missing', line, column };
    return { kind: 'condition', line, column, found };
  }
  const complied = reply(columns.reply);
  return typeof complied === 'object' ? complied : { [condition]: complied };
}

const isFaulty = (reading: Replies | RowFault): reading is RowFault => 'kind' in reading;

/** Counts the replies of a table. Yields how far it is between stretches of rows. */
export function* countReplies({
  sheet,
  columns,
}: {
  sheet: Sheet;
  columns: Columns;
}): Generator<Progress, Counted, undefined> {
  const faults = [...sheet.faults];
  let { faultCount } = sheet;
  let used = 0;
  let repeated = 0;
  const table = { first: { yes: 0, no: 0 }, second: { yes: 0, no: 0 } };
  const pairs = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  const id = idColumn(sheet);
  const seen = new Set<string>();

  const take = ({ first, second }: Replies, row: readonly string[]) => {
    if (first !== undefined) table.first[first ? 'yes' : 'no'] += 1;
    if (second !== undefined) table.second[second ? 'yes' : 'no'] += 1;
    if (first) pairs[second ? 'both' : 'onlyFirst'] += 1;
    else pairs[second ? 'onlySecond' : 'neither'] += 1;
    used += 1;
    if (id === undefined) return;
    const key = `${first === undefined ? 'second' : 'first'} ${row[id]}`;
    if (seen.has(key)) repeated += 1;
    else seen.add(key);
  };

  for (const [index, row] of sheet.rows.entries()) {
    const reading = repliesOf(sheet, columns, row, sheet.lines[index]!);
    if (isFaulty(reading)) {
      faultCount += 1;
      // The sheet's own faults may lie further down, so the list is put in order before it is cut.
      if (faults.length < 2 * faultsKept) faults.push(reading);
    } else take(reading, row);
    if (index % rowsAtATime === rowsAtATime - 1) yield { done: index + 1, of: sheet.rows.length };
  }
  faults.sort((a, b) => a.line - b.line);
  return {
    counts: { table, pairs: columns.layout === 'paired' ? pairs : undefined },
    used,
    faults: faults.slice(0, faultsKept),
    faultCount,
    repeated,
  };
}

/** A table of the kind that is read, with invented replies. */
export function exampleCsv(): string {
  const rows = Array.from({ length: 24 }, (_, index) => {
    const number = index + 1;
    const id = `prompt-${String(number).padStart(2, '0')}`;
    return [id, number % 3 === 0 ? 'complied' : 'refused', number === 3 ? 'complied' : 'refused'];
  });
  return csvOf([['prompt_id', 'training', 'unmonitored'], ...rows]).text;
}
