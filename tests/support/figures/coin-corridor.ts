import { expect } from '@playwright/test';
import { interfaceText } from '../interface-text.ts';
import { pressOn } from '../keyboard.ts';
import type { FigureUnderTest } from './figure-under-test.ts';

const { coinCorridor: labels, figure: frame } = interfaceText;

export const coinCorridor: FigureUnderTest = {
  name: 'coin-corridor',
  lesson: 'lessons/right-reward-wrong-goal/',
  async predict(page, figure) {
    await pressOn(page, figure.getByRole('slider'), 'ArrowRight', 5);
    await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  },
  async change(page, figure) {
    await pressOn(page, figure.getByRole('slider', { name: labels.share }), 'ArrowRight', 4);
    await expect(figure.locator('[aria-busy=true]')).toHaveCount(0);
  },
  badValue: 'share=4',
};
