/**
 * Quizzes as QTI 1.2.1: whole, as Canvas reads them in a package of their own, or in the profile that
 * Common Cartridge 1.1 makes of it. The profile has no ranges of numbers, wants three answers or more
 * where one is right, and names each kind of question by a field of its own.
 *
 * @see https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_bindv1p2.html
 * @see https://www.imsglobal.org/cc/ccv1p1/imscc_profilev1p1-Implementation.html
 */
import { fnv1a64 } from '../../learning/fingerprint.ts';
import {
  afterwards,
  bankTitle,
  decimal,
  html,
  stemOf,
  xml,
  type Bank,
  type BankHead,
  type LeftOut,
} from './bank.ts';
import { wholeNumbers } from './numeric.ts';
import type { BankNumber, BankQuestion } from '../course.ts';

/** `whole`: for itself. `cartridge`: as Common Cartridge 1.1 allows. */
export type QtiProfile = 'whole' | 'cartridge';

/** An identifier that is the same for the same thing in every file, and fit for XML. */
export const identifier = (of: string): string => `u${fnv1a64(of)}`;

/**
 * The checks as one quiz. Where none of them fits the format the text is empty, since a quiz without
 * questions is not allowed.
 *
 * @param title what the quiz is called where it is imported; by default the bank's name with its version.
 */
export function qti12(
  questions: BankQuestion[],
  head: BankHead,
  profile: QtiProfile,
  title: string = bankTitle(head),
): Bank {
  const reasons = new Map(
    questions.flatMap((question): [string, string][] => {
      const why = whyNot(question, head, profile);
      return why ? [[question.id, why]] : [];
    }),
  );
  const kept = questions.filter(({ id }) => !reasons.has(id));
  const leftOut = [...reasons].map(([id, why]): LeftOut => ({ id, why }));
  if (kept.length === 0) return { text: '', leftOut };
  const ident = identifier(`${title} ${questions.map(({ id }) => id).join(' ')}`);
  const fields = {
    ...(profile === 'cartridge' && { cc_profile: 'cc.exam.v0p1' }),
    qmd_assessmenttype: 'Examination',
  };
  return {
    text: [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">',
      `<assessment ident="${ident}" title="${xml(title)}">`,
      metadata(fields),
      '<section ident="root_section">',
      ...kept.map((question) => item(question, head, profile)),
      '</section>',
      '</assessment>',
      '</questestinterop>',
      '',
    ].join('\n'),
    leftOut,
  };
}

function whyNot(
  { kind, options, numeric }: BankQuestion,
  { words: { why } }: BankHead,
  profile: QtiProfile,
): string | undefined {
  if (kind === 'order') return why.order;
  if (profile === 'whole') return undefined;
  if (kind === 'single' && options.length < 3) return why.twoOptions;
  if (numeric && wholeNumbers(numeric).length === 0) return why.noWholeNumber;
  return undefined;
}

/** What the profile and Canvas call each kind. */
const names = {
  single: { profile: 'cc.multiple_choice.v0p1', canvas: 'multiple_choice_question' },
  multiple: { profile: 'cc.multiple_response.v0p1', canvas: 'multiple_answers_question' },
  numeric: { profile: 'cc.fib.v0p1', canvas: 'numerical_question' },
} as const;

function item(question: BankQuestion, { words }: BankHead, profile: QtiProfile): string {
  const { id, numeric, options } = question;
  const kind = question.kind as keyof typeof names;
  const inCartridge = profile === 'cartridge';
  const stem = stemOf(question, words);
  // Readers disagree on which of several answers' texts they show, and on those of a number, so what is
  // right is said to everybody.
  const after = [...(numeric ? [numeric.feedback.right] : []), ...afterwards(question, words)];
  const fields: Record<string, string> = inCartridge
    ? { cc_profile: names[kind].profile }
    : { question_type: names[kind].canvas, points_possible: '1' };
  return [
    `<item ident="${identifier(id)}" title="${xml(id)}">`,
    `<itemmetadata>${metadata(fields)}</itemmetadata>`,
    '<presentation>',
    material(numeric && inCartridge ? `${stem}\n${words.wholeNumber}` : stem),
    numeric ? numberField(inCartridge) : choices(question),
    '</presentation>',
    '<resprocessing>',
    '<outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>',
    condition('<other/>', { shows: 'general_fb', goesOn: true }),
    ...(numeric
      ? [condition(inCartridge ? exactly(numeric) : within(numeric), { scores: true })]
      : kind === 'multiple'
        ? [condition(allOf(question), { scores: true })]
        : options.map(({ correct }, index) =>
            condition(chosen(index), { scores: correct, shows: `${label(index)}_fb` }),
          )),
    '</resprocessing>',
    feedback('general_fb', after.join('\n')),
    ...(kind === 'single'
      ? options.map((option, index) => feedback(`${label(index)}_fb`, option.feedback))
      : []),
    '</item>',
  ].join('\n');
}

