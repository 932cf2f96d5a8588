/** What a key asks of the slides. */
export type PresenterCommand =
  'next' | 'back' | 'first' | 'last' | 'full' | 'leave' | 'larger' | 'smaller' | 'help';

/**
 * Where a key is pressed: in a field for text, in a control that arrows move (a slider, a choice, a list
 * or a part that scrolls sideways), on something that is pressed (a button, a link), or elsewhere.
 */
export type KeyPlace = 'text' | 'control' | 'press' | 'elsewhere';

/** A key as a KeyboardEvent names it. */
export interface PressedKey {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Keys that a control uses itself turn no slide. */
const keys: Record<string, { command: PresenterCommand; in: readonly KeyPlace[] }> = {
  PageDown: { command: 'next', in: ['control', 'press', 'elsewhere'] },
  PageUp: { command: 'back', in: ['control', 'press', 'elsewhere'] },
  ArrowRight: { command: 'next', in: ['press', 'elsewhere'] },
  ArrowLeft: { command: 'back', in: ['press', 'elsewhere'] },
  ' ': { command: 'next', in: ['elsewhere'] },
  Home: { command: 'first', in: ['press', 'elsewhere'] },
  End: { command: 'last', in: ['press', 'elsewhere'] },
  f: { command: 'full', in: ['control', 'press', 'elsewhere'] },
  '+': { command: 'larger', in: ['control', 'press', 'elsewhere'] },
  '-': { command: 'smaller', in: ['control', 'press', 'elsewhere'] },
  '?': { command: 'help', in: ['control', 'press', 'elsewhere'] },
  Escape: { command: 'leave', in: ['text', 'control', 'press', 'elsewhere'] },
};

/**
 * The command of a key, or nothing where it belongs to the browser or to the control it is pressed in.
 *
 * @param signs whether keys that print a sign give commands; speech input types them by accident
 * @see https://www.w3.org/TR/WCAG22/#character-key-shortcuts
 */
export function commandOf(
  pressed: PressedKey,
  place: KeyPlace,
  signs = true,
): PresenterCommand | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  if (!signs && key.length === 1 && key !== ' ') return undefined;
  const found = Object.hasOwn(keys, key) ? keys[key]! : undefined;
  if (!found?.in.includes(place)) return undefined;
  return key === ' ' && pressed.shiftKey ? 'back' : found.command;
}

/** The slide that a command leads to, from 0; the ends hold. */
export function slideAfter(command: PresenterCommand, slide: number, slides: number): number {
  const to = { next: slide + 1, back: slide - 1, first: 0, last: slides - 1 }[command as string];
  return Math.min(slides - 1, Math.max(0, to ?? slide));
}
