import { describe, expect, test } from 'vitest';
import { largestReceipt, writeReceipt } from '../../src/learning/receipt.ts';
import {
  learnerRows,
  objectiveRows,
  openQuestions,
  questionRows,
  shuffled,
} from '../../src/teach/receipt-tables.ts';
import {
  emptyPile,
  filesToRead,
  flagsOf,
  learnersOf,
  mostBytes,
  readReceipts,
  type Choices,
  type HandedFile,
  type Pile,
} from '../../src/teach/receipts.ts';
import fc from '../support/fast-check.ts';
import { fileOf, handedFile, receiptOf, smallCourse, type Work } from '../support/receipt-class.ts';

const hand = (name: string, work: Work) => handedFile(smallCourse, name, work);
const never = new AbortController().signal;
const quiet = () => undefined;
const read = (files: HandedFile[], pile: Pile = emptyPile) =>
  readReceipts(pile, filesToRead(files, 500).files, never, quiet);
const site = smallCourse.version;
const ada = { name: 'Ada', made: 2_000 };

const changed = (work: Work) => writeReceipt(receiptOf(smallCourse, work)).replace('Ada', 'Eve');

/** Everything that the page shows, without what only tells rows apart. */
function shownOf(pile: Pile) {
  const rows = learnerRows(learnersOf(pile.handed, new Map()), { site });
  const handed = rows.map((row) => row.handed);
  const questions = questionRows(smallCourse, handed);
  return {
    rows: rows.map(({ handed: { id: _, ...own }, learner, ...row }) => [
      ...[own, learner.number, learner.name, learner.handed.length],
      row,
    ]),
    questions,
    objectives: objectiveRows(questions.rows),
    open: openQuestions(smallCourse, rows).map((question) => [
      question.title,
      shuffled(question).map(({ text, row }) => [text, row.learner.number]),
    ]),
    unread: pile.unread,
    copies: pile.copies,
  };
}

describe('the files to be read', () => {
  const files = ['b.json', 'a.txt', 'class/x.JSON', 'class/.DS_Store'].map((name) =>
    fileOf(name, ''),
  );
  test('come in the order of their names; of a folder only those of the right kind', () => {
    const plan = filesToRead(files, 500);
    expect(plan.files.map(({ name }) => name)).toEqual(['a.txt', 'b.json', 'class/x.JSON']);
    expect(plan).toMatchObject({ passedOver: 1, tooMany: 0 });
  });
  test('are as many as there is room for', () => {
    expect(filesToRead(files, 2)).toMatchObject({ tooMany: 1 });
    expect(filesToRead(files, 0).files).toEqual([]);
    expect(filesToRead(files, -1)).toMatchObject({ files: [], tooMany: 3 });
  });
});

