import fc from '../support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { parseInline, plainText, type Segment } from '../../src/lib/inline.ts';

const rejoin = (segments: Segment[]) =>
  segments
    .map((segment) => {
      if (segment.kind === 'text') return segment.text;
      if (segment.kind === 'emphasis') return `*${segment.text}*`;
      throw new Error(`${segment.kind} out of nothing`);
    })
    .join('');
const withoutBraces = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[{}]/g, ''));
const starred = fc
  .array(fc.constantFrom('*', '**', ' ', 'word', '\n', 'é', ',', '|'), { maxLength: 12 })
  .map((pieces) => pieces.join(''));

describe('a text without braces', () => {
  it('never throws, and its pieces join to the text again', () => {
    fc.assert(
      fc.property(fc.oneof(withoutBraces, starred), (text) => {
        expect(rejoin(parseInline(text))).toBe(text);
      }),
    );
  });

  it('has no empty pieces and no two texts in a row', () => {
    fc.assert(
      fc.property(fc.oneof(withoutBraces, starred), (text) => {
        const segments = parseInline(text);
        for (const [index, segment] of segments.entries()) {
          expect('text' in segment && segment.text).not.toBe('');
          const next = segments[index + 1];
          expect(segment.kind === 'text' && next?.kind === 'text').toBe(false);
        }
      }),
    );
  });
});

describe('tokens', () => {
  it.each<[string, Segment]>([
    ['{evidence G24-001}', { kind: 'evidence', id: 'G24-001', figure: 'value', form: 'full' }],
    ['{evidence G24-027 af}', { kind: 'evidence', id: 'G24-027', figure: 'af', form: 'full' }],
    [
      '{evidence G24-027 af in-hundred}',
      { kind: 'evidence', id: 'G24-027', figure: 'af', form: 'in-hundred' },
    ],
    // The form may follow the id at once.
    [
      '{evidence G24-001 rounded}',
      { kind: 'evidence', id: 'G24-001', figure: 'value', form: 'rounded' },
    ],
    ['{model default.gap}', { kind: 'model', of: 'default.gap', form: 'full' }],
    ['{model default.gap bare}', { kind: 'model', of: 'default.gap', form: 'bare' }],
    [
      '{term compliance-gap|compliance gap}',
      { kind: 'term', id: 'compliance-gap', text: 'compliance gap' },
    ],
    ['{term reward}', { kind: 'term', id: 'reward', text: 'reward' }],
    ['*very much*', { kind: 'emphasis', text: 'very much' }],
  ])('%s', (text, segment) => {
    expect(parseInline(text)).toEqual([segment]);
    expect(parseInline(`so ${text}, then`)).toEqual([
      { kind: 'text', text: 'so ' },
      segment,
      { kind: 'text', text: ', then' },
    ]);
  });

  it.each([
    ['(', ')'],
    ['“', '”'],
  ])('stand behind %s', (open, close) => {
    expect(parseInline(`${open}*Highest grade*, 100${close}`)).toEqual([
      { kind: 'text', text: open },
      { kind: 'emphasis', text: 'Highest grade' },
      { kind: 'text', text: `, 100${close}` },
    ]);
  });

  it('leave a star inside a word or a sum alone', () => {
    expect(parseInline('2*3*4')).toEqual([{ kind: 'text', text: '2*3*4' }]);
  });

  it('stand side by side', () => {
    expect(parseInline('{term a}{term b}').map((segment) => segment.kind)).toEqual([
      'term',
      'term',
    ]);
  });

  it('leave their words in plain text, and no numbers', () => {
    expect(plainText('A *small* {term compliance-gap|gap} of {evidence G24-004}.')).toBe(
      'A small gap of .',
    );
  });
});

describe('what no token is', () => {
  it.each([
    ['a {', '“a {” holds a single “{”; braces only wrap a token.'],
    ['a } b', '“a } b” holds a single “}”; braces only wrap a token.'],
    ['{figure G24-001}', '“{figure G24-001}” holds a single “{”; braces only wrap a token.'],
    ['{evidence}', '“{evidence}” holds a single “{”; braces only wrap a token.'],
    [
      'It is {evidence G24-001 value roundd}.',
      '“{evidence G24-001 value roundd}” has a word too many: “roundd”.',
    ],
    ['{model default.gap roundd}', '“{model default.gap roundd}” has a word too many: “roundd”.'],
  ])('%s is refused with a sentence', (text, sentence) => {
    expect(() => parseInline(text)).toThrow(sentence);
  });
});
