import { describe, expect, test, vi } from 'vitest';
import fc from '../../support/fast-check.ts';
import { head, hostileQuestion, readHtml, realCourse, seen } from '../../support/bank.ts';
import { answersTo, expectCartridgeProfile } from '../../support/qti.ts';
import { below, readXml, textAt, type XmlElement } from '../../support/read-xml.ts';
import { stemOf } from '../../../src/teach/banks/bank.ts';
import { qti12, qtiPackage, type QtiProfile } from '../../../src/teach/banks/qti12.ts';
import type { BankQuestion } from '../../../src/teach/course.ts';

vi.mock('astro:content', () => import('../../support/astro-content.ts'));

const itemsOf = async (text: string) => below(await readXml(text), 'assessment', 'section', 'item');

const htmlAt = (element: XmlElement, ...path: string[]) => {
  const [text, ...more] = below(element, ...path, 'material', 'mattext');
  expect(more).toEqual([]);
  expect(text!.attributes['texttype']).toBe('text/html');
  return readHtml(text!.text);
};

function expectToSay(item: XmlElement, question: BankQuestion, profile: QtiProfile) {
  const { kind, options, numeric, objective } = question;
  const whole = numeric && profile === 'cartridge' ? `\n${head.words.wholeNumber}` : '';
  expect(item.attributes['title']).toBe(seen(question.id));
  expect(htmlAt(item, 'presentation')).toBe(seen(stemOf(question, head.words)) + whole);
  const said = new Map(
    below(item, 'itemfeedback').map((one) => [one.attributes['ident'], htmlAt(one, 'flow_mat')]),
  );
  expect(said.get('general_fb')).toContain(seen(objective));
  if (numeric) {
    const { answer, tolerance, feedback } = numeric;
    expect(said.get('general_fb')).toContain(seen(feedback.right));
    expect(answersTo(item, [String(Math.round(answer))]).score).toBe(
      Math.abs(Math.round(answer) - answer) <= tolerance ? 100 : 0,
    );
    expect(answersTo(item, [String(Math.ceil(answer + tolerance) + 1)]).score).toBe(0);
    expect(answersTo(item, [String(Math.floor(answer - tolerance) - 1)]).score).toBe(0);
    return;
  }
  const labels = below(item, 'presentation', 'response_lid', 'render_choice', 'response_label');
  expect(labels.map((label) => htmlAt(label))).toEqual(options.map(({ text }) => seen(text)));
  const idents = labels.map(({ attributes }) => attributes['ident']!);
  if (kind === 'single') {
    options.forEach(({ correct, feedback }, index) => {
      const { score, shown } = answersTo(item, [idents[index]!]);
      expect(score).toBe(correct ? 100 : 0);
      expect(shown.map((ident) => said.get(ident))).toEqual([
        said.get('general_fb'),
        seen(feedback),
      ]);
    });
    return;
  }
  for (const { feedback } of options) expect(said.get('general_fb')).toContain(seen(feedback));
  const right = idents.filter((_, index) => options[index]!.correct);
  expect(answersTo(item, right).score).toBe(100);
  expect(answersTo(item, right.slice(1)).score).toBe(0);
  expect(answersTo(item, idents).score).toBe(0);
}

describe.each(['whole', 'cartridge'] as const)('a quiz as QTI 1.2, %s', (profile) => {
  test('says and marks the same as every check of the course but those in order', async () => {
    const course = await realCourse();
    const checks = course.lessons.flatMap((lesson) => lesson.checks);
    const { text, leftOut } = qti12(checks, head, profile);
    const orders = checks.filter(({ kind }) => kind === 'order');
    expect(orders.length).toBeGreaterThan(0);
    expect(leftOut).toEqual(orders.map(({ id }) => ({ id, why: head.words.why.order })));
    const kept = checks.filter(({ kind }) => kind !== 'order');
    const items = await itemsOf(text);
    expect(items).toHaveLength(kept.length);
    items.forEach((item, index) => expectToSay(item, kept[index]!, profile));
    expect(new Set(items.map(({ attributes }) => attributes['ident'])).size).toBe(items.length);
    if (profile === 'cartridge') expectCartridgeProfile(await readXml(text));
  });

  test('says and marks the same where texts hold every sign with a meaning', async () => {
    const checks = fc.sample(hostileQuestion, { numRuns: 300, seed: 12 });
    const { text, leftOut } = qti12(checks, { ...head, title: '"<&>\n\u0000' }, profile);
    const gone = new Set(leftOut.map(({ id }) => id));
    const kept = checks.filter(({ id }) => !gone.has(id));
    expect(kept.length).toBeGreaterThan(100);
    const items = await itemsOf(text);
    items.forEach((item, index) => expectToSay(item, kept[index]!, profile));
    expect(items).toHaveLength(kept.length);
    if (profile === 'cartridge') expectCartridgeProfile(await readXml(text));
  });
});

const question = (more: Partial<BankQuestion>): BankQuestion => ({
  ...{ id: 'two-faces/x', kind: 'single', stem: 'Which?', options: [], order: [] },
  ...{ objective: 'o', bloom: 'apply', sources: [] },
  ...more,
});
const number = (answer: number, tolerance: number) =>
  question({
    kind: 'numeric',
    numeric: {
      ...{ answer, tolerance, unit: '', printed: String(answer), computed: false },
      feedback: { low: 'l', high: 'h', right: 'r' },
    },
  });

test('a range of numbers holds its ends and nothing beyond', async () => {
  const [item] = await itemsOf(qti12([number(0.3, 0.1)], head, 'whole').text);
  for (const [typed, score] of Object.entries({ 0.2: 100, 0.4: 100, 0.19: 0, 0.41: 0 })) {
    expect(answersTo(item!, [typed]).score, typed).toBe(score);
  }
});

test('what a cartridge cannot hold is left out, each with its reason', () => {
  const two = [true, false].map((correct) => ({ text: 't', correct, feedback: 'f' }));
  const { why } = head.words;
  expect(qti12([number(0.3, 0.1)], head, 'cartridge')).toEqual({
    text: '',
    leftOut: [{ id: 'two-faces/x', why: why.noWholeNumber }],
  });
  expect(qti12([question({ options: two })], head, 'cartridge').leftOut).toEqual([
    { id: 'two-faces/x', why: why.twoOptions },
  ]);
  expect(qti12([question({ options: two })], head, 'whole').leftOut).toEqual([]);
});

test('a package names its quiz, and has no files without one', async () => {
  const { files } = qtiPackage([number(3, 0)], head);
  expect([...files.keys()]).toEqual(['imsmanifest.xml', 'quiz.xml']);
  const [resource] = below(await readXml(files.get('imsmanifest.xml')!), 'resources', 'resource');
  expect(resource!.attributes).toMatchObject({ type: 'imsqti_xmlv1p2', href: 'quiz.xml' });
  expect(below(resource!, 'file')[0]!.attributes['href']).toBe('quiz.xml');
  const empty = qtiPackage([question({ kind: 'order' })], head);
  expect(empty.files.size).toBe(0);
  expect(empty.leftOut).toHaveLength(1);
  expect(textAt((await itemsOf(files.get('quiz.xml')!))[0]!, 'presentation', 'material')).toBe(
    'Which?',
  );
});
