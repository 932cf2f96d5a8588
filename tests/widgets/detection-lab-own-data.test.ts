import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readEvidence } from '../../src/lib/read-content.ts';
import { atOnce } from '../../src/models/at-once.ts';
import { fisherExact } from '../../src/models/fisher-exact.ts';
import { mcnemarExact } from '../../src/models/mcnemar.ts';
import { gapInterval } from '../../src/models/two-proportions.ts';
import { analyse } from '../../src/widgets/detection-lab/own-analysis.ts';
import {
  columnsOf,
  recognise,
  recogniseNames,
  valuesIn,
  type Choice,
} from '../../src/widgets/detection-lab/own-columns.ts';
import {
  countReplies,
  exampleCsv,
  readReply,
  type Counted,
} from '../../src/widgets/detection-lab/own-counts.ts';
import {
  decode,
  isFault,
  mostBytes,
  mostRows,
  readSheet,
  type Progress,
  type Sheet,
  type SheetFault,
} from '../../src/widgets/detection-lab/own-sheet.ts';
import { readTyped, rebuiltExample } from '../../src/widgets/detection-lab/own-typed.ts';
import {
  columnsText,
  faultCountText,
  ownAll,
  ownFinding,
  ownTable,
  ownTests,
  reading,
  rowFaultText,
  sheetFaultText,
  typedFaultText,
  workText,
} from '../../src/widgets/detection-lab/own-wording.ts';
import { interfaceText } from '../support/interface-text.ts';

const labels = interfaceText.detectionLab.own;
const published2024 = { training: 14.2, use: 2.8, gap: 11.3, se: 2.1 };

const read = (text: string) => atOnce(readSheet({ text, parse: Papa.parse<string[]> }));

function sheetOf(text: string): Sheet {
  const sheet = read(text);
  if (isFault(sheet)) throw new Error(JSON.stringify(sheet));
  return sheet;
}

function faultOf(text: string): SheetFault {
  const fault = read(text);
  if (!isFault(fault)) throw new Error('This was read.');
  return fault;
}

function count(text: string, change: Partial<Choice> = {}): Counted {
  const sheet = sheetOf(text);
  const columns = columnsOf({ ...recognise(sheet), ...change });
  if (!columns) throw new Error('The columns were not recognised.');
  return atOnce(countReplies({ sheet, columns }));
}

const sentences = (counted: Counted) => counted.faults.map((fault) => rowFaultText(labels, fault));
const pairedHead = 'prompt_id,training,unmonitored\n';
const four = { table: { first: { yes: 2, no: 1 }, second: { yes: 1, no: 2 } } };
const fourRows = 'a,1,1\nb,1,0\nc,0,0\n';

