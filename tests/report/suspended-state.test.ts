import { describe, expect, test } from 'vitest';
import { eventOf, standing, type Deed, type LearningEvent } from '../../src/learning/record.ts';
import { readState, thinned, writeState } from '../../src/report/suspended-state.ts';
import fc from '../support/fast-check.ts';
import { wholeCourse } from '../support/whole-course-plan.ts';

const ids = wholeCourse.checks.map(({ id }) => id);
const start = Date.UTC(2026, 10, 2, 9);

/** What a learner sees of an event: not its id, and times to the second. */
const seen = ({ id: _, at, ...rest }: LearningEvent) => ({ ...rest, at: Math.floor(at / 1000) });

const slug = fc.stringMatching(/^[a-z]{1,8}(-[a-z]{1,8}){0,2}$/);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc
    .record(
      {
        kind: fc.constant('answered' as const),
        check: fc.oneof(fc.constantFrom(...ids), fc.constant('a-lesson/out-of-the-plan')),
        given: fc.string({ maxLength: 12 }),
        right: fc.boolean(),
        sure: fc.double({ min: 0, max: 100, noNaN: true }).map((sure) => sure + 0),
        review: fc.constant(true as const),
      },
      { requiredKeys: ['kind', 'check', 'given', 'right'] },
    )
    .map((answered) => answered as Deed),
  fc.record({ kind: fc.constant('read' as const), lesson: slug }),
  fc.record({ kind: fc.constant('tried' as const), lesson: slug, figure: slug }),
  fc.record({
    kind: fc.constant('predicted' as const),
    lesson: slug,
    figure: slug,
    question: fc.string({ unit: 'grapheme', maxLength: 60 }),
    outcome: fc.string({ unit: 'grapheme', maxLength: 60 }),
  }),
);
const events = fc
  .array(fc.tuple(deed, fc.integer({ min: -90_000, max: 900_000 })), { maxLength: 60 })
  .map((rows) => {
    let at = start;
    return rows.map(([one, after]) => eventOf(one, (at += after)));
  });
const documents = fc
  .uniqueArray(slug, { maxLength: 4 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.record({ name: fc.constant(name), at: fc.nat(), value: fc.string() }),
      ),
    ),
  );

/** Every check answered so often, by turns wrong and right, a minute and some seconds apart. */
const answers = (times: number) =>
  Array.from({ length: times }, (_, time) =>
    ids.map((check, index) =>
      eventOf(
        {
          kind: 'answered',
          check,
          given: ['0', '1 3', '3 1 0 2', '12.5'][index % 4]!,
          right: (index * 7 + time * 3) % 5 > 1,
          sure: (index * 17) % 101,
        },
        start + (time * ids.length + index) * 67_831,
      ),
    ),
  ).flat();

describe('the suspended state', () => {
  test('comes back as it was, to the second', () => {
    fc.assert(
      fc.property(events, documents, (made, kept) => {
        const aside = kept[0] ? { [kept[0].name]: [kept[0].value] } : {};
        const text = writeState({ record: { events: made, documents: kept }, aside }, wholeCourse)!;
        expect(text).toMatch(/^1\.[0-9a-f]{8}[\w+/=]*$/);
        const back = readState(text, wholeCourse)!;
        expect(back.record.events.map(seen)).toEqual(made.map(seen));
        expect(back.record.documents).toEqual(kept);
        expect(back.aside).toEqual(aside);
        // What comes after it sorts after it.
        const next = eventOf({ kind: 'read', lesson: 'two-faces' }, 0);
        expect(back.record.events.every(({ id }) => id < next.id)).toBe(true);
      }),
    );
  });

  test('has room in SCORM 1.2 for every check of the course answered twice, and every lesson read', () => {
    const read = wholeCourse.lessons.map((lesson) => eventOf({ kind: 'read', lesson }));
    const record = { events: [...answers(2), ...read], documents: [] };
    expect(ids.length).toBeGreaterThan(70);
    const text = writeState({ record, aside: {} }, wholeCourse)!;
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(readState(text, wholeCourse)!.record.events.map(seen)).toEqual(record.events.map(seen));
  });

  test('is thinned to the first and the last answer of each check', () => {
    const all = { events: answers(9), documents: [] };
    const few = thinned(all);
    expect(few.events).toEqual([
      ...all.events.slice(0, ids.length),
      ...all.events.slice(-ids.length),
    ]);
    expect(writeState({ record: few, aside: {} }, wholeCourse)!.length).toBeLessThanOrEqual(4096);
  });

  test('leaves out what was taken back', () => {
    const [first, second] = answers(1);
    const back = eventOf({ kind: 'withdrawn', of: first!.id });
    const text = writeState(
      { record: { events: [first!, second!, back], documents: [] }, aside: {} },
      wholeCourse,
    )!;
    const { record } = readState(text, wholeCourse)!;
    expect(standing(record.events).map(seen)).toEqual([seen(second!)]);
  });

  test('is read as none where it is damaged', () => {
    const text = writeState(
      { record: { events: answers(1), documents: [] }, aside: {} },
      wholeCourse,
    )!;
    const other = (at: number) => (text[at] === 'A' ? 'B' : 'A');
    fc.assert(
      fc.property(fc.nat(text.length - 1), (at) => {
        expect(readState(text.slice(0, at) || ' ', wholeCourse)).toBeUndefined();
        const changed = text.slice(0, at) + other(at) + text.slice(at + 1);
        expect(readState(changed, wholeCourse)).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (junk) => {
        expect(readState(junk, wholeCourse)).toBeUndefined();
      }),
    );
    expect(readState('', wholeCourse)!.record.events).toEqual([]);
  });
});
