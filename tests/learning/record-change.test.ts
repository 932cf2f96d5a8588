import { describe, expect, test } from 'vitest';
import { changeBy, since } from '../../src/learning/record-change.ts';
import { dumpText } from '../../src/learning/record-dump.ts';
import { emptyRecord, eventOf, join, type LearnerRecord } from '../../src/learning/record.ts';

const read = (lesson: string, at: number) => eventOf({ kind: 'read', lesson }, at);
const [one, two, three] = [read('one', 1), read('two', 2), read('three', 3)];
const note = (name: string, at: number, value?: unknown) => ({
  name,
  at,
  ...(value !== undefined && { value }),
});

const kept: LearnerRecord = {
  events: [one, two],
  documents: [
    note('cleared', 5),
    note('cleared-again', 5),
    note('mine-newer', 5, 'mine'),
    note('mine-older', 5, 'mine'),
    note('mine-only', 5, 'mine'),
    note('same', 5, 'both'),
  ],
};
const file: LearnerRecord = {
  events: [two, three],
  documents: [
    note('cleared', 4, 'back'),
    note('cleared-again', 6, 'back'),
    note('mine-newer', 4, 'theirs'),
    note('mine-older', 6, 'theirs'),
    note('never-here', 6),
    note('new', 1, 'theirs'),
    note('same', 9, 'both'),
  ],
};

describe('what a file would change', () => {
  test('is told by entries and by names', () => {
    expect(changeBy(file, kept)).toEqual({
      fresh: 1,
      known: 1,
      only: 1,
      newer: ['mine-older'],
      older: ['cleared', 'mine-newer'],
      same: ['same'],
      added: ['cleared-again', 'new'],
      missing: ['mine-only'],
    });
  });

  test('is nothing where the file is what is kept', () => {
    expect(changeBy(kept, kept)).toMatchObject({
      fresh: 0,
      only: 0,
      newer: [],
      older: [],
      added: [],
      missing: [],
    });
  });

  test('is what adding it then does', () => {
    const { newer, older, added } = changeBy(file, kept);
    const after = new Map(join(kept, file).documents.map(({ name, value }) => [name, value]));
    expect(newer.map((name) => after.get(name))).toEqual(['theirs']);
    expect(older.map((name) => after.get(name))).toEqual([undefined, 'mine']);
    expect(added.map((name) => after.get(name))).toEqual(['back', 'theirs']);
  });
});

describe('undoing', () => {
  test('keeps what was done since', () => {
    const later = { events: [three], documents: [note('mine-only', 9, 'later')] };
    expect(since(kept, join(kept, later))).toEqual(later);
    expect(since(kept, kept)).toEqual(emptyRecord);
    expect(since(emptyRecord, later)).toEqual(later);
  });
});

test('a dump shows whatever can be shown, and names the rest', () => {
  const round: Record<string, unknown> = {};
  round['self'] = round;
  const text = dumpText({ events: [{ id: 1n }, round, undefined], documents: [] });
  expect(JSON.parse(text)).toEqual({
    events: [{ id: '1' }, '[object Object]', null],
    documents: [],
  });
});