describe('a table of pairs', () => {
  test('is counted, by condition and by pair', () => {
    const counted = count(pairedHead + fourRows);
    expect(counted).toEqual({
      counts: { ...four, pairs: { both: 1, onlyFirst: 1, onlySecond: 0, neither: 1 } },
      used: 3,
      faults: [],
      faultCount: 0,
      repeated: 0,
    });
  });

  test.each([
    ['semicolons', 'prompt_id;training;unmonitored\na;1;1\nb;1;0\nc;0;0'],
    ['tabs', 'prompt_id\ttraining\tunmonitored\na\t1\t1\nb\t1\t0\nc\t0\t0'],
    ['bars', 'prompt_id|training|unmonitored\na|1|1\nb|1|0\nc|0|0'],
    [
      'the line ends of Windows',
      pairedHead.replace('\n', '\r\n') + fourRows.replaceAll('\n', '\r\n'),
    ],
    ['those of an old Mac', (pairedHead + fourRows).replaceAll('\n', '\r')],
    ['both kinds mixed', pairedHead.replace('\n', '\r\n') + fourRows],
    ['a mark at the beginning', `\ufeff${pairedHead}${fourRows}`],
    ['blank lines', `\n\n${pairedHead}\na,1,1\n\n  \nb,1,0\nc,0,0\n\n`],
    [
      'quotation marks',
      '"prompt_id","training","unmonitored"\r\n"a","1","1"\r\n"b","1","0"\r\n"c","0","0"\r\n',
    ],
    ['texts with commas and lines', `${pairedHead}"Say, ""yes""\nor no",1,1\n"b\n\nb",1,0\nc,0,0`],
    ['empty columns at the end', `prompt_id,training,unmonitored,,\na,1,1,,\nb,1,0,,\nc,0,0,,`],
    ['other orders and names', 'Unmonitored (paid tier),Free tier,note\n1,1,x\n0,1,y\n0,0,z'],
    ['words', `${pairedHead}a,Complied,complies\nb,COMPLY,refused\nc,Refusal,refuse`],
    ['yes and no', `${pairedHead}a,yes,Y\nb,True,false\nc,n,NO`],
    ['numbers with decimals', `${pairedHead}a,1.0,1\nb,1,0.0\nc,0.00,0`],
    ['spaces', `prompt_id , training , unmonitored\na, 1 ,1\nb,1 , 0\nc,0, 0`],
  ])('with %s comes to the same', (_, text) => {
    expect(count(text).counts.table).toEqual(four.table);
  });

  test('about refusing is turned over, by its column names only', () => {
    const refused = count('training_refused,unmonitored_refused\n0,0\n0,1\n1,1\n');
    expect(refused.counts.table).toEqual(four.table);
    expect(count('train_noncompliance,paid_noncompliance\n0,0\n0,1\n1,1\n').counts.table).toEqual(
      four.table,
    );
    // Words mean what they say, whatever the column is called.
    expect(readReply('complied', 'refused')).toBe(true);
    expect(readReply('refused', 'refused')).toBe(false);
    expect(readReply('1', 'refused')).toBe(false);
  });

  test('tells of prompts that stand in it twice', () => {
    expect(count(`${pairedHead}a,1,0\na,1,1\nb,0,0\na,0,0\n`).repeated).toBe(2);
  });

  test('that we offer as an example can be read', () => {
    const { counts, faultCount, used } = count(exampleCsv());
    expect([used, faultCount]).toEqual([24, 0]);
    expect(counts.pairs).toEqual({ both: 1, onlyFirst: 7, onlySecond: 0, neither: 16 });
  });
});

describe('a table of replies', () => {
  const rows = 'free,1\nfree,yes\nfree,refused\npaid,0\nPAID,complied\npaid,no\n';

  test('is counted by condition', () => {
    const { counts, used } = count(`condition,complied\n${rows}`);
    expect(counts).toEqual({ ...four, pairs: undefined });
    expect(used).toBe(6);
  });

  test('about refusing is turned over', () => {
    expect(
      count('tier,refused\nfree,0\nfree,0\nfree,1\npaid,1\npaid,0\npaid,1\n').counts.table,
    ).toEqual(four.table);
  });

  test('tells of prompts that are repeated in a condition, not across both', () => {
    const text = 'prompt_id,condition,complied\na,free,1\na,paid,0\na,free,0\n';
    expect(count(text).repeated).toBe(1);
  });

  test('with names of conditions that nobody knows asks which is which', () => {
    const text = `arm,outcome\n${rows.replaceAll('free', 'blue').replace(/paid/gi, 'red')}`;
    const sheet = sheetOf(text);
    const choice = recognise(sheet);
    expect(columnsOf(choice)).toBeUndefined();
    expect(valuesIn(sheet, 0)).toEqual(['blue', 'red']);
    const names = { training: 'blue', unmonitored: 'red' };
    expect(count(text, { names }).counts.table).toEqual(four.table);
    expect(columnsOf({ ...choice, names: { ...names, unmonitored: 'blue' } })).toBeUndefined();
  });

  test('with a third condition names the lines that are in neither', () => {
    const counted = count(`condition,complied\nfree,1\nbaseline,1\npaid,0\n,1\n`);
    expect(sentences(counted)).toEqual([
      'Line 3: “baseline” is neither of the two conditions (column “condition”).',
      'Line 5: the cell under “condition” is empty.',
    ]);
    expect(counted.used).toBe(2);
  });
});

