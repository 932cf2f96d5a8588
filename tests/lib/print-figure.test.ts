import { describe, expect, it } from 'vitest';
import {
  printAsPublished,
  printFigure,
  printNumber,
  type PrintableFigure,
} from '../../src/lib/print-figure.ts';
import { readEvidence } from '../../src/lib/read-content.ts';
import type { FigureForm } from '../../src/schemas/tags.ts';

/** Prints with the no-break space shown as `_`. */
const print = (figure: PrintableFigure, form?: FigureForm) =>
  printFigure(figure, form).replaceAll('\u00a0', '_');

describe('printNumber', () => {
  it.each([
    [14.2, '14.2'],
    [0, '0'],
    [-11.3, '−11.3'],
    [9999, '9999'],
    [13000, '13,000'],
    [-13000, '−13,000'],
    [1_234_567, '1,234,567'],
    [85_000_000, '85_million'],
    [4_100_000, '4.1_million'],
    [-2_000_000, '−2_million'],
  ])('%d → %s', (value, text) => {
    expect(printNumber(value).replaceAll('\u00a0', '_')).toBe(text);
  });
});

describe('forms', () => {
  const percentage = { value: 14.2, unit: '%' };
  it.each<[FigureForm | undefined, string]>([
    [undefined, '14.2_%'],
    ['full', '14.2_%'],
    ['bare', '14.2'],
    ['rounded', '14_%'],
    ['in-hundred', '14 of 100'],
    ['one-in', 'about 1 in 7'],
  ])('%s → %s', (form, text) => {
    expect(print(percentage, form)).toBe(text);
  });

  it.each<[PrintableFigure, FigureForm, string]>([
    [{ low: 7, high: 24, unit: '%' }, 'full', '7–24_%'],
    [{ low: -1.6, high: 2.4, unit: 'points' }, 'rounded', '−2–2_points'],
    [{ low: 7, high: 24, unit: '%', qualifier: 'about' }, 'bare', 'about 7–24'],
    [{ value: 25, unit: '%', qualifier: 'about' }, 'full', 'about 25_%'],
    [
      { value: 13000, unit: 'documents', qualifier: 'at least' },
      'full',
      'at least 13,000_documents',
    ],
    [{ value: 3.7, unit: '%', qualifier: 'up to' }, 'in-hundred', 'up to 4 of 100'],
    [{ value: 25, unit: '%', qualifier: 'about' }, 'one-in', 'about 1 in 4'],
    [{ value: 50, unit: '%' }, 'one-in', 'about 1 in 2'],
    [{ value: -0.4, unit: 'points' }, 'rounded', '0_points'],
    [{ value: 8.5, unit: '', printed: '8.44±0.06 → 8.50±0.06' }, 'bare', '8.50'],
    [{ value: 11, unit: 'points', printed: 'gap 11.0±3.3' }, 'full', '11.0_points'],
    [{ value: 11, unit: 'points', printed: 'gap 11.0±3.3' }, 'rounded', '11_points'],
    [{ value: -11.3, unit: 'points' }, 'full', '−11.3_points'],
  ])('%o, %s → %s', (figure, form, text) => {
    expect(print(figure, form)).toBe(text);
  });

  it.each([
    ['share', '0.9'],
    ['ratio', '0.9'],
    ['', '0.9'],
    ['AUC', '0.9_AUC'],
    ['models', '0.9_models'],
  ])('unit “%s” → %s', (unit, text) => {
    expect(print({ value: 0.9, unit })).toBe(text);
  });
});

describe('forms that do not fit are refused with a sentence', () => {
  it.each<[PrintableFigure, FigureForm, string]>([
    [
      { value: 11.3, unit: 'points' },
      'in-hundred',
      'The form in-hundred needs a single percentage; this figure is in points.',
    ],
    [
      { value: 3, unit: '' },
      'one-in',
      'The form one-in needs a single percentage; this figure is in no unit.',
    ],
    [
      { low: 7, high: 24, unit: '%' },
      'one-in',
      'The form one-in needs a single percentage; this figure is a range.',
    ],
    [{ value: 0, unit: '%' }, 'one-in', 'The form one-in cannot say 0 %.'],
    [{ value: 70, unit: '%' }, 'one-in', 'The form one-in cannot say 70 %.'],
    [
      { value: 14, unit: '%', qualifier: 'at least' },
      'one-in',
      'The form one-in cannot say at least 14 %.',
    ],
  ])('%o, %s', (figure, form, sentence) => {
    expect(() => printFigure(figure, form)).toThrow(sentence);
  });
});

it('prints every published figure in the plain forms, with true minus signs', () => {
  for (const [id, { figures }] of readEvidence()) {
    for (const figure of Object.values(figures ?? {})) {
      for (const form of ['full', 'bare', 'rounded'] as const) {
        expect(printFigure(figure, form), id).toMatch(/\d/);
        expect(printFigure(figure, form), id).not.toMatch(/undefined|NaN|-\d/);
      }
    }
  }
});

describe('as published', () => {
  const show = (id: string, name = 'value') => {
    const { figures, printed } = readEvidence().get(id)!;
    return printAsPublished(figures![name]!, printed).replaceAll('\u00a0', '_');
  };

  it.each([
    ['G24-027', 'af', '11.9_±_1.7_%'],
    ['G24-027', 'gap', '11.3_±_2.1_points'],
    ['G24-028', 'refuse_train', '0.0_±_0.0_%'],
    ['G24-037', 'after', '8.50_on a scale from 0 to 10'],
    ['G24-073', 'gap', '0.8_points'],
    ['G24-071', 'gap', '−1.2_points'],
    ['G24-020', 'ho_gap', '19_points'],
    ['P-002', 'value', '0.40_effect size d'],
    ['M-009', 'ho', '0.0–16.5_%'],
    ['DM-008', 'self_exfiltration', '0.000'],
    ['C23-001', 'value', 'about 25_%'],
    ['GM-002', 'levels', '100,000_levels'],
    ['GM-003', 'grid', '0–10_%'],
  ])('%s %s → %s', (id, name, text) => {
    expect(show(id, name)).toBe(text);
  });

  it('drops no decimal of any figure', () => {
    for (const [id, { figures, printed }] of readEvidence()) {
      for (const figure of Object.values(figures ?? {})) {
        const text = printAsPublished(figure, printed).replaceAll(',', '').replaceAll('−', '-');
        for (const x of [figure.value, figure.low, figure.high, figure.se]) {
          if (x !== undefined) expect(text, id).toContain(String(x));
        }
      }
    }
  });
});
