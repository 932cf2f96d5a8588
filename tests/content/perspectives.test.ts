import { basename } from 'node:path';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { describe, expect, it } from 'vitest';
import { parseInline } from '../../src/lib/inline.ts';
import { passagesOf } from '../../src/lib/perspectives.ts';
import { readEvidence } from '../../src/lib/read-content.ts';
import { filesBelow, readEntry } from '../../src/lib/read-course.ts';
import { perspective, voices } from '../../src/schemas/perspective.ts';

const evidence = readEvidence();
const themes = filesBelow('content', 'perspectives', '.yaml').map((path) => ({
  theme: basename(path, '.yaml'),
  entry: readEntry('content', path, perspective),
}));
const passages = themes.flatMap(({ theme, entry }) => passagesOf(theme, entry));

/** A text as it is read aloud; a printed figure is one short word. */
const spoken = (text: string) =>
  parseInline(text)
    .map((segment) => ('text' in segment ? segment.text : 'ten'))
    .join('');
const wordsOf = (text: string) => spoken(text).split(/\s+/).filter(Boolean);

it('the voices disagree on facts, on values and on what will happen', () => {
  const kinds = themes.flatMap(({ entry }) => entry.apart.map(({ kind }) => kind));
  expect(new Set(kinds)).toEqual(new Set(['fact', 'value', 'prediction']));
});

describe.each(themes)('$theme', ({ entry }) => {
  it('gives the three voices about the same room', () => {
    const lengths = passagesOf('', entry)
      .slice(0, voices.length)
      .map(({ lines }) => lines.flatMap(wordsOf).length);
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThanOrEqual(1.25);
  });

  it('lets every voice come up where they part', () => {
    for (const { about, text } of entry.apart) {
      for (const voice of voices) expect(text, about).toContain(voice.replace(/.*-/, ''));
    }
  });

  it('puts a stance in one short sentence, and a reading in short paragraphs', () => {
    for (const voice of voices) {
      const { inShort, record } = entry.voices[voice];
      expect(wordsOf(inShort).length, inShort).toBeLessThanOrEqual(20);
      for (const text of record) expect(wordsOf(text).length, text).toBeLessThanOrEqual(100);
    }
  });
});

describe.each(passages)('$anchor', ({ lines, evidence: ids }) => {
  it('lists the findings that it prints, each once within a voice', () => {
    const printed = lines
      .flatMap(parseInline)
      .flatMap((segment) => (segment.kind === 'evidence' ? [segment.id] : []));
    expect(ids).toEqual(expect.arrayContaining(printed));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says so where it knows a finding from an account of it, and prints no number of it', () => {
    const printed = new Set(
      lines.flatMap(parseInline).map((segment) => ('id' in segment ? segment.id : '')),
    );
    const relayed = ids.filter(
      (id) => evidence.get(id)?.verified === 'secondary' && !printed.has(id),
    );
    const said = lines.join(' ').match(/\breported\b|\ba note on\b/g) ?? [];
    expect(said.length).toBeGreaterThanOrEqual(relayed.length);
  });

  it('can be read at the level of the basic lessons', () => {
    const texts = lines.map(spoken);
    const sentences = texts.flatMap((text) => [
      ...new Intl.Segmenter('en-GB', { granularity: 'sentence' }).segment(text),
    ]);
    const words = texts
      .flatMap((text) => [...new Intl.Segmenter('en-GB', { granularity: 'word' }).segment(text)])
      .filter(({ isWordLike }) => isWordLike);
    const grade = fleschKincaid({
      sentence: sentences.length,
      word: words.length,
      syllable: words.reduce((sum, { segment }) => sum + Math.max(1, syllable(segment)), 0),
    });
    expect(grade).toBeLessThanOrEqual(9);
  });
});