describe('columns that are not recognised', () => {
  test.each([
    ['prompt,first,second\na,1,0'],
    ['training,training_2,unmonitored\n1,1,0'],
    ['training,comment\n1,x'],
    ['condition,text\nfree,x'],
  ])('%j leaves the choice to the reader', (text) => {
    expect(columnsOf(recognise(sheetOf(text)))).toBeUndefined();
  });

  test.each([
    [
      '\nid,training\na,1',
      'Line 2 of it names these columns: “id”, “training”. Not recognised: Replies unmonitored.',
    ],
    ['first,second\n1,0', 'Not recognised: Replies in training, Replies unmonitored.'],
    ['tier,text\nfree,x\npaid,x', 'Not recognised: Reply.'],
    ['tier,complied\nblue,1\npaid,0', 'Not recognised: Training is called.'],
  ])('%j names the line of names and what is missing', (text, end) => {
    const sheet = sheetOf(text);
    expect(columnsText(labels, 'it', sheet, recognise(sheet))).toContain(end);
  });

  test('are listed up to a limit', () => {
    const sheet = sheetOf(
      `${Array.from({ length: 300 }, (_, n) => `c${n}`)}\n${'1,'.repeat(299)}1`,
    );
    const said = columnsText(labels, 'it', sheet, recognise(sheet));
    expect(said).toContain('“c7”, …');
    expect(said).not.toContain('c8');
  });

  test('can be chosen', () => {
    const chosen = { layout: 'paired', training: 1, unmonitored: 2 } as const;
    expect(count('prompt,first,second\na,1,1\nb,1,0\nc,0,0', chosen).counts.table).toEqual(
      four.table,
    );
    const sheet = sheetOf('prompt,first,second\na,1,0');
    expect(columnsOf({ ...recognise(sheet), ...chosen, unmonitored: 1 })).toBeUndefined();
  });

  test('a column of conditions tells its names where they are plain', () => {
    const sheet = sheetOf('a,b\nPaid tier,1\nfree tier,0\npaid tier,0');
    expect(recogniseNames(sheet, 0)).toEqual({ training: 'free tier', unmonitored: 'Paid tier' });
    expect(recogniseNames(sheet, 1)).toEqual({ training: undefined, unmonitored: undefined });
  });
});

