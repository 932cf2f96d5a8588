import { describe, expect, test } from 'vitest';
import { emptyRecord, eventOf } from '../../src/learning/record.ts';
import { ShellRecord } from '../../src/report/shell-record.ts';
import { readState } from '../../src/report/suspended-state.ts';
import { wholeCourse } from '../support/whole-course-plan.ts';

const { checks } = wholeCourse;
const answer = (index: number) =>
  eventOf({ kind: 'answered', check: checks[index]!.id, given: '1', right: true });
/** Text that no compression makes shorter. */
const noise = (length: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => byte.toString(36)).join('');

function shell(room = 4096, plan = wholeCourse) {
  const added: string[] = [];
  const from = { record: emptyRecord, aside: {} };
  const record = new ShellRecord(from, plan, room, (events) =>
    added.push(...events.map(({ id }) => id)),
  );
  return { record, added };
}

test('a note that does not fit is refused, changes nothing, and answers still find room', () => {
  const { record, added } = shell();
  const before = record.text;
  expect(() => record.writeDocument('question/robust-detection', noise(4000), [])).toThrow('full');
  expect(record.text).toBe(before);
  const events = checks.map((_, index) => answer(index));
  const { id } = record.readRecord();
  for (const event of events) record.addToRecord({ events: [event], documents: [] }, id);
  expect(added).toEqual(events.map((event) => event.id));
});

test('a note may not take the room of checks that are still to be answered', () => {
  const few = { ...wholeCourse, checks: checks.slice(0, 4) };
  const note = noise(1500);
  shell(4096, few).record.writeDocument('question/robust-detection', note, []);
  expect(() => shell().record.writeDocument('question/robust-detection', note, [])).not.toThrow();
  expect(() => shell(3000).record.writeDocument('question/robust-detection', note, [])).toThrow(
    'full',
  );
});

test('what counts goes in though what came with it does not fit, and only once', () => {
  const { record, added } = shell();
  const event = answer(0);
  const long = eventOf({
    kind: 'predicted',
    lesson: 'two-faces',
    figure: 'cue-lab',
    question: noise(450).slice(0, 900),
    outcome: noise(1000).slice(0, 2000),
  });
  const batch = {
    events: [
      event,
      long,
      {
        ...long,
        id: eventOf({ kind: 'read', lesson: 'x' }).id,
        question: noise(450).slice(0, 900),
      },
    ],
    documents: [],
  };
  expect(() => record.addToRecord(batch, undefined)).toThrow('full');
  expect(() => record.addToRecord(batch, undefined)).toThrow('full');
  expect(added).toEqual([event.id]);
  expect(record.readRecord().events).toEqual([event]);
});

test('the record of another session is not added to', () => {
  const { record } = shell();
  const { id } = record.readRecord();
  record.replaceRecord(emptyRecord);
  expect(() => record.addToRecord({ events: [answer(0)], documents: [] }, id)).toThrow('replaced');
});

test('documents that a page has not seen are set aside and come back', () => {
  const { record } = shell();
  record.writeDocument('worry-map', { a: 1 }, []);
  expect(record.writeDocument('worry-map', { a: 2 }, [])).toEqual([{ a: 1 }]);
  expect(record.readDocument('worry-map')).toEqual({ value: { a: 2 }, aside: [{ a: 1 }] });
  expect(record.writeDocument('worry-map', { a: 3 }, [JSON.stringify({ a: 2 })])).toEqual([
    { a: 1 },
  ]);
  expect(record.writeDocument('worry-map', undefined, 'all')).toEqual([]);
  expect(record.readDocument('worry-map')).toEqual({ value: undefined, aside: [] });
});

describe('a state that is kept in few characters and unfolds to many', () => {
  const pasted = 'The model said what it was trained to say. '.repeat(1000);
  const back = ({ text }: ShellRecord) => readState(text, wholeCourse);

  test('is refused before it could not be read back, and answers still find room', () => {
    const { record, added } = shell(64_000);
    const write = (index: number, note: string) =>
      record.writeDocument(`question/note-${index}`, note, 'all');
    expect(() => Array.from({ length: 9 }, (_, index) => write(index, pasted))).toThrow('full');
    expect(record.text.length).toBeLessThan(8000);
    for (let length = pasted.length; ; length -= 200) {
      try {
        write(9, pasted.slice(0, length));
        break;
      } catch (error) {
        expect(error).toMatchObject({ why: 'full' });
      }
    }
    expect(back(record)!.record.documents).toEqual(record.record.documents);
    const events = checks.map((_, index) => answer(index));
    for (const event of events) record.addToRecord({ events: [event], documents: [] }, undefined);
    expect(added).toHaveLength(checks.length);
    expect(back(record)!.record.events).toHaveLength(checks.length);
  });

  test('is thinned where that is enough', () => {
    const { record } = shell(64_000);
    const foretold = (index: number) =>
      eventOf({
        ...{ kind: 'predicted', lesson: 'two-faces', figure: 'cue-switch' },
        ...{ question: `How many of 100, round ${index % 40}?`, outcome: pasted.slice(0, 200) },
      });
    const events = Array.from({ length: 1200 }, (_, index) => foretold(index));
    record.addToRecord({ events, documents: [] }, undefined);
    expect(back(record)!.record.events).toHaveLength(40);
  });

  test('may not hold more values than are read back either', () => {
    const { record } = shell(64_000);
    const zeros = new Array<number>(60_000).fill(0);
    record.writeDocument('one', zeros, []);
    expect(() => record.writeDocument('two', zeros, [])).toThrow('full');
    expect(back(record)!.record.documents).toHaveLength(1);
  });
});
