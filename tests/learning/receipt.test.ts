import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { fnv1a64 } from '../../src/learning/fingerprint.ts';
import {
  canonical,
  largestReceipt,
  makeReceipt,
  readReceipt,
  readReceiptFile,
  receiptFileName,
  writeReceipt,
  type ReceiptCourseLesson,
  type ReceiptWish,
} from '../../src/learning/receipt.ts';
import { eventOf, type Deed, type LearnerRecord } from '../../src/learning/record.ts';

const lesson: ReceiptCourseLesson = {
  slug: 'two-faces',
  title: 'Two faces',
  figures: ['cue-switch'],
  checks: ['two-faces/a', 'two-faces/b'],
  objectives: [
    { check: 'two-faces/a', objective: 'say which way round', bloom: 'remember' },
    { check: 'two-faces/b', objective: 'keep the size in mind', bloom: 'apply' },
  ],
};
const question = {
  id: 'robust-detection',
  question: 'Can detection be made more robust?',
  steps: ['one', 'two'].map((id) => ({ id, text: '' })),
};

let clock = 1_700_000_000_000;
const did = (deed: Deed) => eventOf(deed, (clock += 1000));
const answered = (given: string, right: boolean, sure?: number) =>
  did({
    kind: 'answered',
    check: 'two-faces/a',
    given,
    right,
    ...(sure !== undefined && { sure }),
  });
const mistaken = answered('3', true);
const guess = (outcome: string) =>
  did({ kind: 'predicted', lesson: 'two-faces', figure: 'cue-switch', question: 'How?', outcome });
const record: LearnerRecord = {
  events: [
    answered('0', false, 75),
    answered('1', true, 95),
    mistaken,
    did({ kind: 'withdrawn', of: mistaken.id }),
    guess('early'),
    guess('late <b>“14”</b>'),
    did({ kind: 'read', lesson: 'two-faces' }),
    did({ kind: 'read', lesson: 'another' }),
  ],
  documents: [
    {
      name: 'question/robust-detection',
      at: 5,
      value: { state: 'working', ticked: ['one', 'gone'], note: '# Mine\n<script>' },
    },
  ],
};
const wish: ReceiptWish = {
  site: '0.1.0',
  made: 1_700_000_100_000,
  name: '  Ada ',
  lessons: [lesson],
  questions: [question],
  notes: true,
};
const receipt = makeReceipt(record, wish);
const text = writeReceipt(receipt);
const fault = (source: string) => {
  const reading = readReceipt(source);
  return 'fault' in reading ? reading.fault : undefined;
};

describe('a receipt', () => {
  test('says for each objective how its check was answered', () => {
    expect(receipt.lessons[0]?.checks).toEqual([
      {
        check: 'two-faces/a',
        objective: 'say which way round',
        bloom: 'remember',
        tries: 2,
        given: '1',
        right: true,
        firstRight: false,
        sure: 95,
        time: record.events[1]!.at,
      },
      {
        check: 'two-faces/b',
        objective: 'keep the size in mind',
        bloom: 'apply',
        tries: 0,
      },
    ]);
  });

  test('holds the last prediction, the state of the questions and the name', () => {
    expect(receipt.name).toBe('Ada');
    expect(receipt.lessons.map(({ lesson: slug, read }) => [slug, read])).toEqual([
      ['two-faces', true],
    ]);
    expect(receipt.lessons[0]?.predictions.map(({ outcome }) => outcome)).toEqual([
      'late <b>“14”</b>',
    ]);
    expect(receipt.questions).toEqual([
      {
        question: 'robust-detection',
        title: question.question,
        state: 'working',
        done: 1,
        steps: 2,
        note: '# Mine\n<script>',
      },
    ]);
  });

  test('holds no note, question or name that the learner left out', () => {
    const { questions } = makeReceipt(record, { ...wish, notes: false });
    expect(questions?.[0]).not.toHaveProperty('note');
    const bare = makeReceipt(record, { ...wish, name: ' ', questions: [] });
    expect(bare).not.toHaveProperty('questions');
    expect(bare).not.toHaveProperty('name');
  });

  test('comes back as it was made', () => {
    expect(readReceipt(text)).toEqual({ receipt, intact: true });
  });

  test('says of which lessons single checks were asked, and nothing else', () => {
    const lessons = [lesson, { ...lesson, slug: 'another', checksOnly: true as const }];
    const made = makeReceipt(record, { ...wish, lessons });
    expect(made.lessons.map(({ checksOnly }) => checksOnly)).toEqual([undefined, true]);
    expect(readReceipt(writeReceipt(made))).toEqual({ receipt: made, intact: true });
  });

  test('that was made before it said so can still be read', () => {
    const first = { ...receipt, version: 1 as const, checksum: undefined };
    const old = { ...first, checksum: fnv1a64(canonical(first)) };
    expect(readReceipt(writeReceipt(old))).toEqual({ receipt: old, intact: true });
  });

  test('comes back from a file with a byte order mark, and with its members in another order', async () => {
    const { format, ...others } = receipt;
    const turned = JSON.stringify({ ...others, format });
    expect(await readReceiptFile(new Blob(['\uFEFF', turned]))).toMatchObject({ intact: true });
  });

  test.each([
    ['the name', '"Ada"', '"Eve"'],
    ['an answer', '"given": "1"', '"given": "2"'],
    ['a result', '"firstRight": false', '"firstRight": true'],
    ['the checksum', receipt.checksum, '0'.repeat(16)],
  ])('that was changed in %s is read, and known', (_, before, after) => {
    expect(readReceipt(text.replace(before, after))).toMatchObject({ intact: false });
  });

  test('with every note at its longest, in any script, can be read again', async () => {
    const questions = Array.from({ length: 11 }, (_, index) => ({ ...question, id: `q-${index}` }));
    const documents = questions.map(({ id }) => ({
      name: `question/${id}`,
      at: 1,
      value: { state: 'answered', ticked: [], note: '漢'.repeat(50_000) },
    }));
    const large = writeReceipt(makeReceipt({ events: [], documents }, { ...wish, questions }));
    expect(await readReceiptFile(new Blob([large]))).toMatchObject({ intact: true });
  });
});