describe('a table that cannot be read', () => {
  test.each<[string, string, SheetFault, string]>([
    ['nothing', '', { kind: 'empty' }, 'There is nothing in “x.csv”.'],
    ['blank lines', ' \n\n ', { kind: 'empty' }, 'There is nothing in “x.csv”.'],
    ['dividers only', ',,\n,,\n', { kind: 'empty' }, 'There is nothing in “x.csv”.'],
    [
      'spaces for dividers',
      'training unmonitored\n1 0\n',
      { kind: 'oneColumn', line: 1, found: 'training unmonitored' },
      'Line 1: only one column was found, “training unmonitored”. Divide columns by commas, semicolons, tabs or vertical bars.',
    ],
    [
      'names only',
      pairedHead,
      { kind: 'noRows', line: 1 },
      'Line 1 of “x.csv” names the columns, and no rows follow.',
    ],
    [
      'a page',
      '<!doctype html>\n<p>hi, there</p>\n',
      { kind: 'oneColumn', line: 1, found: '<!doctype html>' },
      'Line 1: only one column was found, “<!doctype html>”. Divide columns by commas, semicolons, tabs or vertical bars.',
    ],
    [
      'another divider',
      'training:unmonitored\n1:0\n',
      { kind: 'oneColumn', line: 1, found: 'training:unmonitored' },
      'Line 1: only one column was found, “training:unmonitored”. Divide columns by commas, semicolons, tabs or vertical bars.',
    ],
    [
      'no names',
      '\na,1,0\nb,1,1\n',
      { kind: 'noHeader', line: 2, found: '1' },
      'Line 2: “1” is no name of a column. The first line has to name the columns, such as training and unmonitored.',
    ],
    [
      'a column without a name',
      'training,,unmonitored\n1,x,1\n',
      { kind: 'noHeader', line: 1, found: '' },
      'Line 1: a column has no name.',
    ],
    [
      'controls',
      'a,b\n\u0001\u0002',
      { kind: 'binary', line: 2 },
      'Line 2: there is something other than text in “x.csv”. Save the table as CSV and bring that.',
    ],
  ])('%s', (_, text, fault, sentence) => {
    expect(faultOf(text)).toEqual(fault);
    expect(sheetFaultText(labels, '“x.csv”', fault)).toBe(sentence);
  });

  test('too many rows, or too much in them', () => {
    const rows = '1,0\n'.repeat(mostRows + 1);
    const tooLong = { kind: 'tooLong', line: mostRows + 2, most: mostRows } as const;
    expect(faultOf(`training,unmonitored\n${rows}`)).toEqual(tooLong);
    expect(sheetFaultText(labels, 'it', tooLong)).toMatch(/^Line 200,002: .* 200,000 are counted/);
    expect(faultOf('x'.repeat(mostBytes + 1))).toEqual({ kind: 'tooLarge', most: mostBytes });
    expect(sheetFaultText(labels, 'it', { kind: 'tooLarge', most: mostBytes })).toContain('5 MiB');
  });
});

describe('lines that cannot be counted', () => {
  test('are named with what stands there', () => {
    const counted = count(
      [
        'prompt_id,training,unmonitored',
        'a,1,0',
        '"two',
        'lines",maybe,0',
        'c,1',
        'd,1,0,1',
        'e,,1',
        'f,1,2',
        '',
        'g,0,0',
      ].join('\n'),
    );
    expect(sentences(counted)).toEqual([
      'Line 3: “maybe” is neither yes nor no (column “training”).',
      'Line 5: there are 2 cells and should be 3.',
      'Line 6: there are 4 cells and should be 3.',
      'Line 7: the cell under “training” is empty.',
      'Line 8: “2” is neither yes nor no (column “unmonitored”).',
    ]);
    expect([counted.used, counted.faultCount]).toEqual([2, 5]);
    expect(counted.counts.table).toEqual({ first: { yes: 1, no: 1 }, second: { yes: 0, no: 2 } });
  });

  test('rows divided otherwise than the names are named, not the names', () => {
    const counted = count(`${pairedHead}a;1;0\nb,1,1\nc;0;0\n`);
    expect(sentences(counted)).toEqual(
      [2, 4].map(
        (line) =>
          `Line ${line}: only one cell was found and should be 3. Is this line divided otherwise than the first?`,
      ),
    );
    expect(counted.used).toBe(1);
  });

  test('nonsense is named line by line', () => {
    const text = 'training,unmonitored\nlorem,ipsum\n<b>1</b>,=1+1\n1,0,"\n\u{1f600},\u202e1';
    expect(sentences(count(text)).map((said) => said.slice(0, 7))).toEqual([
      'Line 2:',
      'Line 3:',
      'Line 4:',
    ]);
  });

  test('a row whose quotation mark is never closed is named where it begins', () => {
    const counted = count(`${pairedHead}a,1,0\n"b,1,0\nc,0,0\n`);
    expect(sentences(counted)).toEqual([
      'Line 3: a quotation mark is not closed, or stands inside a cell.',
    ]);
    expect(counted.used).toBe(1);
  });

  test('the first ten are kept, in the order of the file, and all are counted', () => {
    const lines = Array.from({ length: 1200 }, (_, index) =>
      index % 40 === 20
        ? `p${index},1`
        : index % 40 === 0
          ? `p${index},perhaps,0`
          : `p${index},1,0`,
    );
    const counted = count(pairedHead + lines.join('\n'));
    expect(counted.faultCount).toBe(60);
    expect(counted.faults.map(({ line }) => line)).toEqual([
      2, 22, 42, 62, 82, 102, 122, 142, 162, 182,
    ]);
    expect(faultCountText(labels, 'the pasted rows', counted)).toBe(
      '60 lines of the pasted rows cannot be counted. The first 10:',
    );
    expect(counted.used).toBe(1140);
  });

  test('a stranger’s text is quoted short and on one line', () => {
    const counted = count(`${pairedHead}a,"${'no idea\n'.repeat(30)}",0\nb,1,1\n`);
    const [sentence] = sentences(counted);
    expect(sentence).toBe(
      'Line 2: “no idea no idea no idea no idea no idea…” is neither yes nor no (column “training”).',
    );
    expect(faultCountText(labels, '“x.csv”', counted)).toBe(
      'One line of “x.csv” cannot be counted:',
    );
  });
});

