import { interfaceText } from '../interface-text.ts';
import { pressOn } from '../keyboard.ts';
import type { FigureUnderTest } from './figure-under-test.ts';

const { figure: frame, horizon: labels } = interfaceText;

export const horizon: FigureUnderTest = {
  name: 'horizon',
  lesson: 'lessons/how-far-ahead/',
  async predict(page, figure) {
    await pressOn(page, figure.getByRole('radio', { name: labels.predictSame }), 'Space');
    await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  },
  async change(page, figure) {
    const slider = (name: string) => figure.getByRole('slider', { name });
    await pressOn(page, figure.getByRole('radio', { name: labels.used }), 'ArrowRight');
    await pressOn(page, slider(labels.discount), 'ArrowLeft', 5);
    await pressOn(page, slider(labels.stakes), 'ArrowRight', 2);
    await pressOn(page, slider(labels.share), 'ArrowLeft', 3);
  },
  badValue: 'stakes=9',
};
