import { describe, expect, test } from 'vitest';
import { commandOf, slideAfter, type KeyPlace } from '../../src/teach/presenter.ts';

const pressed = (
  key: string,
  held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey', true>> = {},
) => ({
  ...{ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
  ...held,
});
const all: KeyPlace[] = ['text', 'control', 'press', 'elsewhere'];
const placesOf = (key: string) => all.filter((place) => commandOf(pressed(key), place));

describe('a key', () => {
  test.each([
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    [' ', 'next'],
    ['ArrowLeft', 'back'],
    ['PageUp', 'back'],
    ['Home', 'first'],
    ['End', 'last'],
    ['f', 'full'],
    ['F', 'full'],
    ['+', 'larger'],
    ['-', 'smaller'],
    ['?', 'help'],
    ['Escape', 'leave'],
    ['x', undefined],
    ['constructor', undefined],
    ['ArrowDown', undefined],
  ])('“%s” asks for %s', (key, command) => {
    expect(commandOf(pressed(key), 'elsewhere')).toBe(command);
  });

  test('goes back with the shift key held', () => {
    expect(commandOf(pressed(' ', { shiftKey: true }), 'elsewhere')).toBe('back');
  });

  test('belongs to the browser with a modifier held', () => {
    expect(commandOf(pressed('f', { ctrlKey: true }), 'elsewhere')).toBeUndefined();
    expect(commandOf(pressed('ArrowLeft', { altKey: true }), 'elsewhere')).toBeUndefined();
  });

  test('that prints a sign does nothing where signs are turned off', () => {
    const left = ['f', '+', '-', '?', ' ', 'ArrowRight', 'Escape'].filter((key) =>
      commandOf(pressed(key), 'elsewhere', false),
    );
    expect(left).toEqual([' ', 'ArrowRight', 'Escape']);
  });

  test('belongs to the control that it moves', () => {
    expect(placesOf('ArrowRight')).toEqual(['press', 'elsewhere']);
    expect(placesOf('Home')).toEqual(['press', 'elsewhere']);
    expect(placesOf(' ')).toEqual(['elsewhere']);
    expect(placesOf('f')).not.toContain('text');
    expect(placesOf('PageDown')).toContain('control');
    expect(placesOf('Escape')).toEqual(all);
  });
});

test('slides end at both ends', () => {
  expect(slideAfter('next', 0, 3)).toBe(1);
  expect(slideAfter('next', 2, 3)).toBe(2);
  expect(slideAfter('back', 0, 3)).toBe(0);
  expect(slideAfter('last', 0, 3)).toBe(2);
  expect(slideAfter('first', 2, 3)).toBe(0);
  expect(slideAfter('full', 1, 3)).toBe(1);
});