describe('fifty thousand rows', () => {
  const rows = Array.from({ length: 50_000 }, (_, index) =>
    index === 49_000
      ? `p${index},maybe,0`
      : `p${index},${index % 7 === 0 ? 1 : 0},${index % 11 === 0 ? 1 : 0}`,
  );
  const text = pairedHead + rows.join('\n');

  function follow<Result>(work: Generator<Progress, Result, undefined>) {
    const frames: Progress[] = [];
    for (;;) {
      const step = work.next();
      if (step.done) return { frames, result: step.value };
      frames.push(step.value);
    }
  }

  test('are read and counted in short stretches that tell how far they are, and keep their lines', () => {
    const reading = follow(readSheet({ text, parse: Papa.parse<string[]> }));
    const sheet = reading.result as Sheet;
    expect(sheet.rows).toHaveLength(50_000);
    const counting = follow(countReplies({ sheet, columns: columnsOf(recognise(sheet))! }));
    for (const [frames, all] of [
      [reading.frames, text.length],
      [counting.frames, 50_000],
    ] as const) {
      expect(frames.length).toBeGreaterThanOrEqual(100);
      expect(frames.every(({ done }, at) => at === 0 || done > frames[at - 1]!.done)).toBe(true);
      expect(frames.at(-1)).toEqual({ done: all, of: all });
    }
    const counted = counting.result;
    expect(sentences(counted)).toEqual([
      'Line 49,002: “maybe” is neither yes nor no (column “training”).',
    ]);
    const ones = rows.filter((row) => row.split(',')[1] === '1').length;
    expect(counted.counts.table.first).toEqual({ yes: ones, no: 49_999 - ones });
    expect(analyse(counted.counts).verdict).toBe('seen');
  });

  test('are told of while they are read, opened and counted', () => {
    const name = '“x.csv”';
    const progress = { done: 1500, of: 50_000 };
    expect(workText(labels, { kind: 'opening', name })).toBe('Opening “x.csv” …');
    expect(workText(labels, { kind: 'reading', name, progress })).toBe(
      'Reading “x.csv”: 2 of 49 KiB.',
    );
    expect(workText(labels, { kind: 'counting', name, progress })).toBe(
      'Counting “x.csv”: 1,500 of 50,000 rows.',
    );
  });
});

