import { fill } from '../../lib/fill.ts';
import type { Ui } from '../../schemas/ui.ts';
import { decimals } from '../parts/decimals.ts';
import type { TableData } from '../parts/table-data.ts';
import { grouped, type PublishedGap } from './detection-lab.ts';
import { widest, type OwnAnalysis } from './own-analysis.ts';
import { missingOf, type Choice } from './own-columns.ts';
import {
  mostBytes,
  type Progress,
  type RowFault,
  type Sheet,
  type SheetFault,
} from './own-sheet.ts';
import { mostReplies, type TypedFault } from './own-typed.ts';
import { smallText, tenth } from './numbers.ts';

export type OwnLabels = Ui['detectionLab']['own'];

/** A stranger's text as it is quoted: one line, and no longer than helps to find it. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** What is wrong with a table, in a sentence. */
export function sheetFaultText(labels: OwnLabels, name: string, fault: SheetFault): string {
  const words = labels.sheetFaults;
  switch (fault.kind) {
    case 'tooLarge':
      return fill(words.tooLarge, { name, most: mostBytes / 2 ** 20 });
    case 'tooLong':
      return fill(words.tooLong, { name, line: grouped(fault.line), most: grouped(fault.most) });
    case 'binary':
    case 'noRows':
      return fill(words[fault.kind], { name, line: fault.line });
    case 'oneColumn':
    case 'noHeader': {
      const kind = fault.found === '' ? 'noName' : fault.kind;
      return fill(words[kind], { line: fault.line, found: quoted(fault.found) });
    }
    default:
      return fill(words[fault.kind], { name });
  }
}

/** So many names of columns are listed. */
const columnsListed = 8;

/** What the line of names says, and what of it was not recognised. */
export function columnsText(labels: OwnLabels, name: string, sheet: Sheet, choice: Choice): string {
  const listed = sheet.columns.slice(0, columnsListed).map((column) => `“${quoted(column)}”`);
  if (sheet.columns.length > columnsListed) listed.push('…');
  return fill(labels.columns.found, {
    name,
    line: sheet.headLine,
    columns: listed.join(', '),
    missing: missingOf(choice)
      .map((key) => labels.columns[key])
      .join(', '),
  });
}

/** What is under way, and how far it is. */
export interface Work {
  kind: 'opening' | 'reading' | 'counting';
  name: string;
  progress?: Progress | undefined;
}

/** What is under way, in a sentence. */
export function workText(labels: OwnLabels, { kind, name, progress }: Work): string {
  if (!progress) return fill(labels.work.opening, { name });
  // A file is told of by its size, in thousands of letters; a table by its rows.
  const unit = kind === 'reading' ? 1024 : 1;
  const shown = (n: number) => grouped(Math.ceil(n / unit));
  return fill(labels.work[kind], { name, done: shown(progress.done), of: shown(progress.of) });
}

/** What is wrong with a row, in a sentence that names its line. */
export function rowFaultText(labels: OwnLabels, { kind, line, ...more }: RowFault): string {
  const values: Record<string, string | number> = Object.fromEntries(
    Object.entries(more).map(([key, value]) => [
      key,
      typeof value === 'string' ? quoted(value) : value,
    ]),
  );
  const words = kind === 'width' && values.found === 1 ? 'oneCell' : kind;
  return fill(labels.rowFaults[words], { line: grouped(line), ...values });
}

/** What is wrong with typed counts, in a sentence. */
export function typedFaultText(
  labels: OwnLabels,
  { kind, condition, ...more }: TypedFault,
): string {
  return fill(labels.typedFaults[kind], {
    condition: condition === 'first' ? labels.training : labels.unmonitored,
    most: grouped(mostReplies),
    ...more,
  });
}

/** The number of faulty lines, before the first of them are listed. */
export function faultCountText(
  labels: OwnLabels,
  name: string,
  { faultCount, faults }: { faultCount: number; faults: readonly RowFault[] },
): string {
  if (faultCount === 1) return fill(labels.faultsOne, { name });
  return fill(faultCount > faults.length ? labels.faultsFirst : labels.faultsAll, {
    n: grouped(faultCount),
    shown: faults.length,
    name,
  });
}