describe('reading', () => {
  test('keeps on after each file that is no receipt, and says what is wrong with it', async () => {
    const whole = writeReceipt(receiptOf(smallCourse, ada));
    const pile = await read([
      hand('a.json', ada),
      fileOf('empty.json', ''),
      fileOf('cut.json', whole.slice(0, -40)),
      fileOf('foreign.json', '{"name":"Ada"}'),
      fileOf('prototype.json', `{"__proto__":{"polluted":true},${whole.slice(1)}`),
      fileOf('deep.json', '['.repeat(100_000)),
      fileOf('newer.json', whole.replace('"version": 2', '"version": 99')),
      fileOf('wrong.json', whole.replace('"read": true', '"read": "<script>"')),
      fileOf('page.json', '<script>alert(1)</script>'),
      { name: 'picture.json', content: new Blob([new Uint8Array([0xff, 0xd8, 0xff])]) },
      { name: 'huge.json', content: new Blob([new Uint8Array(largestReceipt + 1)]) },
    ]);
    expect(pile.handed.map(({ file }) => file)).toEqual(['a.json']);
    expect(Object.fromEntries(pile.unread.map(({ file, fault }) => [file, fault]))).toEqual({
      'empty.json': 'empty',
      'cut.json': 'truncated',
      'foreign.json': 'foreign',
      'prototype.json': 'foreign',
      'deep.json': 'deep',
      'newer.json': 'newer',
      'wrong.json': 'damaged',
      'page.json': 'notJson',
      'picture.json': 'notText',
      'huge.json': 'large',
    });
    expect(pile.unread.find(({ file }) => file === 'wrong.json')?.where).toBe('lessons, 1, read');
    expect({}).not.toHaveProperty('polluted');
  });

  test('never opens a file that is too large', async () => {
    const content = { size: 60 * 2 ** 20, arrayBuffer: () => Promise.reject(new Error('opened')) };
    const pile = await read([{ name: 'huge.json', content: content as unknown as Blob }]);
    expect(pile.unread).toEqual([{ file: 'huge.json', fault: 'large', where: '' }]);
  });

  test('takes no more than a page can keep', async () => {
    const pile = await read([hand('a.json', ada)], { ...emptyPile, bytes: mostBytes - 10 });
    expect(pile.unread).toEqual([{ file: 'a.json', fault: 'together', where: '' }]);
  });

  test('tells a copy from a receipt that only bears the same checksum', async () => {
    const copy = JSON.stringify(receiptOf(smallCourse, ada));
    const pile = await read([
      hand('a.json', ada),
      fileOf('b.json', copy),
      fileOf('c.json', changed(ada)),
    ]);
    expect(pile.copies).toEqual([{ file: 'b.json', of: 'a.json' }]);
    expect(pile.handed.map(({ file, intact }) => [file, intact])).toEqual([
      ['a.json', true],
      ['c.json', false],
    ]);
    const again = await read([fileOf('d.json', copy), hand('e.json', { name: 'Bo' })], pile);
    expect(again.copies).toHaveLength(2);
    expect(new Set(again.handed.map(({ id }) => id)).size).toBe(3);
  });

  test('stops when it is told to, and keeps what it has', async () => {
    const stop = new AbortController();
    const files = Array.from({ length: 400 }, (_, index) =>
      hand(`${index}.json`, { name: `Learner ${index}` }),
    );
    const pile = await readReceipts(emptyPile, files, stop.signal, () => stop.abort());
    expect(pile.handed.length).toBeGreaterThan(0);
    expect(pile.handed.length).toBeLessThan(400);
  });

  test('gives the page a turn, and 500 receipts come in together', async () => {
    const answers: Work['answers'] = [['first/one', '1', true]];
    const long = { ...smallCourse, lessons: Array(20).fill(smallCourse.lessons).flat() };
    const files = Array.from({ length: 500 }, (_, index) =>
      handedFile(long, `${index}.json`, {
        ...{
          name: `Learner ${index}`,
          answers,
          notes: { 'open-one': 'What I found. '.repeat(50) },
        },
      }),
    );
    const turns: number[] = [];
    const start = performance.now();
    const pile = await readReceipts(emptyPile, files, never, () => {
      turns.push(performance.now());
    });
    const took = performance.now() - start;
    const stretches = turns.map((at, index) => at - (turns[index - 1] ?? start));
    process.stdout.write(
      `500 receipts of ${Math.round(pile.bytes / 500 / 1024)} KiB: ${Math.round(took)} ms, ` +
        `longest stretch ${Math.round(Math.max(...stretches))} ms\n`,
    );
    expect(pile.handed).toHaveLength(500);
    expect(turns.length).toBeGreaterThan(1);
  });
});