describe('a receipt is refused', () => {
  test.each([
    ['empty', ''],
    ['truncated', text.slice(0, 300)],
    ['notJson', 'Dear diary'],
    ['repeated', text.replace('"version"', '"version": 2, "version"')],
    ['foreign', '{"format":"unwatched-record","version":1}'],
    ['foreign', 'null'],
    ['foreign', text.replace('"name"', '"__proto__"')],
    ['newer', text.replace('"version": 2', '"version": 3')],
    ['damaged', text.replace('"version": 2', '"version": 0')],
    ['damaged', text.replace('"tries": 2', '"tries": -2')],
    ['damaged', text.replace('"sure": 95', '"sure": 1e999')],
    ['damaged', text.replace('"name"', '"constructor"')],
    ['damaged', text.replace(receipt.checksum, 'x')],
    ['deep', '['.repeat(1_000_000)],
    ['many', `[${'0,'.repeat(100_000)}0]`],
    ['large', ' '.repeat(largestReceipt + 1)],
  ])('as %s', (why, source) => {
    expect(fault(source)).toBe(why);
  });

  test('with the place that does not fit', () => {
    expect(readReceipt(text.replace('"tries": 2', '"tries": "2"'))).toEqual({
      fault: 'damaged',
      where: 'lessons, 1, checks, 1, tries',
    });
  });

  test.each([
    ['%PDF-1.7\n', 'pdf'],
    ['PK\u0003\u0004\u0014', 'zip'],
    ['%PD', 'notJson'],
    ['', 'empty'],
  ])('as another kind of file: %j', async (beginning, fault) => {
    expect(await readReceiptFile(new Blob([beginning]))).toMatchObject({ fault });
  });

  test('before it is read where it is too large, and as not text', async () => {
    const large = {
      size: largestReceipt + 1,
      arrayBuffer: () => Promise.reject(new Error('was read')),
    };
    expect(await readReceiptFile(large as unknown as Blob)).toEqual({ fault: 'large' });
    expect(await readReceiptFile(new Blob([new Uint8Array([0xff, 0xfe, 0x7b])]))).toEqual({
      fault: 'notText',
    });
  });
});

test('a mutated receipt is refused, found out, or says the same', () => {
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 4 }), fc.nat(8), (at, put, cut) => {
      const reading = readReceipt(text.slice(0, at) + put + text.slice(at + cut));
      if ('fault' in reading || !reading.intact) return true;
      return canonical(reading.receipt) === canonical(receipt);
    }),
    { numRuns: 2000 },
  );
});

describe('the checksum', () => {
  // The published test vectors of FNV-1a with 64 bits.
  test.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('of “%s” is %s', (source, sum) => expect(fnv1a64(source)).toBe(sum));

  test('agrees with arithmetic in whole numbers of any size', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (source) => {
        let sum = 0xcbf29ce484222325n;
        for (const byte of new TextEncoder().encode(source)) {
          sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
        }
        return fnv1a64(source) === sum.toString(16).padStart(16, '0');
      }),
    );
  });

  test('does not depend on the order of members', () => {
    expect(canonical({ b: [1, { d: 'x', c: null }], a: undefined })).toBe(
      '{"b":[1,{"c":null,"d":"x"}]}',
    );
  });
});

describe('the name of the file', () => {
  const made = Date.UTC(2026, 10, 20);
  const nameOf = (name: string, title?: string) =>
    receiptFileName(
      makeReceipt(record, {
        ...wish,
        name,
        made,
        ...(title !== undefined && { assignment: { id: '0123456789abcdef', title } }),
      }),
    );

  test.each([
    ['', undefined, 'unwatched-receipt-2026-11-20.json'],
    ['Ada', undefined, 'unwatched-receipt-Ada-2026-11-20.json'],
    ['Zoë O’Neil', 'Week 2: limits', 'unwatched-receipt-Week-2-limits-Zoë-O-Neil-2026-11-20.json'],
    ['李雷', '', 'unwatched-receipt-李雷-2026-11-20.json'],
    ['../..\\con:*?', '…', 'unwatched-receipt-con-2026-11-20.json'],
  ])('of “%s” for “%s”', (name, title, file) => {
    expect(nameOf(name, title)).toBe(file);
  });

  test('fits into a file system, whatever stands in it', () => {
    const unit = fc.string({ unit: 'binary', maxLength: 120 });
    fc.assert(
      fc.property(unit, unit, (name, title) => {
        const file = nameOf(name, title);
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255);
        expect(file).toMatch(/^unwatched-receipt(-[\p{L}\p{M}\p{N}]+)*-2026-11-20\.json$/u);
      }),
    );
  });
});
