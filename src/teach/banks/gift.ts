/**
 * Question banks as GIFT, plain text that a teacher can change by hand.
 *
 * @see https://docs.moodle.org/en/GIFT_format
 */
import { fill } from '../../lib/fill.ts';
import {
  afterwards,
  bankTitle,
  decimal,
  html,
  oneLine,
  shares,
  stemOf,
  storable,
  type Bank,
  type BankHead,
  type LeftOut,
} from './bank.ts';
import { lowerRange } from './numeric.ts';
import type { BankQuestion } from '../course.ts';

/**
 * A bank in one category, called after the site, its version and the title. Things to be put in order
 * become pairs of a thing and its place; what is left out is said at the head of the text as well.
 */
export function gift(questions: BankQuestion[], head: BankHead): Bank {
  const { words } = head;
  const leftOut = questions.flatMap((question): LeftOut[] =>
    question.kind === 'order' && question.order.length < 3
      ? [{ id: question.id, why: words.why.twoItems }]
      : [],
  );
  const kept = questions.filter(({ id }) => !leftOut.some((left) => left.id === id));
  // In a category's name a slash is written twice, and a backslash cannot be written at all.
  const category = storable(bankTitle(head)).replaceAll('\\', '').replaceAll('/', '//');
  return {
    text: [
      [
        comment(bankTitle(head)),
        ...leftOut.map(({ id, why }) => comment(fill(words.leftOut, { id, why }))),
      ].join('\n'),
      `$CATEGORY: ${category}`,
      ...kept.map((question) => questionText(question, head)),
      '',
    ].join('\n\n'),
    leftOut,
  };
}

function questionText(question: BankQuestion, { words }: BankHead): string {
  const { id, kind, bloom, numeric } = question;
  const [lesson = ''] = id.split('/');
  const stem = kind === 'order' ? `${question.stem}\n${words.places}` : stemOf(question, words);
  return [
    comment(`[id:${label(id)}] [tag:${label(lesson)}] [tag:${label(bloom)}]`),
    `::${titled(id)}::${rich(stem)} {${numeric ? '#' : ''}`,
    ...answers(question),
    `\t####${rich(afterwards(question, words).join('\n'))}`,
    '}',
  ].join('\n');
}

function answers({ kind, options, order, numeric }: BankQuestion): string[] {
  if (numeric) {
    const { from, to } = lowerRange(numeric);
    const { right, low, high } = numeric.feedback;
    // The first that fits counts: the right numbers, then those below, then whatever is left.
    return [
      `\t=%100%${decimal(numeric.answer)}:${decimal(numeric.tolerance)}#${rich(right)}`,
      `\t=%0%${decimal(from)}..${decimal(to)}#${rich(low)}`,
      `\t~#${rich(high)}`,
    ];
  }
  if (kind === 'order') {
    return order.map(({ text }, index) => `\t=${rich(text)} -> ${index + 1}`);
  }
  const marks = kind === 'multiple' ? shares(options) : [];
  return options.map(({ text, correct, feedback }, index) => {
    const sign = kind === 'multiple' ? `~%${marks[index]}%` : correct ? '=' : '~';
    return `\t${sign}${rich(text)}#${rich(feedback)}`;
  });
}

/**
 * Text as HTML, with every sign escaped that GIFT gives a meaning. That it is HTML is said each time:
 * it also keeps a text that begins with a per cent sign from being read as a mark.
 */
const rich = (text: string) => `[html]${escaped(html(text))}`;

/** A title is no HTML. Readers keep two ampersands in a row for notes to themselves. */
const titled = (text: string) => escaped(oneLine(storable(text)).replace(/&(?=&)/g, '& '));

const escaped = (text: string) => text.replace(/[\\~=#{}:]/g, '\\$&');

const comment = (text: string) => `// ${oneLine(storable(text))}`;

/** Text that fits between the square brackets of an id or a tag. */
const label = (text: string) => text.replaceAll(']', ')');