describe('learners', () => {
  const counted = async (files: HandedFile[], choices: Choices = new Map()) => {
    const learners = learnersOf((await read(files)).handed, choices);
    return learners.map(({ name, counted: own }) => [name, own.map(({ file }) => file)]);
  };
  const [old, young] = [hand('old.json', ada), hand('young.json', { ...ada, made: 9_000 })];

  test('count once, by the newest receipt', async () => {
    expect(await counted([old, young])).toEqual([['Ada', ['young.json']]]);
  });

  test('are the same under other capitals, spaces and forms of a letter', async () => {
    const names = ['Zoë  Ng', ' zoe\u0308 ng'];
    const files = names.map((name, made) => hand(`${made}.json`, { name, made }));
    expect(await counted(files)).toEqual([['zoe\u0308 ng', ['1.json']]]);
  });

  test('count by a receipt whose checksum fits before a newer one that was changed', async () => {
    const forged = fileOf(
      'forged.json',
      changed({ ...ada, made: 99_000 })
        .replace('"Eve"', '"Ada"')
        .replace('true', 'false'),
    );
    expect(await counted([old, forged])).toEqual([['Ada', ['old.json']]]);
  });

  test('count as the teacher says', async () => {
    const { handed } = await read([old, young]);
    const id = handed.find(({ file }) => file === 'old.json')!.id;
    expect(await counted([old, young], new Map([['name ada', id]]))).toEqual([
      ['Ada', ['old.json']],
    ]);
    expect(await counted([old, young], new Map([['name ada', 'all']]))).toEqual([
      ['Ada', ['young.json', 'old.json']],
    ]);
  });

  test('without a name, or called like what every object has, stand for themselves', async () => {
    const names = ['', '', '__proto__', 'constructor', '<script>alert(1)</script>'];
    const files = names.map((name, index) => hand(`${index}.json`, { name, made: index }));
    expect((await counted(files)).map(([name]) => name).sort()).toEqual([...names].sort());
  });
});

describe('flags', () => {
  const set = { id: '0'.repeat(16), title: 'Week 2' };
  const flagged = async (files: HandedFile[], assignment?: { id: string; due: number }) => {
    const learners = learnersOf((await read(files)).handed, new Map());
    return learners.flatMap((learner) =>
      learner.counted.map((one) => flagsOf(one, learner, { site, assignment })),
    );
  };
  const due = { id: set.id, due: 5_000 };

  test.each<[string, HandedFile[], { id: string; due: number } | undefined, string[]]>([
    ['nothing', [hand('a.json', { ...ada, assignment: set })], due, []],
    ['nothing without an assignment', [hand('a.json', { ...ada, assignment: set })], undefined, []],
    ['a changed file', [fileOf('a.json', changed(ada))], undefined, ['changed']],
    ['no assignment', [hand('a.json', ada)], due, ['noAssignment']],
    [
      'another assignment',
      [hand('a.json', { ...ada, assignment: { ...set, id: 'f'.repeat(16) } })],
      ...([due, ['otherAssignment']] as [typeof due, string[]]),
    ],
    [
      'a late one',
      [hand('a.json', { ...ada, made: 5_001, assignment: set })],
      ...([due, ['late']] as [typeof due, string[]]),
    ],
    ['another version', [hand('a.json', { ...ada, site: '0.9' })], undefined, ['otherVersion']],
    ['no name', [hand('a.json', { made: 1 })], undefined, ['nameless']],
    [
      'a second one',
      [hand('a.json', ada), hand('b.json', { ...ada, made: 1 })],
      ...([undefined, ['again']] as [undefined, string[]]),
    ],
  ])('say %s', async (_, files, assignment, expected) => {
    expect(await flagged(files, assignment)).toEqual([expected]);
  });
});

test('what is shown does not hang on the order of the files', async () => {
  const works: Work[] = ['Ada', 'Ada', 'Bo', '', 'Cy', 'bo'].map((name, index) => ({
    ...{ name, made: 1_000 * (index % 3), predicted: [`outcome ${index}`] },
    answers: [['first/one', String(index % 3), index % 3 === 1]],
    notes: { 'open-one': `note ${index}` },
  }));
  const files = [
    ...works.map((work, index) => hand(`${index}.json`, work)),
    hand('copy.json', works[2]!),
    fileOf('changed.json', changed(works[0]!)),
    fileOf('foreign.json', '{}'),
  ];
  const expected = shownOf(await read(files));
  expect(expected.copies).toEqual([{ file: 'copy.json', of: '2.json' }]);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(files, { minLength: files.length, maxLength: files.length }),
      async (turned) => {
        expect(shownOf(await read(turned))).toEqual(expected);
      },
    ),
    { numRuns: 30 },
  );
});
