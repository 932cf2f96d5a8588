/**
 * Receipts that a class handed in: read a few at a time, so that the page stays at hand; each looked at
 * for what a teacher should know; and of every learner one is counted. What comes out hangs on the files
 * alone and never on their order. Anyone may have written them: a name is looked up in a Map only, and
 * nothing in a receipt adds a row to a table of the course.
 */
import {
  canonical,
  largestReceipt,
  readReceiptFile,
  type Receipt,
  type ReceiptFault,
} from '../learning/receipt.ts';

/** Most files that are read. */
export const mostFiles = 500;
/** Most that they may hold together, in bytes: what a page can keep in its memory without harm. */
export const mostBytes = 200 * 2 ** 20;
/** Longest stretch of work before the page gets a turn, in milliseconds; a file more may follow. */
const slice = 16;

/** A file as it was dropped or chosen, with the folders that it lay in. */
export interface HandedFile {
  name: string;
  content: Blob;
}

/** A receipt that was read. */
export interface Handed {
  /** Its number among all that were read; the same receipt keeps it. */
  id: number;
  file: string;
  receipt: Receipt;
  /** Whether the checksum fits. */
  intact: boolean;
}

/** A file that was left out. */
interface UnreadFile {
  file: string;
  /** `together`: all files before it hold as much as is read. */
  fault: ReceiptFault | 'together';
  /** The entry that does not fit; empty where none is to blame. */
  where: string;
}

/** What was read so far. */
export interface Pile {
  handed: Handed[];
  unread: UnreadFile[];
  /** Files that hold, letter for letter, the receipt of another file. */
  copies: { file: string; of: string }[];
  /** Bytes of all files that were read. */
  bytes: number;
}

export const emptyPile: Pile = { handed: [], unread: [], copies: [], bytes: 0 };

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The files that are read next, in the order of their names, and how many are too many. Of what lay in a
 * folder only the receipts' kind of file counts.
 *
 * @param room how many more files are read
 */
export function filesToRead(files: readonly HandedFile[], room: number) {
  const wanted = files.filter(({ name }) => !name.includes('/') || /\.json$/i.test(name));
  const inOrder = [...wanted].sort((a, b) => byText(a.name, b.name));
  return {
    files: inOrder.slice(0, Math.max(0, room)),
    passedOver: files.length - wanted.length,
    tooMany: Math.max(0, inOrder.length - Math.max(0, room)),
  };
}

/** Gives the page a turn. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Reads files in short stretches and adds them to a pile. Where it is stopped, what was read until then
 * stays.
 *
 * @param told called between two stretches with the number of files that are done
 */
export async function readReceipts(
  pile: Pile,
  files: readonly HandedFile[],
  signal: AbortSignal,
  told: (done: number) => void,
): Promise<Pile> {
  const handed = [...pile.handed];
  const unread = [...pile.unread];
  const copies = [...pile.copies];
  const original = originals(handed);
  let { bytes } = pile;
  let start = performance.now();
  const ahead = readAhead(files.map((file) => file.content));
  for (const [index, { name: file, content }] of files.entries()) {
    if (signal.aborted) break;
    const arrived = ahead(index);
    if (bytes + content.size > mostBytes) unread.push({ file, fault: 'together', where: '' });
    else {
      const reading = await readReceiptFile(arrived);
      if ('fault' in reading) {
        unread.push({ file, fault: reading.fault, where: reading.where ?? '' });
      } else {
        bytes += content.size;
        const one = { id: handed.length + copies.length, file, ...reading };
        const same = original(one);
        if (same) copies.push({ file, of: same.file });
        else handed.push(one);
      }
    }
    if (performance.now() - start < slice) continue;
    told(index + 1);
    await turn();
    start = performance.now();
  }
  return { handed, unread: unread.sort(byFile), copies: copies.sort(byFile), bytes };
}

/** So many files come from the disk while one is looked at. */
const mostAhead = 8;

