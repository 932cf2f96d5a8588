import { expect } from '@playwright/test';
import { interfaceText } from '../interface-text.ts';
import { pressOn } from '../keyboard.ts';
import type { FigureUnderTest } from './figure-under-test.ts';

const { figure: frame, worryMap: labels } = interfaceText;

export const worryMap: FigureUnderTest = {
  name: 'worry-map',
  lesson: 'lessons/how-worried/',
  async predict(page, figure) {
    const slider = figure.getByRole('slider', { name: labels.questions.unprompted.name });
    await pressOn(page, slider, 'ArrowRight', 5);
    await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  },
  async change(page, figure) {
    // To open an argument would be kept, and the figure would not be at rest on the next visit.
    await pressOn(page, figure.getByRole('combobox', { name: labels.show }), 'ArrowDown');
    await expect(page).toHaveURL(/[?]question=survives&end$/);
  },
  badValue: 'argument=nobody',
};
