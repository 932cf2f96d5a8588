import { expect } from '@playwright/test';
import { interfaceText } from '../interface-text.ts';
import { pressOn } from '../keyboard.ts';
import type { FigureUnderTest } from './figure-under-test.ts';

const { controlRoom: labels, figure: frame } = interfaceText;

export const controlRoom: FigureUnderTest = {
  name: 'control-room',
  lesson: 'lessons/monitoring-and-control/',
  async predict(page, figure) {
    await pressOn(page, figure.getByRole('slider').first(), 'ArrowRight', 4);
    await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  },
  async change(page, figure) {
    await expect(figure.locator('[aria-busy=true]')).toHaveCount(0);
    await pressOn(page, figure.getByRole('slider', { name: labels.lookedAt }), 'ArrowRight', 9);
    await pressOn(page, figure.getByRole('checkbox', { name: labels.careful }), 'Space');
    await pressOn(page, figure.getByRole('button', { name: labels.anotherSeed }), 'Enter');
  },
  badValue: 'above=201',
};