describe('the bytes of a file', () => {
  const text = 'prompt_id,training,unmonitored\ncafé,1,0\n';
  const utf8 = new TextEncoder().encode(text);
  const wide = (little: boolean) =>
    Uint8Array.from(
      [...text].flatMap((letter) => {
        const code = letter.charCodeAt(0);
        return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
      }),
    );

  test.each([
    ['UTF-8', utf8],
    ['UTF-8 with its mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])],
    ['UTF-16 as Windows writes it', Uint8Array.from([0xff, 0xfe, ...wide(true)])],
    ['UTF-16 the other way round', Uint8Array.from([0xfe, 0xff, ...wide(false)])],
    ['UTF-16 without a mark', wide(true)],
    ['UTF-16 the other way round, without a mark', wide(false)],
    ['Windows-1252', Uint8Array.from(text, (letter) => letter.charCodeAt(0))],
  ])('in %s', (_, bytes) => {
    expect(decode(bytes)).toBe(text);
  });

  test.each<[string, Uint8Array, SheetFault]>([
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      { kind: 'binary', line: 2 },
    ],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), { kind: 'workbook' }],
    ['too much', new Uint8Array(mostBytes + 1), { kind: 'tooLarge', most: mostBytes }],
  ])('of %s are refused', (_, bytes, fault) => {
    expect(decode(bytes)).toEqual(fault);
  });

  test('of an empty file are an empty text', () => {
    expect(decode(new Uint8Array())).toBe('');
  });
});

describe('four typed counts', () => {
  const typed = (a?: number, m?: number, b?: number, n?: number) => ({
    first: { complied: a, replies: m },
    second: { complied: b, replies: n },
  });

  test('become a table', () => {
    expect(readTyped(typed(2, 3, 1, 3))).toEqual(four);
  });

  test.each([
    [typed(2, 3, 4, 3), 'Unmonitored: 4 cannot have complied of 3.'],
    [typed(2, undefined, 1, 3), 'Training: both fields take a whole number from 0 to 200,000.'],
    [typed(2.5, 3, 1, 3), 'Training: both fields take a whole number from 0 to 200,000.'],
    [typed(2, 3, -1, 3), 'Unmonitored: both fields take a whole number from 0 to 200,000.'],
    [typed(2, 3, 1, 1e9), 'Unmonitored: both fields take a whole number from 0 to 200,000.'],
    [typed(0, 0, 1, 3), 'Training: without replies there is nothing to compare.'],
  ])('%j', (counts, sentence) => {
    const fault = readTyped(counts);
    if (!('kind' in fault)) throw new Error('This was accepted.');
    expect(typedFaultText(labels, fault)).toBe(sentence);
  });

  test('the example rounds to what was published', () => {
    const counts = readTyped(rebuiltExample);
    if ('kind' in counts) throw new Error('The example is no example.');
    const published = (id: string) => readEvidence().get(id)!.figures!['value']!;
    const { shares } = analyse(counts);
    const percent = (share: number) => Number((100 * share).toFixed(1));
    expect(percent(shares.first.share)).toBe(published('G24-001').value);
    expect(percent(shares.second.share)).toBe(published('G24-002').value);
    const { first, second } = shares;
    const error = Math.sqrt(
      (first.share * (1 - first.share) + second.share * (1 - second.share)) / 352,
    );
    expect(percent(error)).toBe(published('G24-004').se);
  });
});

