import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { ankiText, type AnkiCard } from '../../src/learning/anki.ts';

const cards: AnkiCard[] = [
  { id: 'one/a', front: 'A “question”?\nA: yes\tB: "no"', back: '#B', tags: ['one', 'apply'] },
  { id: 'one/b', front: '', back: ';,|', tags: [] },
];

test('any text comes back out of the file as it went in', () => {
  const lines = ankiText(cards, 'Unwatched').split('\n');
  const head = lines.findIndex((line) => !line.startsWith('#'));
  const { data, errors } = Papa.parse<string[]>(lines.slice(head).join('\n').trimEnd(), {
    delimiter: '\t',
  });
  expect(errors).toEqual([]);
  expect(data).toEqual(cards.map(({ id, front, back, tags }) => [id, front, back, tags.join(' ')]));
});

test('the head says how to read it', () => {
  const head = ankiText([], 'Unwatched').split('\n').slice(0, -1);
  expect(head).toContain('#separator:tab');
  expect(head).toContain('#guid column:1');
  expect(head.every((line) => line.startsWith('#'))).toBe(true);
});
