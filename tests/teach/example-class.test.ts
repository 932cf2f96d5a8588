import { expect, test } from 'vitest';
import { exampleClass } from '../../src/teach/example-class.ts';
import { learnerRows, openQuestions, questionRows } from '../../src/teach/receipt-tables.ts';
import { emptyPile, flags, learnersOf, readReceipts } from '../../src/teach/receipts.ts';
import { interfaceText } from '../support/interface-text.ts';
import { smallCourse } from '../support/receipt-class.ts';

const words = interfaceText.receipts.example;
const textsOf = () =>
  Promise.all(exampleClass(smallCourse, words).map(({ content }) => content.text()));

test('the made-up class is always the same, and says of every name and text that it is made up', async () => {
  const texts = await textsOf();
  expect(texts).toHaveLength(12);
  expect(await textsOf()).toEqual(texts);
  const all = [...words.names, ...words.notes, ...words.outcomes, words.prediction];
  expect(all.filter((text) => !/made up/i.test(text))).toEqual([]);
});

test('each oddity that needs no assignment is in it, and the rest can be read', async () => {
  const files = exampleClass(smallCourse, words);
  const { signal } = new AbortController();
  const pile = await readReceipts(emptyPile, files, signal, () => undefined);
  expect(pile).toMatchObject({ unread: [], copies: [] });
  const rows = learnerRows(learnersOf(pile.handed, new Map()), { site: smallCourse.version });
  expect(rows).toHaveLength(11);
  const seen = new Set(rows.flatMap((row) => row.flags));
  expect(flags.filter((flag) => !/assignment|late/i.test(flag) && !seen.has(flag))).toEqual([]);
  const questions = questionRows(
    smallCourse,
    rows.map(({ handed }) => handed),
  );
  for (const { answered, lastRight, unclear } of questions.rows) {
    expect(answered).toBeGreaterThan(0);
    expect(lastRight).toBeGreaterThan(0);
    expect(unclear).toBe(0);
  }
  expect(openQuestions(smallCourse, rows)).toHaveLength(3);
});
