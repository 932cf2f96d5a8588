/** Reads the quick checks that stand in a page. */
import type { AnkiCard } from '../../learning/anki.ts';

export const checksOnPage = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('quick-check'),
];

const textOf = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** A check as a card: what is asked on the front, what is right and why on the back. */
export function cardOf(check: HTMLElement): AnkiCard {
  const { check: id = '', kind } = check.dataset;
  const parts = [...check.querySelectorAll<HTMLElement>('.part')];
  const why = (part: Element) => textOf(part.querySelector('details p'));
  const asked = parts.map((part) => textOf(part.querySelector('label > span, div > span')));
  const right =
    kind === 'order'
      ? [...parts].sort((a, b) => Number(a.dataset['place']) - Number(b.dataset['place']))
      : parts.filter(({ dataset }) => dataset['correct'] === 'true');
  const letter = (index: number) => `${String.fromCharCode(65 + index)}. `;
  return {
    id,
    front: [
      textOf(check.querySelector('legend')),
      ...(kind === 'numeric' ? [] : asked.map((text, index) => letter(index) + text)),
    ].join('\n'),
    back: right
      .map((part) =>
        kind === 'numeric'
          ? why(part)
          : `${letter(parts.indexOf(part))}${asked[parts.indexOf(part)]}\n${why(part)}`,
      )
      .join('\n\n'),
    tags: [id.split('/')[0]!],
  };
}