describe('the analysis', () => {
  const of = (yes: number, all: number) => ({ yes, no: all - yes });
  const separate = (a: number, m: number, b: number, n: number) => ({
    table: { first: of(a, m), second: of(b, n) },
  });
  const paired = (both: number, onlyFirst: number, onlySecond: number, neither: number) => {
    const all = both + onlyFirst + onlySecond + neither;
    return {
      ...separate(both + onlyFirst, all, both + onlySecond, all),
      pairs: { both, onlyFirst, onlySecond, neither },
    };
  };

  test.each([
    ['tooFew', separate(3, 3, 0, 3)],
    ['tooFew', paired(0, 5, 0, 0)],
    ['fewDiffer', paired(40, 5, 0, 200)],
    ['noneSeen', separate(4, 40, 2, 40)],
    ['noneSeen', paired(10, 6, 4, 80)],
    ['seen', separate(50, 352, 10, 352)],
    ['seen', paired(1, 7, 0, 16)],
    ['reversed', separate(10, 352, 50, 352)],
    ['reversed', paired(3, 2, 22, 80)],
    ['unclear', separate(6, 20, 1, 20)],
  ])('%s', (verdict, counts) => {
    expect(analyse(counts).verdict).toBe(verdict);
  });

  test('uses the test and the interval that fit the design', () => {
    const counts = paired(8, 40, 2, 287);
    const analysis = analyse(counts);
    expect(analysis.p).toBe(mcnemarExact(40, 2));
    expect(analysis.fisher).toBe(fisherExact(counts.table));
    expect(analysis.gap).toBeCloseTo(38 / 337, 12);
    const apart = analyse({ table: counts.table });
    expect(apart.p).toBe(apart.fisher);
    expect(apart.interval).toEqual(gapInterval(counts.table, 0.95));
    // What both replies to a prompt have in common makes the gap surer.
    expect(analysis.interval.high - analysis.interval.low).toBeLessThan(
      apart.interval.high - apart.interval.low,
    );
  });

  test('reads in plain words, with the direction right', () => {
    const text = (counts: Parameters<typeof analyse>[0]) => reading(labels, analyse(counts));
    expect(text(separate(50, 352, 10, 352))).toContain('more often in training, by 11.4 points');
    expect(text(separate(50, 352, 10, 352))).toContain('It is not yet faking');
    const backwards = text(separate(10, 352, 50, 352));
    expect(backwards).toContain('more often unmonitored, by 11.4 points');
    expect(backwards).toContain('from 7.4 to 15.6 points');
    expect(text(separate(4, 40, 2, 40))).toContain('That does not mean there is none');
    expect(text(paired(40, 5, 0, 200))).toContain('conditions: 5.');
    for (const verdict of Object.values(labels.verdicts)) {
      expect(verdict).not.toMatch(/\bprov|signific/);
    }
  });

  test('stands in a table and in tests, McNemar’s first where there are pairs', () => {
    const tests = (counts: Parameters<typeof analyse>[0]) =>
      ownTests(labels, analyse(counts)).map(([name]) => name);
    expect(tests(paired(1, 7, 0, 16))[0]).toBe(labels.table.mcnemar);
    expect(tests(separate(8, 24, 1, 24))[0]).toBe(labels.table.fisher);
    const analysis = analyse(separate(50, 352, 10, 352));
    const shown = { analysis, name: 'it', repeated: 0, example: false };
    const table = ownTable(labels, published2024, shown);
    expect(table.rows[0]).toEqual(['Complied', '50', '10', '']);
    expect(table.rows[2]).toEqual(['Of 100', '14.2', '2.8', '11.4']);
    expect(table.rows.at(-1)).toEqual([labels.table.published, '14.2', '2.8', '11.3 ± 2.1']);
    expect(ownTable(labels, published2024, undefined).rows).toEqual([table.rows.at(-1)]);
    expect(ownTests(labels, analysis).at(-1)![1]).toBe('> 99.9');
    expect(ownTests(labels, analyse(separate(10, 352, 50, 352))).at(-1)![1]).toBe('< 0.1');
    const all = ownAll(labels, published2024, shown);
    expect(all.rows).toHaveLength(table.rows.length + 3);
    expect(all.rows.every((row) => row.length === all.columns.length)).toBe(true);
  });

  test('stands in the title with its direction and what else would fit', () => {
    const title = (counts: Parameters<typeof analyse>[0]) =>
      ownFinding(labels, { analysis: analyse(counts), name: 'it', repeated: 0, example: false });
    expect(title(separate(50, 352, 10, 352))).toBe(
      'In it, the model complied more often in training, by 11.4 points; from 7.4 to 15.6 would fit',
    );
    expect(title(separate(10, 352, 50, 352))).toContain(
      'more often unmonitored, by 11.4 points; from 7.4 to 15.6 would fit',
    );
    expect(title(separate(5, 50, 5, 50))).toContain('as often in both conditions; gaps from −');
  });

  test('of a condition without replies is refused', () => {
    expect(() => analyse(separate(0, 0, 1, 2))).toThrow(RangeError);
  });
});
