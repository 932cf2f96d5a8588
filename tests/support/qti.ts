import { expect } from 'vitest';
import { below, textAt, type XmlElement } from './read-xml.ts';

/**
 * What a reader of QTI 1.2 makes of an answer: conditions are tried in turn, and one that holds and does
 * not say `continue` is the last.
 *
 * @see https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_infov1p2.html, section 3.2.3
 */
export function answersTo(item: XmlElement, given: string[]): { score: number; shown: string[] } {
  const result = { score: 0, shown: [] as string[] };
  for (const condition of below(item, 'resprocessing', 'respcondition')) {
    const [when] = below(condition, 'conditionvar');
    // Values side by side are alternatives, as every reader takes them.
    if (!when!.children.some((test) => holds(test, given))) continue;
    for (const { text } of below(condition, 'setvar')) result.score = Number(text);
    for (const { attributes } of below(condition, 'displayfeedback')) {
      result.shown.push(attributes['linkrefid']!);
    }
    if (condition.attributes['continue'] !== 'Yes') break;
  }
  return result;
}

function holds({ name, text, children }: XmlElement, given: string[]): boolean {
  const inner = (test: XmlElement) => holds(test, given);
  switch (name) {
    case 'other':
      return true;
    case 'and':
      return children.every(inner);
    case 'or':
      return children.some(inner);
    case 'not':
      return !children.some(inner);
    case 'varequal':
      return given.includes(text);
    case 'vargte':
      return given.some((value) => Number(value) >= Number(text));
    case 'varlte':
      return given.some((value) => Number(value) <= Number(text));
    default:
      throw new Error(`There is no test called ${name}.`);
  }
}

/** All names of elements below one, itself included. */
const namesIn = ({ name, children }: XmlElement): string[] => [name, ...children.flatMap(namesIn)];

/** The elements that the profile leaves of QTI 1.2.1, as far as a quiz of ours uses any. */
const allowed = new Set([
  ...['questestinterop', 'assessment', 'qtimetadata', 'qtimetadatafield', 'fieldlabel'],
  ...['fieldentry', 'section', 'item', 'itemmetadata', 'presentation', 'material', 'mattext'],
  ...['response_lid', 'response_str', 'render_choice', 'render_fib', 'response_label'],
  ...['resprocessing', 'outcomes', 'decvar', 'respcondition', 'conditionvar', 'and', 'not'],
  ...['other', 'varequal', 'setvar', 'displayfeedback', 'itemfeedback', 'flow_mat'],
]);

/**
 * Checks a quiz against the rules that Common Cartridge 1.1 sets for QTI 1.2.1, by their numbers in its
 * schema: which fields and kinds of question there are, and what each kind may hold.
 *
 * @see https://www.imsglobal.org/profile/cc/ccv1p1/ccv1p1_qtiasiv1p2p1_v1p0.xsd
 */
export function expectCartridgeProfile(quiz: XmlElement): void {
  expect(namesIn(quiz).filter((name) => !allowed.has(name))).toEqual([]);
  expect(quiz.attributes['xmlns']).toBe('http://www.imsglobal.org/xsd/ims_qtiasiv1p2');
  const [assessment, ...more] = below(quiz, 'assessment');
  expect(more).toEqual([]);
  expect(assessment!.children.map(({ name }) => name)).toEqual(['qtimetadata', 'section']);
  expect(fieldsOf(assessment!)).toEqual({
    cc_profile: 'cc.exam.v0p1',
    qmd_assessmenttype: 'Examination',
  });
  for (const item of below(assessment!, 'section', 'item')) {
    const [metadata, presentation, processing, ...feedback] = item.children;
    expect([metadata, presentation, processing].map((part) => part!.name)).toEqual([
      'itemmetadata',
      'presentation',
      'resprocessing',
    ]);
    expect(new Set(feedback.map(({ name }) => name))).toEqual(new Set(['itemfeedback']));
    const { cc_profile: kind, ...others } = fieldsOf(metadata!);
    expect(others).toEqual({});
    const names = namesIn(item);
    const count = (name: string) => names.filter((one) => one === name).length;
    if (kind === 'cc.fib.v0p1') {
      expect(count('response_lid') + count('render_choice')).toBe(0);
      expect(count('response_str')).toBe(1);
    } else {
      expect(['cc.multiple_choice.v0p1', 'cc.multiple_response.v0p1']).toContain(kind);
      const single = kind === 'cc.multiple_choice.v0p1';
      expect(count('response_str') + count('render_fib')).toBe(0);
      expect(count('response_label')).toBeGreaterThanOrEqual(single ? 3 : 2);
      expect(below(presentation!, 'response_lid')[0]!.attributes['rcardinality']).toBe(
        single ? 'Single' : 'Multiple',
      );
    }
    // Each text is shown by a condition, and each condition shows a text that is there.
    const shown = below(processing!, 'respcondition', 'displayfeedback').map(
      ({ attributes }) => attributes['linkrefid'],
    );
    expect(shown.sort()).toEqual(feedback.map(({ attributes }) => attributes['ident']).sort());
  }
}

const fieldsOf = (element: XmlElement): Record<string, string> =>
  Object.fromEntries(
    below(element, 'qtimetadata', 'qtimetadatafield').map((field) => [
      textAt(field, 'fieldlabel'),
      textAt(field, 'fieldentry'),
    ]),
  );
