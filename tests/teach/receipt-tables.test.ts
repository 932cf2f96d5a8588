import { describe, expect, test } from 'vitest';
import {
  choicesOf,
  learnerRows,
  objectiveRows,
  openQuestions,
  questionRows,
  shuffled,
} from '../../src/teach/receipt-tables.ts';
import { learnersOf, type Handed } from '../../src/teach/receipts.ts';
import { receiptOf, smallCourse, type Work } from '../support/receipt-class.ts';

const handed = (...works: Work[]): Handed[] =>
  works.map((work, id) => ({
    ...{ id, file: `${id}.json`, intact: true },
    receipt: receiptOf(smallCourse, work),
  }));
const rowsOf = (all: Handed[]) =>
  learnerRows(learnersOf(all, new Map()), { site: smallCourse.version });
const [one, several, order, number] = smallCourse.lessons.flatMap(({ checks }) => checks);

const ada: Work = {
  name: 'Ada',
  answers: [
    ['first/one', '0', false],
    ['first/one', '1', true],
    ['first/several', '0 2', true],
    ['next/number', '20', false],
  ],
  notes: { 'open-two': 'A note', 'open-one': '  ' },
  predicted: ['more often', 'less often'],
};
const bo: Work = {
  name: 'Bo',
  answers: [['first/one', '2', false]],
  notes: { 'open-two': 'Another', 'open-one': 'First' },
};

test('a learner’s row counts checks once and spans the times in the receipt', () => {
  const row = rowsOf(handed(ada))[0]!;
  expect(row).toMatchObject({
    ...{ lessons: 2, read: 1, asked: 4, answered: 3, firstRight: 1, lastRight: 2 },
  });
  expect(row.to! - row.from!).toBe(4 * 60_000);
  expect(rowsOf(handed({ name: 'Nobody' }))[0]).toMatchObject({
    ...{ answered: 0, from: undefined, to: undefined },
  });
});

test('a lesson that only lends a check is none to be read', () => {
  const all = handed(ada);
  const { receipt } = all[0]!;
  for (const lesson of receipt.lessons.slice(1)) lesson.checksOnly = true;
  expect(rowsOf(all)[0]).toMatchObject({ lessons: 1, read: 1, asked: 4 });
});

describe('questions', () => {
  const { rows } = questionRows(smallCourse, handed(ada, bo));

  test('say how many answered, and how many rightly at first and at last', () => {
    expect(rows.map(({ question, ...row }) => [question.id, row.asked, row.answered])).toEqual([
      ...[['first/one', 2, 2], ['first/several', 2, 1], ['next/order', 2, 0]], // prettier-ignore
      ['next/number', 2, 1],
    ]);
    expect(rows[0]).toMatchObject({ firstRight: 0, lastRight: 1 });
  });

  test('say which answers were given, in words', () => {
    expect(rows[0]!.choices).toEqual([
      { text: 'none', correct: false, chosen: 0 },
      { text: 'some', correct: true, chosen: 1 },
      { text: 'all', correct: false, chosen: 1 },
    ]);
    expect(rows[3]!.choices).toEqual([{ text: '20 %', correct: false, chosen: 1 }]);
  });

  test('of another course are counted and never listed', () => {
    const other = handed(ada);
    const checks = other[0]!.receipt.lessons[0]!.checks;
    for (const check of ['first/gone', '__proto__/x', 'constructor/x']) {
      checks.push({ ...checks[0]!, check });
    }
    const table = questionRows(smallCourse, other);
    expect(table.elsewhere).toBe(3);
    expect(table.rows).toHaveLength(4);
  });

  test('that a receipt lists twice count once', () => {
    const other = handed(ada);
    const { checks } = other[0]!.receipt.lessons[0]!;
    checks.push({ ...checks[0]!, right: false });
    expect(questionRows(smallCourse, other).rows[0]).toMatchObject({ asked: 1, lastRight: 1 });
  });
});

describe('given answers', () => {
  const chosen = (question: typeof one, ...given: string[]) => {
    const { choices, unclear } = choicesOf(question!, given);
    return [...choices.map((choice) => choice.chosen), unclear];
  };
  test.each([
    ['one of several', one, ['0', '1', '1', '3', '-1', '', 'x', '0x1', '0 1'], [1, 2, 0, 6]],
    ['several', several, ['0 2', '1', '0 0', '2 9'], [1, 1, 1, 2]],
    ['things in place', order, ['0 1 2', '1 0 2', '0 1', '0 1 2 3'], [1, 1, 2, 2]],
    ['numbers', number, ['14', '9', '14', 'NaN', ' ', 'Infinity'], [1, 2, 3]],
  ])('are told apart: %s', (_, question, given, expected) => {
    expect(chosen(question, ...given)).toEqual(expected);
  });

  test('that are numbers are right within the tolerance, in order, and not endless', () => {
    const { choices } = choicesOf(number!, ['15', '13', '15.1']);
    expect(choices.map(({ text, correct }) => [text, correct])).toEqual([
      ...[['13 %', true], ['15 %', true]], // prettier-ignore
      ['15.1 %', false],
    ]);
    const many = choicesOf(
      number!,
      Array.from({ length: 500 }, (_, index) => String(index)),
    );
    expect(many.choices).toHaveLength(40);
    expect(many.unclear).toBe(460);
  });
});

test('objectives add up their questions, apart by lesson and level', () => {
  const { rows } = questionRows(smallCourse, handed(ada, bo));
  expect(
    objectiveRows(rows).map(({ lesson, objective, checks, asked, answered }) => [
      ...[lesson.number, objective, checks, asked, answered],
    ]),
  ).toEqual([
    [1, 'say how many', 1, 2, 2],
    [1, 'keep the size in mind', 1, 2, 1],
    [2, 'keep the size in mind', 2, 4, 1],
  ]);
});

describe('open answers', () => {
  const open = openQuestions(smallCourse, rowsOf(handed(ada, bo)));

  test('stand by question: notes in the order of the course, then the last predictions', () => {
    expect(open.map(({ title, answers }) => [title, answers.length])).toEqual([
      ['Can it be measured?', 1],
      ['Can it be trained away?', 2],
      ['How does it come out?', 1],
    ]);
    expect(open[2]!.answers[0]!.text).toBe('less often');
  });

  test('stand in an order that differs from question to question, and loses nobody', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({
      ...{ name: `Learner ${index}`, notes: { 'open-one': `${index}`, 'open-two': `${index}` } },
    }));
    const orders = openQuestions(smallCourse, rowsOf(handed(...many))).map((question) =>
      shuffled(question).map(({ text }) => text),
    );
    expect(orders[0]).not.toEqual(orders[1]);
    expect([...orders[0]!].sort()).toEqual([...orders[1]!].sort());
  });
});