/** Begins to read the files that follow the one asked for; one too large to be a receipt is left alone. */
function readAhead(
  contents: readonly Blob[],
): (index: number) => Pick<Blob, 'size' | 'arrayBuffer'> {
  const begun: Promise<ArrayBuffer>[] = [];
  return (index) => {
    while (begun.length < Math.min(contents.length, index + mostAhead)) {
      const next = contents[begun.length]!;
      const bytes =
        next.size > largestReceipt ? Promise.reject(Error('large')) : next.arrayBuffer();
      // Whoever asks for it hears of it.
      bytes.catch(() => undefined);
      begun.push(bytes);
    }
    const bytes = begun[index]!;
    // What has been looked at need not stay.
    delete begun[index - 1];
    return { size: contents[index]!.size, arrayBuffer: () => bytes };
  };
}

const byFile = (a: { file: string }, b: { file: string }) => byText(a.file, b.file);

/** Finds, of receipts that are the same letter for letter, the one that came first. */
function originals(handed: readonly Handed[]): (one: Handed) => Handed | undefined {
  const known = new Map<string, { one: Handed; text?: string }[]>();
  const find = (one: Handed) => {
    const others = known.get(one.receipt.checksum);
    const entry: { one: Handed; text?: string } = { one };
    if (!others) {
      known.set(one.receipt.checksum, [entry]);
      return undefined;
    }
    // The checksum only narrows the search: whoever wants to can give two receipts the same.
    const text = (entry.text = canonical(one.receipt));
    const same = others.find((other) => (other.text ??= canonical(other.one.receipt)) === text);
    if (!same) others.push(entry);
    return same?.one;
  };
  handed.forEach(find);
  return find;
}

/** Everything handed in under one name. */
export interface Learner {
  key: string;
  /** As the newest receipt has it; empty where the receipt bears none. */
  name: string;
  /** From 1; says nothing of the name, so that it can stand in its place. */
  number: number;
  /** Newest first, those whose checksum fits before the others. */
  handed: Handed[];
  /** Those that count. */
  counted: Handed[];
}

/** Which receipt of a learner counts, by the learner's key: one, or `all`, where several people share the name. */
export type Choices = ReadonlyMap<string, number | 'all'>;

/** Names that differ in capitals, spaces or the way of writing a letter are the same. */
const folded = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** The receipts by learner. A receipt without a name stands for itself. */
export function learnersOf(handed: readonly Handed[], choices: Choices): Learner[] {
  const groups = new Map<string, Handed[]>();
  for (const one of [...handed].sort(byWorth)) {
    const name = folded(one.receipt.name ?? '');
    const key = name ? `name ${name}` : `file ${one.id}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups]
    .sort(([, [a]], [, [b]]) => byText(fingerprint(a!), fingerprint(b!)))
    .map(([key, group], index) => {
      const choice = choices.get(key);
      const chosen = group.find(({ id }) => id === choice) ?? group[0]!;
      return {
        key,
        name: group[0]!.receipt.name ?? '',
        number: index + 1,
        handed: group,
        counted: choice === 'all' ? group : [chosen],
      };
    });
}

/** The best to count first. */
const byWorth = (a: Handed, b: Handed) =>
  Number(b.intact) - Number(a.intact) ||
  b.receipt.made - a.receipt.made ||
  byText(fingerprint(a), fingerprint(b));

/** Tells receipts apart, whatever their order was. */
const fingerprint = ({ receipt, file }: Handed) => `${receipt.checksum} ${file}`;

/** What a teacher should know about a receipt, gravest first. */
export const flags = [
  'changed',
  'otherAssignment',
  'noAssignment',
  'late',
  'again',
  'otherVersion',
  'nameless',
] as const;
export type Flag = (typeof flags)[number];

/** What receipts are held against. */
export interface Expected {
  /** Version of the site. */
  site: string;
  /** The assignment that was chosen, with the moment at which it was due, in milliseconds since 1970. */
  assignment?: { id: string; due: number | undefined } | undefined;
}

/** What a teacher should know about one of a learner's receipts. */
export function flagsOf(one: Handed, learner: Learner, { site, assignment }: Expected): Flag[] {
  const { receipt, intact } = one;
  const holds: Record<Flag, boolean> = {
    changed: !intact,
    otherAssignment:
      !!assignment && !!receipt.assignment && receipt.assignment.id !== assignment.id,
    noAssignment: !!assignment && !receipt.assignment,
    late: assignment?.due !== undefined && receipt.made > assignment.due,
    again: learner.handed.length > 1,
    otherVersion: receipt.site !== site,
    nameless: !receipt.name,
  };
  return flags.filter((flag) => holds[flag]);
}
