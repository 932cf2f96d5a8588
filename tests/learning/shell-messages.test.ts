import { describe, expect, test } from 'vitest';
import { eventOf } from '../../src/learning/record.ts';
import {
  longestMessage,
  readAnswer,
  readQuestion,
  writeMessage,
  type Question,
} from '../../src/learning/shell-messages.ts';
import fc from '../support/fast-check.ts';

const record = {
  events: [eventOf({ kind: 'answered', check: 'two-faces/x', given: '0 2', right: true })],
  documents: [{ name: 'worry-map', at: 3, value: { a: [1, 'two', null] } }],
};
const questions: Question[] = [
  { turn: 1, ask: 'readRecord' },
  { turn: 2, ask: 'addToRecord', record, expected: '1-2-3-4' },
  { turn: 3, ask: 'replaceRecord', record },
  { turn: 4, ask: 'readDocument', name: 'question/robust-detection' },
  { turn: 5, ask: 'writeDocument', name: 'worry-map', value: [1], known: ['[2]'] },
];
const named = (json: unknown) => `unwatched-record 1 ${JSON.stringify(json)}`;

describe('messages between a page and its shell', () => {
  test.each(questions)('$ask arrives as it was asked, and is no answer', (question) => {
    const message = writeMessage(question)!;
    expect(readQuestion(message)).toEqual(question);
    expect(readAnswer(message)).toBeUndefined();
  });

  test('an answer arrives, also one that is empty, and is no question', () => {
    for (const answer of [
      { turn: 1, answer: { a: 1 } },
      { turn: 2 },
      { turn: 3, refused: 'full' as const },
    ]) {
      const message = writeMessage(answer)!;
      expect(readAnswer(message)).toEqual(answer);
      expect(readQuestion(message)).toBeUndefined();
    }
  });

  test('what is too long is neither written nor read', () => {
    const value = 'x'.repeat(longestMessage);
    expect(writeMessage({ turn: 1, answer: value })).toBeUndefined();
    expect(readAnswer(named({ turn: 1, answer: value }))).toBeUndefined();
    expect(readAnswer(named({ turn: 1, answer: value.slice(100) }))).toBeDefined();
  });

  test.each([
    ['no string', { turn: 1, ask: 'readRecord' }],
    ['no name', JSON.stringify({ turn: 1, ask: 'readRecord' })],
    ['no JSON', 'unwatched-record 1 {'],
    ['a further member', named({ turn: 1, ask: 'readRecord', name: 'Ada' })],
    ['another question', named({ turn: 1, ask: 'discardStore' })],
    ['a bad name', named({ turn: 1, ask: 'readDocument', name: '../x' })],
    [
      'a bad event',
      named({ turn: 1, ask: 'replaceRecord', record: { events: [{}], documents: [] } }),
    ],
    ['a prototype', 'unwatched-record 1 {"turn":1,"ask":"readRecord","__proto__":{}}'],
    ['great depth', `unwatched-record 1 ${'['.repeat(5000)}`],
  ])('%s is not read', (_, message) => {
    expect(readQuestion(message)).toBeUndefined();
  });

  test('anything else is not read either', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.json().map((json) => `unwatched-record 1 ${json}`),
        ),
        (data) => {
          expect(readQuestion(data)).toBeUndefined();
        },
      ),
    );
  });
});
