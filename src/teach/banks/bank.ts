/** What all question banks share: which words go with a check, and how text is made safe. */
import { fill } from '../../lib/fill.ts';
import { markup } from '../../lib/markup.ts';
import type { BankWords } from '../../schemas/ui/banks.ts';
import type { BankNumber, BankQuestion } from '../course.ts';

/** What a bank is called, and the words that go into it. */
export interface BankHead {
  /** Name of the site. */
  name: string;
  /** Version of the site: importing a later bank makes new questions, and this tells which are which. */
  version: string;
  /** What the questions are about: the title of a lesson or an assignment; may be empty. */
  title: string;
  words: BankWords;
}

/** A check that a format cannot hold, by its id, and why, in words. */
export interface LeftOut {
  id: string;
  why: string;
}

/** A question bank as a file's text. */
export interface Bank {
  text: string;
  leftOut: LeftOut[];
}

/** Name of a bank, with the site's version: "Unwatched 1.0.0: Two faces". */
export const bankTitle = ({ name, version, title, words }: BankHead): string =>
  oneLine(fill(title.trim() ? words.bank : words.untitledBank, { name, version, title }));

/** What is asked, with the unit in which a number is wanted. */
export function stemOf({ stem, numeric }: BankQuestion, words: BankWords): string {
  const unit = numeric && printedUnit(numeric);
  return unit ? `${stem}\n${fill(words.unit, { unit })}` : stem;
}

/** The unit as it stands behind a number; shares and ratios have none in print. */
export const printedUnit = ({ unit }: BankNumber): string =>
  unit === 'share' || unit === 'ratio' ? '' : unit;

/**
 * What is said of a check once it is answered, whatever the answer, a line each: what is right where no
 * single answer's text says it, what the check tests, and where its figures come from.
 */
export function afterwards(
  { kind, options, order, numeric, objective, sources }: BankQuestion,
  words: BankWords,
): string[] {
  const items = order.map((item, index) => fill(words.place, { place: index + 1, ...item }));
  const answers = kind === 'multiple' ? options : [];
  return [
    ...items,
    ...answers.map(({ text, feedback }) => fill(words.option, { text, feedback })),
    ...(numeric
      ? [fill(numeric.computed ? words.computed : words.right, { number: numeric.printed })]
      : []),
    fill(words.tests, { objective }),
    ...sources.map((source) => fill(words.source, { source })),
  ];
}

/**
 * Marks for the answers of a check with several right ones, in hundredths: the right ones share 100, the
 * wrong ones take 100 away between them, so that choosing everything earns nothing. Five decimals, as
 * Moodle's list of marks has them.
 */
export function shares(options: { correct: boolean }[]): string[] {
  const right = options.filter(({ correct }) => correct).length;
  const share = (of: number) => String(Number((100 / of).toFixed(5)));
  return options.map(({ correct }) =>
    correct ? share(right) : `-${share(options.length - right)}`,
  );
}

/** A number in plain decimals, never with an exponent. */
export const decimal = (value: number): string =>
  (value + 0).toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });

/**
 * Text as HTML. Every system reads the text of a question as HTML, so a sign that means something there
 * has to be written out, and a new line as well.
 */
export const html = (text: string): string => markup(storable(text)).replaceAll('\n', '<br>');

/** Text as the content of an XML element, or of an attribute in double quotes. */
export const xml = (text: string): string =>
  markup(storable(text))
    // A parser would make a space of a new line or a tab in an attribute.
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');

/** Text on one line, for titles. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Text without what no XML file may hold, and with one kind of line end. */
export const storable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
