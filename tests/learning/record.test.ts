import fc from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { eventSchema, valueOf } from '../../src/learning/record-schema.ts';
import {
  emptyRecord,
  eventOf,
  join,
  standing,
  type LearnerRecord,
} from '../../src/learning/record.ts';

const seeded = { numRuns: 300 };

/** Small records whose ids, names and times often meet. */
const records: fc.Arbitrary<LearnerRecord> = fc.record({
  events: fc.array(
    fc.nat(12).map((number) => ({
      id: `${String(number).padStart(9, '0')}-aaaaaaaaaa`,
      at: number,
      kind: 'read' as const,
      lesson: `lesson-${number}`,
    })),
  ),
  documents: fc.array(
    fc.record({
      name: fc.constantFrom('worry-map', 'question/a', 'question/b'),
      at: fc.nat(3),
      value: fc.option(fc.string({ maxLength: 3 }), { nil: undefined }),
    }),
  ),
});

describe('joining two records', () => {
  test('gives the same in either order, in any grouping, and however often', () => {
    fc.assert(
      fc.property(records, records, records, (a, b, c) => {
        expect(join(a, b)).toEqual(join(b, a));
        expect(join(join(a, b), c)).toEqual(join(a, join(b, c)));
        expect(join(join(a, b), b)).toEqual(join(a, b));
      }),
      seeded,
    );
  });

  test('loses no event, and keeps the newest of each document', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        const both = join(a, b);
        const ids = new Set([...a.events, ...b.events].map(({ id }) => id));
        expect(both.events.map(({ id }) => id)).toEqual([...ids].sort());
        for (const { name, at } of [...a.documents, ...b.documents]) {
          expect(
            both.documents.find((document) => document.name === name)!.at,
          ).toBeGreaterThanOrEqual(at);
        }
      }),
      seeded,
    );
  });
});

test('an event fits its schema, sorts by time, and has an id of its own', () => {
  const first = eventOf({ kind: 'read', lesson: 'two-faces' }, 5);
  const second = eventOf({ kind: 'read', lesson: 'two-faces' }, 40);
  expect(v.parse(eventSchema, first)).toEqual(first);
  expect(first.id < second.id).toBe(true);
  // One and the same moment, and a clock that was set back.
  const rest = [40, 40, 3].map((at) => eventOf({ kind: 'read', lesson: 'two-faces' }, at).id);
  expect([second.id, ...rest]).toEqual([second.id, ...rest].sort());
  expect(eventOf({ kind: 'read', lesson: 'two-faces' }, 5).id).not.toBe(first.id);
});

test('what was taken back does not stand, nor does the taking back', () => {
  const read = eventOf({ kind: 'read', lesson: 'two-faces' }, 1);
  const tried = eventOf({ kind: 'tried', lesson: 'two-faces', figure: 'cue-switch' }, 2);
  expect(standing([read, tried, eventOf({ kind: 'withdrawn', of: read.id }, 3)])).toEqual([tried]);
});

test('a document is read through a schema, and one that does not fit is not there', () => {
  const record = join(emptyRecord, {
    events: [],
    documents: [{ name: 'a', at: 1, value: { n: 1 } }],
  });
  expect(valueOf(record, 'a', v.object({ n: v.number() }))).toEqual({ n: 1 });
  expect(valueOf(record, 'a', v.object({ n: v.string() }))).toBeUndefined();
  expect(valueOf(record, 'b', v.object({}))).toBeUndefined();
});