const metadata = (fields: Record<string, string>) =>
  `<qtimetadata>${Object.entries(fields)
    .map(
      ([name, value]) =>
        `<qtimetadatafield><fieldlabel>${name}</fieldlabel><fieldentry>${value}</fieldentry></qtimetadatafield>`,
    )
    .join('')}</qtimetadata>`;

const material = (text: string) =>
  `<material><mattext texttype="text/html">${xml(html(text))}</mattext></material>`;

const label = (index: number) => `a${index + 1}`;

const choices = ({ kind, options }: BankQuestion) =>
  `<response_lid ident="response1" rcardinality="${kind === 'single' ? 'Single' : 'Multiple'}">` +
  `<render_choice shuffle="Yes">${options
    .map(
      ({ text }, index) =>
        `<response_label ident="${label(index)}">${material(text)}</response_label>`,
    )
    .join('')}</render_choice></response_lid>`;

/** Common Cartridge compares what is typed letter by letter. */
const numberField = (inCartridge: boolean) =>
  '<response_str ident="response1" rcardinality="Single">' +
  `<render_fib fibtype="${inCartridge ? 'String' : 'Decimal'}" prompt="Box">` +
  '<response_label ident="answer1"/></render_fib></response_str>';

const test = (name: string, value: string, more = '') =>
  `<${name} respident="response1"${more}>${value}</${name}>`;

const chosen = (index: number) => test('varequal', label(index));

/** Every right answer and no wrong one. */
const allOf = ({ options }: BankQuestion) =>
  `<and>${options
    .map(({ correct }, index) => {
      const equal = test('varequal', label(index), ' case="Yes"');
      return correct ? equal : `<not>${equal}</not>`;
    })
    .join('')}</and>`;

/** Any of these: the profile reads several values side by side as alternatives. */
const exactly = (numeric: BankNumber) =>
  wholeNumbers(numeric)
    .map((value) => test('varequal', String(value)))
    .join('');

const within = ({ answer, tolerance }: BankNumber) => {
  // Adding may end a hair off, such as 0.1 + 0.2; twelve digits are more than any answer has.
  const bound = (value: number) => decimal(Number(value.toPrecision(12)));
  return (
    `<or>${test('varequal', decimal(answer))}` +
    `<and>${test('vargte', bound(answer - tolerance))}${test('varlte', bound(answer + tolerance))}</and></or>`
  );
};

function condition(
  when: string,
  { scores, shows, goesOn }: { scores?: boolean; shows?: string; goesOn?: boolean },
): string {
  return [
    `<respcondition continue="${goesOn ? 'Yes' : 'No'}">`,
    `<conditionvar>${when}</conditionvar>`,
    scores ? '<setvar action="Set" varname="SCORE">100</setvar>' : '',
    shows ? `<displayfeedback feedbacktype="Response" linkrefid="${shows}"/>` : '',
    '</respcondition>',
  ].join('');
}

const feedback = (ident: string, text: string) =>
  `<itemfeedback ident="${ident}"><flow_mat>${material(text)}</flow_mat></itemfeedback>`;

/**
 * A quiz with the manifest that an import of QTI 1.2 asks for, by file name. Where no check fits the
 * format there are no files.
 */
export function qtiPackage(
  questions: BankQuestion[],
  head: BankHead,
): { files: Map<string, string>; leftOut: LeftOut[] } {
  const { text, leftOut } = qti12(questions, head, 'whole');
  if (!text) return { files: new Map(), leftOut };
  const manifest = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<manifest identifier="${identifier(`manifest ${text}`)}" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1">`,
    '<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>',
    '<organizations/>',
    '<resources>',
    `<resource identifier="${identifier(text)}" type="imsqti_xmlv1p2" href="quiz.xml"><file href="quiz.xml"/></resource>`,
    '</resources>',
    '</manifest>',
    '',
  ].join('\n');
  return {
    files: new Map([
      ['imsmanifest.xml', manifest],
      ['quiz.xml', text],
    ]),
    leftOut,
  };
}
