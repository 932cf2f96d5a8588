import { parse, type GIFTQuestion, type MultipleChoice, type TextFormat } from 'gift-pegjs';
import { describe, expect, test, vi } from 'vitest';
import fc from '../../support/fast-check.ts';
import {
  head,
  hostileQuestions,
  hostileText,
  readHtml,
  realCourse,
  seen,
} from '../../support/bank.ts';
import { gift } from '../../../src/teach/banks/gift.ts';
import { oneLine, stemOf } from '../../../src/teach/banks/bank.ts';
import type { BankQuestion } from '../../../src/teach/course.ts';

vi.mock('astro:content', () => import('../../support/astro-content.ts'));

/** A parsed question as far as it has to say what the check said. */
function said(question: GIFTQuestion) {
  if (question.type === 'Category' || question.type === 'Description') return { ...question };
  const text = (part: TextFormat | null) => {
    expect(part?.format).toBe('html');
    return readHtml(part!.text);
  };
  const base = {
    title: question.title,
    stem: text(question.stem),
    after: text(question.globalFeedback),
  };
  if (question.type === 'Matching') {
    const pairs = question.matchPairs.map(({ subquestion, subanswer }) => [
      text(subquestion),
      subanswer,
    ]);
    return { ...base, pairs };
  }
  if (question.type === 'Numerical') {
    if (!Array.isArray(question.choices)) throw new Error('There is only one answer.');
    const numbers = question.choices.map(({ isCorrect, weight, text: number, feedback }) => ({
      isCorrect,
      weight,
      number,
      feedback: text(feedback),
    }));
    return { ...base, numbers };
  }
  const choices = (question as MultipleChoice).choices.map(
    ({ isCorrect, weight, text: words, feedback }) => ({
      isCorrect,
      weight,
      text: text(words),
      feedback: text(feedback),
    }),
  );
  return { ...base, choices };
}

/** What a parser has to find of a check. */
function meant(question: BankQuestion) {
  const { id, kind, options, order, numeric } = question;
  const title = oneLine(seen(id)).replace(/&(?=&)/g, '& ');
  const base = { title, after: expect.stringContaining(seen(question.objective)) as string };
  if (kind === 'order') {
    return {
      ...base,
      stem: `${seen(question.stem)}\n${head.words.places}`,
      pairs: order.map(({ text }, index) => [seen(text), String(index + 1)]),
    };
  }
  const stem = seen(stemOf(question, head.words));
  if (numeric) {
    const { answer: number, tolerance: range, feedback } = numeric;
    return {
      ...base,
      stem,
      numbers: [
        {
          isCorrect: true,
          weight: 100,
          number: { type: 'range', number, range },
          feedback: seen(feedback.right),
        },
        {
          isCorrect: true,
          weight: 0,
          number: {
            type: 'high-low',
            numberHigh: number,
            numberLow: Math.floor(number) - 1_000_000,
          },
          feedback: seen(feedback.low),
        },
        {
          isCorrect: false,
          weight: null,
          number: { format: 'html', text: '*' },
          feedback: seen(feedback.high),
        },
      ],
    };
  }
  const right = options.filter(({ correct }) => correct).length;
  const share = (of: number) => expect.closeTo(100 / of, 5) as number;
  return {
    ...base,
    stem,
    choices: options.map(({ text, correct, feedback }) => ({
      text: seen(text),
      feedback: seen(feedback),
      isCorrect: kind === 'single' && correct,
      weight:
        kind === 'single'
          ? null
          : correct
            ? share(right)
            : (expect.closeTo(-100 / (options.length - right), 5) as number),
    })),
  };
}

/** The questions of a bank as the strict parser reads them, after its category. */
function parsed(text: string) {
  const [category, ...questions] = parse(text);
  return { category: category as { type: string; title: string }, questions };
}

describe('a bank as GIFT', () => {
  test('says the same of every check of the course', async () => {
    const course = await realCourse();
    const checks = course.lessons.flatMap((lesson) => lesson.checks);
    const { text, leftOut } = gift(checks, head);
    expect(leftOut).toEqual([]);
    const { category, questions } = parsed(text);
    expect(category).toEqual({ type: 'Category', title: 'Unwatched 1.2.3: Two faces' });
    expect(questions.map(said)).toEqual(checks.map(meant));
    expect(new Set(checks.map(({ kind }) => kind)).size).toBe(4);
    const ids = questions.map((question) => (question as { id?: string }).id);
    expect(ids).toEqual(checks.map(({ id }) => id));
  });

  test('says the same of checks whose texts hold every sign with a meaning', () => {
    fc.assert(
      fc.property(hostileQuestions, hostileText, (questions, title) => {
        const { text } = gift(questions, { ...head, title });
        const bank = parsed(text);
        expect(bank.category.type).toBe('Category');
        expect(bank.questions.map(said)).toEqual(questions.map(meant));
      }),
      { numRuns: 400 },
    );
  });

  test('names a title with slashes as one category', () => {
    expect(gift([], { ...head, title: 'This/that' }).text).toContain(
      '$CATEGORY: Unwatched 1.2.3: This//that\n',
    );
  });

  test('leaves out an order of two things, and says so in the file as well', () => {
    const item = { text: 'a', feedback: 'b' };
    const short: BankQuestion = {
      ...{ id: 'two-faces/short', kind: 'order', stem: 'Which?', options: [], objective: 'o' },
      ...{ order: [item, item], bloom: 'apply', sources: [] },
    };
    const { text, leftOut } = gift([short], head);
    expect(leftOut).toEqual([{ id: 'two-faces/short', why: head.words.why.twoItems }]);
    expect(text.split('\n')[1]).toBe(
      `// Not in this file: two-faces/short. ${head.words.why.twoItems}`,
    );
    expect(parsed(text).questions).toEqual([]);
  });
});
