/**
 * Question banks as Moodle XML, which keeps every kind of check.
 *
 * @see https://docs.moodle.org/en/Moodle_XML_format
 */
import {
  afterwards,
  bankTitle,
  decimal,
  html,
  printedUnit,
  shares,
  stemOf,
  storable,
  xml,
  type Bank,
  type BankHead,
} from './bank.ts';
import { lowerRange } from './numeric.ts';
import type { BankNumber, BankQuestion } from '../course.ts';

/** A bank in one category, called after the site, its version and the title. Nothing is left out. */
export function moodleXml(questions: BankQuestion[], head: BankHead): Bank {
  // A slash in a category's name is written twice; a single one opens a category below.
  const category = bankTitle(head).replaceAll('/', '//');
  return {
    text: [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<quiz>',
      '<question type="category">',
      `<category>${textOf(category)}</category>`,
      '</question>',
      ...questions.flatMap((question) => questionLines(question, head)),
      '</quiz>',
      '',
    ].join('\n'),
    leftOut: [],
  };
}

const typeOf = {
  single: 'multichoice',
  multiple: 'multichoice',
  order: 'ordering',
  numeric: 'numerical',
} as const;

function questionLines(question: BankQuestion, { words }: BankHead): string[] {
  const { id, kind, bloom } = question;
  const [lesson = ''] = id.split('/');
  return [
    `<question type="${typeOf[kind]}">`,
    `<name>${textOf(id)}</name>`,
    formatted('questiontext', stemOf(question, words)),
    formatted('generalfeedback', afterwards(question, words).join('\n')),
    '<defaultgrade>1</defaultgrade>',
    '<penalty>0.3333333</penalty>',
    '<hidden>0</hidden>',
    `<idnumber>${xml(id)}</idnumber>`,
    ...(kind === 'order' ? orderLines(question) : []),
    ...(question.numeric ? numericLines(question.numeric) : []),
    ...(kind === 'single' || kind === 'multiple' ? choiceLines(question) : []),
    `<tags><tag>${textOf(lesson)}</tag><tag>${textOf(bloom)}</tag></tags>`,
    '</question>',
  ];
}

function choiceLines({ kind, options }: BankQuestion): string[] {
  const single = kind === 'single';
  const marks = single ? options.map(({ correct }) => (correct ? '100' : '0')) : shares(options);
  return [
    `<single>${single}</single>`,
    '<shuffleanswers>true</shuffleanswers>',
    '<answernumbering>none</answernumbering>',
    ...options.map(({ text, feedback }, index) =>
      answer(marks[index]!, html(text), feedback, 'html'),
    ),
  ];
}

/** Moodle takes the first answer that fits, so the right ones stand before the range below them. */
function numericLines(numeric: BankNumber): string[] {
  const low = lowerRange(numeric);
  const unit = printedUnit(numeric);
  const { right, low: tooLow, high: tooHigh } = numeric.feedback;
  const ranged = (mark: string, number: string, tolerance: string, feedback: string) =>
    answer(mark, number, feedback, 'moodle_auto_format', `<tolerance>${tolerance}</tolerance>`);
  return [
    ranged('100', decimal(numeric.answer), decimal(numeric.tolerance), right),
    ranged('0', decimal(low.middle), decimal(low.reach), tooLow),
    ranged('0', '*', '0', tooHigh),
    '<unitgradingtype>0</unitgradingtype>',
    '<unitpenalty>0</unitpenalty>',
    // With a unit it may be typed behind the number, or left away. Moodle drops blanks before it looks.
    ...(unit && !/\s/.test(unit)
      ? [
          '<showunits>0</showunits>',
          '<unitsleft>0</unitsleft>',
          `<units><unit><multiplier>1</multiplier><unit_name>${xml(unit)}</unit_name></unit></units>`,
        ]
      : ['<showunits>3</showunits>', '<unitsleft>0</unitsleft>']),
  ];
}

/** The mark of each thing is its place, from 1. */
const orderLines = ({ order }: BankQuestion): string[] => [
  '<layouttype>VERTICAL</layouttype>',
  '<selecttype>ALL</selecttype>',
  `<selectcount>${order.length}</selectcount>`,
  '<gradingtype>ABSOLUTE_POSITION</gradingtype>',
  '<showgrading>SHOW</showgrading>',
  '<numberingstyle>none</numberingstyle>',
  // Without it Moodle makes up hints, fails to store them, and breaks off the import.
  '<shownumcorrect>1</shownumcorrect>',
  ...order.map(({ text, feedback }, index) =>
    answer(`${index + 1}.0000000`, html(text), feedback, 'html'),
  ),
];

const answer = (
  mark: string,
  content: string,
  feedback: string,
  format: 'html' | 'moodle_auto_format',
  more = '',
) =>
  `<answer fraction="${mark}" format="${format}">${textOf(content)}` +
  `${formatted('feedback', feedback)}${more}</answer>`;

const formatted = (element: string, text: string) =>
  `<${element} format="html">${textOf(html(text))}</${element}>`;

/** What ends a CDATA section is parted between two. */
const textOf = (content: string) =>
  `<text><![CDATA[${storable(content).replaceAll(']]>', ']]]]><![CDATA[>')}]]></text>`;
