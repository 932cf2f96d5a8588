import { expect, test } from 'vitest';
import { emptyRecord, eventOf } from '../../src/learning/record.ts';
import { ShellRecord } from '../../src/report/shell-record.ts';
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