/** What the counts say and what they do not, in plain words. */
export function reading(labels: OwnLabels, analysis: OwnAnalysis): string {
  const { verdict, gap, interval, pairs } = analysis;
  const reversed = verdict === 'reversed';
  return fill(labels.verdicts[verdict], {
    gap: tenth(Math.abs(gap)),
    low: tenth(reversed ? -interval.high : interval.low),
    high: tenth(reversed ? -interval.low : interval.high),
    widest: tenth(widest(interval)),
    differing: pairs ? grouped(pairs.onlyFirst + pairs.onlySecond) : '',
  });
}

/** A chance as so many of a hundred, with as many decimals as its ends need. */
function chanceText(chance: number): string {
  const short = decimals(100 * chance, 1);
  if (short === '100.0' && chance < 1) return '> 99.9';
  if (short === '0.0' && chance > 0) return '< 0.1';
  return short;
}

/** An analysis, and what it is of. */
export interface OwnShown {
  analysis: OwnAnalysis;
  name: string;
  /** Rows that repeat a prompt. */
  repeated: number;
  /** The counts are the example of this figure. */
  example: boolean;
}

/** The finding of an analysis: the gap, its direction, and what else would fit. */
export function ownFinding(labels: OwnLabels, { analysis, name }: OwnShown): string {
  const { gap, interval } = analysis;
  const way = gap > 0 ? 'more' : gap < 0 ? 'less' : 'same';
  const said = fill(labels.findings[way], {
    name,
    gap: tenth(Math.abs(gap)),
    low: tenth(way === 'less' ? -interval.high : interval.low),
    high: tenth(way === 'less' ? -interval.low : interval.high),
  });
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** Counts and shares of an analysis, with the gap between them, and the published gap to compare. */
export function ownTable(
  labels: OwnLabels,
  published: PublishedGap,
  shown: Pick<OwnShown, 'analysis' | 'name'> | undefined,
): TableData {
  const words = labels.table;
  const row = (head: string, ...values: number[]) => [head, ...values.map(tenth)];
  const { training, use, gap, se } = published;
  const compared = [
    words.published,
    decimals(training, 1),
    decimals(use, 1),
    `${decimals(gap, 1)} ± ${decimals(se, 1)}`,
  ];
  const columns = [words.what, labels.training, labels.unmonitored, words.gap];
  if (!shown) return { caption: words.none, columns, rows: [compared] };
  const { table, shares, gap: own, interval } = shown.analysis;
  const all = ({ yes, no }: { yes: number; no: number }) => grouped(yes + no);
  const { first, second } = shares;
  return {
    caption: `${fill(words.caption, { name: shown.name })}. ${words.note}`,
    columns,
    rows: [
      [words.complied, grouped(table.first.yes), grouped(table.second.yes), ''],
      [words.replies, all(table.first), all(table.second), ''],
      row(words.share, first.share, second.share, own),
      row(words.low, first.interval.low, second.interval.low, interval.low),
      row(words.high, first.interval.high, second.interval.high, interval.high),
      compared,
    ],
  };
}

/** What the tests of the gap come to: the one that decides is first. */
export function ownTests(
  labels: OwnLabels,
  analysis: OwnAnalysis,
): [name: string, value: string][] {
  const { pairs, p, fisher, z, zP, chance } = analysis;
  const words = labels.table;
  return [
    ...(pairs ? ([[words.mcnemar, smallText(p)]] satisfies [string, string][]) : []),
    [words.fisher, smallText(fisher)],
    [fill(words.z, { z: decimals(z, 2) }), smallText(zP)],
    [pairs ? words.chancePairs : words.chance, chanceText(chance)],
  ];
}

/** Both, as one table. */
export function ownAll(
  labels: OwnLabels,
  published: PublishedGap,
  shown: OwnShown | undefined,
): TableData {
  const table = ownTable(labels, published, shown);
  if (!shown) return table;
  const tests = ownTests(labels, shown.analysis).map(([test, value]) => [test, '', '', value]);
  return { ...table, rows: [...table.rows, ...tests] };
}
