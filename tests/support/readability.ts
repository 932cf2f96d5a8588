import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

function sentencesOf(text: string): string[] {
  const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' }).segment(text);
  return [...sentences].map(({ segment }) => segment).filter((sentence) => /\w/.test(sentence));
}

export function wordsOf(text: string): string[] {
  const pieces = new Intl.Segmenter('en-GB', { granularity: 'word' }).segment(text);
  return [...pieces].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

/** Flesch–Kincaid grade of running text: the years of school that it asks of its reader. */
export function gradeOf(paragraphs: string[]): number {
  const words = paragraphs.flatMap(wordsOf);
  return fleschKincaid({
    sentence: paragraphs.flatMap(sentencesOf).length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  });
}
