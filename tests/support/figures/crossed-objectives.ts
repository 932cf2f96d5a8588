import { expect } from '@playwright/test';
import { interfaceText } from '../interface-text.ts';
import { pressOn } from '../keyboard.ts';
import type { FigureUnderTest } from './figure-under-test.ts';

const { crossedObjectives: labels, figure: frame } = interfaceText;

export const crossedObjectives: FigureUnderTest = {
  name: 'crossed-objectives',
  lesson: 'lessons/crossed-objectives/',
  async predict(page, figure) {
    await pressOn(page, figure.getByRole('slider'), 'ArrowRight', 5);
    await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  },
  async change(page, figure) {
    await expect(figure.locator('[aria-busy=true]')).toHaveCount(0);
    const slider = (name: string) => figure.getByRole('slider', { name, exact: true });
    await pressOn(page, slider(labels.width), 'ArrowRight', 3);
    await pressOn(page, slider(labels.marker), 'ArrowDown', 12);
    await expect(figure.locator('[aria-busy=true]')).toHaveCount(0);
  },
  badValue: 'width=151',
};
