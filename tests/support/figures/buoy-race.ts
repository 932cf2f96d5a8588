import { expect } from '@playwright/test';
import { interfaceText } from '../interface-text.ts';
import { pressOn } from '../keyboard.ts';
import type { FigureUnderTest } from './figure-under-test.ts';

const { buoyRace: labels, figure: frame } = interfaceText;

export const buoyRace: FigureUnderTest = {
  name: 'buoy-race',
  lesson: 'lessons/right-reward-wrong-goal/',
  async predict(page, figure) {
    await pressOn(page, figure.getByRole('radio').first(), 'ArrowDown', 2);
    await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  },
  async change(page, figure) {
    await pressOn(page, figure.getByRole('slider', { name: labels.bonus }), 'ArrowRight', 2);
    await pressOn(page, figure.getByRole('checkbox'), 'Space');
    await pressOn(page, figure.getByRole('radio', { name: labels.network }), 'ArrowDown');
    await expect(figure.locator('[aria-busy=true]')).toHaveCount(0);
  },
  badValue: 'bonus=99',
};
