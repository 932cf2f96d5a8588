import { expect } from '@playwright/test';
import { interfaceText } from '../interface-text.ts';
import { pressOn } from '../keyboard.ts';
import type { FigureUnderTest } from './figure-under-test.ts';

const { detectionLab: labels, figure: frame } = interfaceText;

export const detectionLab: FigureUnderTest = {
  name: 'detection-lab',
  lesson: 'lessons/catching-a-faker/',
  async predict(page, figure) {
    await pressOn(page, figure.getByRole('slider').first(), 'ArrowRight', 5);
    await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  },
  async change(page, figure) {
    await expect(figure.locator('[aria-busy=true]')).toHaveCount(0);
    const slider = (name: string) => figure.getByRole('slider', { name, exact: true });
    await pressOn(page, slider(labels.controls.prompts), 'ArrowRight', 6);
    await pressOn(page, slider(labels.controls.recognition), 'ArrowLeft', 3);
    await expect(figure.locator('[aria-busy=true]')).toHaveCount(0);
  },
  badValue: 'prompts=4',
};
