import { vi } from 'vitest';
import fc from './fast-check.ts';
import { interfaceText } from './interface-text.ts';
import type { BankHead } from '../../src/teach/banks/bank.ts';
import type { BankQuestion, Course } from '../../src/teach/course.ts';

/**
 * The course as the site writes it into `/teach/course.json`. The test file has to put
 * `tests/support/astro-content.ts` in the place of `astro:content`.
 */
export async function realCourse(): Promise<Course> {
  vi.doMock('../../src/lib/text.ts', () => ({ interfaceText: async () => interfaceText }));
  const { wholeCourse } = await import('../../src/teach/whole-course.ts');
  return wholeCourse();
}

export const head: BankHead = {
  name: 'Unwatched',
  version: '1.2.3',
  title: 'Two faces',
  words: interfaceText.banks,
};

/** Text that every format has a meaning for. */
const hostileParts = [
  ...['~', '=', '#', '{', '}', ':', '\\', '->', '%', '%50%', '####', '::', '//', '$CATEGORY:'],
  ...['[html]', '[x]', '&&058;', '&amp;', '&lt;', '<b>', '</text>', ']]>', '<![CDATA[', '"', "'"],
  ...['\n', '\r\n', '\n\n', '\\n', '\\\\', '{T}', '{#1:2}', '=a', '~b', '<!--', '-->', '<?x?>'],
  ...['\u0000', '\u0008', '\ud800', '\ufffe', '\u00a0', '𝄞', 'é', '漢', '$1', "$'", '{title}'],
];

/** Text with at least a letter in it, made of what formats trip over. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...hostileParts), fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 8,
  })
  .map((parts) => `x${parts.join('')}y`);

const option = fc.record({ text: hostileText, feedback: hostileText });

const answers = (rightFrom: number, rightTo: (of: number) => number) =>
  fc.array(option, { minLength: 3, maxLength: 6 }).chain((options) =>
    fc
      .subarray([...options.keys()], {
        minLength: rightFrom,
        maxLength: rightTo(options.length),
      })
      .map((right) => options.map((one, index) => ({ ...one, correct: right.includes(index) }))),
  );

const common = {
  id: hostileText,
  stem: hostileText,
  objective: hostileText,
  bloom: fc.constantFrom('apply', 'analyse'),
  sources: fc.array(hostileText, { maxLength: 2 }),
  options: fc.constant<BankQuestion['options']>([]),
  order: fc.constant<BankQuestion['order']>([]),
};

/** A check of any kind, each of whose texts may hold anything. */
export const hostileQuestion: fc.Arbitrary<BankQuestion> = fc.oneof(
  fc.record({ ...common, kind: fc.constant('single' as const), options: answers(1, () => 1) }),
  fc.record({
    ...common,
    kind: fc.constant('multiple' as const),
    options: answers(1, (of) => of - 1),
  }),
  fc.record({
    ...common,
    kind: fc.constant('order' as const),
    order: fc.array(option, { minLength: 3, maxLength: 6 }),
  }),
  fc.record({
    ...common,
    kind: fc.constant('numeric' as const),
    numeric: fc.record({
      answer: fc.integer({ min: -9_000, max: 90_000 }).map((tenths) => tenths / 10),
      tolerance: fc.integer({ min: 0, max: 200 }).map((tenths) => tenths / 10),
      unit: fc.constantFrom('%', '', 'share', 'points', 'right answers'),
      printed: hostileText,
      computed: fc.boolean(),
      feedback: fc.record({ low: hostileText, high: hostileText, right: hostileText }),
    }),
  }),
);

/** Questions with ids of their own. */
export const hostileQuestions = fc.uniqueArray(hostileQuestion, {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 4,
});

/**
 * What a reader sees of text that went through a format: no signs that no file can hold, one kind of line
 * end, no blanks around it.
 */
export const seen = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

/** Reads HTML as it is made for banks: text, entities and breaks, and nothing else. */
export function readHtml(markup: string): string {
  const text = markup.replaceAll('<br>', '\n');
  if (/[<>"]/.test(text)) throw new Error(`There is markup in “${markup}”.`);
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return text.replace(/&(\w*);?/g, (entity, name: string) => {
    const sign = signs[name];
    if (sign === undefined || !entity.endsWith(';')) throw new Error(`“${entity}” is no entity.`);
    return sign;
  });
}
