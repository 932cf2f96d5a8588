import fc from '../support/fast-check.ts';
import { describe, expect, test, vi } from 'vitest';
import { emptyRecord, eventOf, join, type LearnerRecord } from '../../src/learning/record.ts';
import {
  largestFile,
  mostEntries,
  parseRecord,
  readRecordFile,
  writeRecordFile,
} from '../../src/learning/record-file.ts';

const record: LearnerRecord = join(emptyRecord, {
  events: [
    eventOf({ kind: 'read', lesson: 'two-faces' }, 1_700_000_000_000),
    eventOf(
      { kind: 'answered', check: 'two-faces/spot-the-faker', given: '0', right: true, sure: 80 },
      1_700_000_100_000,
    ),
    eventOf(
      {
        kind: 'predicted',
        lesson: 'the-experiment',
        figure: 'experiment-replay',
        question: 'How many?',
        outcome: 'You said 40 “of 100”. <b>It was 14</b>',
      },
      1_700_000_200_000,
    ),
  ],
  documents: [
    {
      name: 'question/robust-detection',
      at: 5,
      value: { note: '# Hé\n<script>alert(1)</script>' },
    },
    { name: 'worry-map', at: 9 },
  ],
});
const text = writeRecordFile(record);
const fault = (source: string) => {
  const reading = parseRecord(source);
  return 'fault' in reading ? reading.fault : undefined;
};

describe('a file that was exported', () => {
  test('comes back as it was, and is written again to the byte', () => {
    const reading = parseRecord(text);
    expect(reading).toEqual({ record });
    expect('record' in reading && writeRecordFile(reading.record)).toBe(text);
  });

  test('is the same whatever order the record was in', () => {
    const turned = {
      events: [...record.events].reverse(),
      documents: [...record.documents].reverse(),
    };
    expect(writeRecordFile(turned)).toBe(text);
  });

  test('may begin with a byte order mark', async () => {
    expect(await readRecordFile(new Blob(['\uFEFF', text]))).toEqual({ record });
  });
});

describe('a file is refused', () => {
  test.each([
    ['empty', ''],
    ['empty', ' \n'],
    ['truncated', text.slice(0, text.length / 2)],
    ['truncated', text.trimEnd().slice(0, -1)],
    ['notJson', 'Dear diary'],
    ['notJson', text.replace('"events"', 'events')],
    ['notJson', text.replace('"at":5', '"at":Infinity')],
    ['repeated', text.replace('"version":1', '"version":2,"version":1')],
    ['foreign', '{"format":"photo-album","version":1}'],
    ['foreign', '[1,2,3]'],
    ['foreign', 'null'],
    ['foreign', text.replace('"note"', '"__proto__"')],
    ['newer', text.replace('"version":1', '"version":2')],
    ['damaged', text.replace('"right":true', '"right":"yes"')],
    ['damaged', text.replace('"kind":"read"', '"kind":"flown"')],
    ['damaged', text.replace('"at":5', '"at":1e999')],
    ['damaged', text.replace('"sure":80', '"sure":80,"__proto_":{}')],
    ['deep', '['.repeat(5_000_000)],
    ['deep', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['many', `[${'0,'.repeat(1_000_000)}0]`],
  ])('as %s', (why, source) => {
    expect(fault(source)).toBe(why);
  });

  test('as too many entries', () => {
    const rows = Array.from({ length: mostEntries + 1 }, () => '{}').join(',');
    expect(
      fault(`{"format":"unwatched-record","version":1,"events":[${rows}],"documents":[]}`),
    ).toBe('many');
  });

  test('with the entry that does not fit', () => {
    expect(parseRecord(text.replace('"right":true', '"right":"yes"'))).toEqual({
      fault: 'damaged',
      where: 'events, 2',
    });
  });

  test('before it is read where it is larger than the site reads', async () => {
    const large = {
      size: largestFile + 1,
      arrayBuffer: () => Promise.reject(new Error('was read')),
    };
    expect(await readRecordFile(large as unknown as Blob)).toEqual({ fault: 'large' });
  });

  test.each([
    ['binary', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00])],
  ])('as not text: %s', async (_, bytes) => {
    expect(await readRecordFile(new Blob([bytes]))).toEqual({ fault: 'notText' });
  });

  test('but not for a fault of ours', async () => {
    vi.resetModules();
    vi.doMock('../../src/learning/json-shape.ts', () => ({
      readPlainJson: () => {
        throw new Error('ours');
      },
    }));
    const { readRecordFile: readByFault } = await import('../../src/learning/record-file.ts');
    await expect(readByFault(new Blob(['{}']))).rejects.toThrow('ours');
    vi.doUnmock('../../src/learning/json-shape.ts');
  });

  test('and nobody gets a prototype through it', () => {
    parseRecord(text.replace('"note"', '"__proto__"'));
    expect(({} as Record<string, unknown>)['note']).toBeUndefined();
  });
});

test('a mutated file is refused or gives a record that can be written again', () => {
  const seeded = { numRuns: 10_000 };
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 4 }), fc.nat(8), (at, put, cut) => {
      const reading = parseRecord(text.slice(0, at) + put + text.slice(at + cut));
      if ('fault' in reading) return true;
      const written = writeRecordFile(reading.record);
      return JSON.stringify(parseRecord(written)) === JSON.stringify({ record: reading.record });
    }),
    seeded,
  );
});
