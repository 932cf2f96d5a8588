import { describe, expect, test, vi } from 'vitest';
import fc from '../../support/fast-check.ts';
import { head, hostileQuestion, readHtml, realCourse, seen } from '../../support/bank.ts';
import { below, readXml, textAt, type XmlElement } from '../../support/read-xml.ts';
import { moodleXml } from '../../../src/teach/banks/moodle-xml.ts';
import { stemOf } from '../../../src/teach/banks/bank.ts';
import type { BankQuestion } from '../../../src/teach/course.ts';

vi.mock('astro:content', () => import('../../support/astro-content.ts'));

/** The marks that Moodle 4.5 takes for an answer, in hundredths, besides 0 and 100. */
const moodleMarks = [
  ...[90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667],
  ...[14.28571, 12.5, 11.11111, 10, 5],
];

const answersOf = (question: XmlElement) =>
  below(question, 'answer').map((answer) => ({
    mark: Number(answer.attributes['fraction']),
    text: textAt(answer, 'text'),
    feedback: readHtml(textAt(answer, 'feedback', 'text')),
    tolerance: below(answer, 'tolerance').map(({ text }) => Number(text)),
    format: answer.attributes['format'],
  }));

/** What Moodle says to a number: it takes the first answer that is as near as its tolerance, or a hair more. */
function replyTo(question: XmlElement, number: number) {
  const fits = answersOf(question).find(
    ({ text, tolerance: [reach = 0] }) =>
      text === '*' ||
      Math.abs(number - Number(text)) <= reach + 1e-14 * Math.max(reach, Math.abs(Number(text))),
  )!;
  return [fits.mark, fits.feedback];
}

function expectToSay(element: XmlElement, question: BankQuestion) {
  const { id, kind, options, order, numeric, bloom } = question;
  expect(textAt(element, 'name', 'text')).toBe(seen(id));
  expect(textAt(element, 'idnumber')).toBe(seen(id));
  expect(readHtml(textAt(element, 'questiontext', 'text'))).toBe(
    seen(stemOf(question, head.words)),
  );
  const after = readHtml(textAt(element, 'generalfeedback', 'text'));
  expect(after).toContain(seen(question.objective));
  for (const source of question.sources) expect(after).toContain(seen(source));
  expect(below(element, 'tags', 'tag').map((tag) => textAt(tag, 'text'))[1]).toBe(bloom);
  const answers = answersOf(element);
  if (numeric) {
    const { answer, tolerance, feedback } = numeric;
    expect(element.attributes['type']).toBe('numerical');
    const [low, right, high] = [feedback.low, feedback.right, feedback.high].map(seen);
    for (const number of [answer, answer - tolerance, answer + tolerance]) {
      expect(replyTo(element, number)).toEqual([100, right]);
    }
    for (const off of [0.001, 1, 5000]) {
      expect(replyTo(element, answer - tolerance - off)).toEqual([0, low]);
      expect(replyTo(element, answer + tolerance + off)).toEqual([0, high]);
    }
    expect(below(element, 'units', 'unit', 'unit_name').map(({ text }) => text)).toEqual(
      ['%', 'points'].includes(numeric.unit) ? [numeric.unit] : [],
    );
    return;
  }
  const parts = kind === 'order' ? order : options;
  expect(answers.map(({ text, feedback }) => [readHtml(text), feedback])).toEqual(
    parts.map(({ text, feedback }) => [seen(text), seen(feedback)]),
  );
  expect(answers.every(({ format }) => format === 'html')).toBe(true);
  if (kind === 'order') {
    expect(element.attributes['type']).toBe('ordering');
    // Without it Moodle cannot store the question, and breaks off the import.
    expect(textAt(element, 'shownumcorrect')).toBe('1');
    expect(answers.map(({ mark }) => mark)).toEqual(order.map((_, index) => index + 1));
    for (const { feedback } of order) expect(after).toContain(seen(feedback));
    return;
  }
  expect(element.attributes['type']).toBe('multichoice');
  expect(textAt(element, 'single')).toBe(String(kind === 'single'));
  const marks = answers.map(({ mark }) => mark);
  const sum = (of: number[]) => of.reduce((all, mark) => all + mark, 0);
  expect(sum(marks.filter((mark) => mark > 0))).toBeCloseTo(100, 3);
  expect(marks.map((mark) => mark > 0)).toEqual(options.map(({ correct }) => correct));
  if (kind === 'multiple') {
    expect(sum(marks)).toBeCloseTo(0, 3);
    for (const mark of marks) expect([100, ...moodleMarks]).toContain(Math.abs(mark));
  } else expect(marks.filter((mark) => mark !== 0)).toEqual([100]);
}

describe('a bank as Moodle XML', () => {
  test('says the same of every check of the course', async () => {
    const course = await realCourse();
    const checks = course.lessons.flatMap((lesson) => lesson.checks);
    const { text, leftOut } = moodleXml(checks, { ...head, title: 'All/of it' });
    expect(leftOut).toEqual([]);
    const [category, ...questions] = below(await readXml(text), 'question');
    expect(category!.attributes['type']).toBe('category');
    expect(textAt(category!, 'category', 'text')).toBe('Unwatched 1.2.3: All//of it');
    expect(questions).toHaveLength(checks.length);
    questions.forEach((question, index) => expectToSay(question, checks[index]!));
  });

  test('says the same of checks whose texts hold every sign with a meaning', async () => {
    const checks = fc.sample(hostileQuestion, { numRuns: 500, seed: 45 });
    const { text } = moodleXml(checks, { ...head, title: ']]></text> & <b>' });
    const [category, ...questions] = below(await readXml(text), 'question');
    expect(textAt(category!, 'category', 'text')).toBe('Unwatched 1.2.3: ]]><//text> & <b>');
    questions.forEach((question, index) => expectToSay(question, checks[index]!));
    expect(questions).toHaveLength(500);
  });

  test('is well-formed without a single question', async () => {
    expect(below(await readXml(moodleXml([], head).text), 'question')).toHaveLength(1);
  });
});
