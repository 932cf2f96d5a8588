import { expect } from '@playwright/test';
import { interfaceText } from '../interface-text.ts';
import { pressOn } from '../keyboard.ts';
import type { FigureUnderTest } from './figure-under-test.ts';

const { figure: frame, oversightGame: labels } = interfaceText;

export const oversightGame: FigureUnderTest = {
  name: 'oversight-game',
  lesson: 'lessons/the-oversight-game/',
  async predict(page, figure) {
    await pressOn(page, figure.getByRole('radio', { name: labels.predictMore }), 'Space');
    await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  },
  async change(page, figure) {
    const slider = (name: string) => figure.getByRole('slider', { name });
    await pressOn(page, slider(labels.payoffs.harm), 'ArrowRight', 3);
    await pressOn(page, figure.getByRole('radio', { name: labels.panels.audit }), 'ArrowDown');
    await pressOn(page, slider(labels.suspicion), 'ArrowRight', 2);
    // So many presses outlast the pause after which the address follows: it may hold a state between.
    await expect(page).toHaveURL(/[?&]harm=23&suspicion=2&end$/);
  },
  badValue: 'harm=0',
};
