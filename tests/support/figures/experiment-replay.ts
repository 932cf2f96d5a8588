import { interfaceText } from '../interface-text.ts';
import { pressOn } from '../keyboard.ts';
import type { FigureUnderTest } from './figure-under-test.ts';

const { experimentReplay: labels, figure: frame } = interfaceText;

export const experimentReplay: FigureUnderTest = {
  name: 'experiment-replay',
  lesson: 'lessons/the-experiment/',
  async predict(page, figure) {
    await pressOn(page, figure.getByRole('slider').first(), 'ArrowLeft', 5);
    await pressOn(page, figure.getByRole('slider').last(), 'ArrowRight', 5);
    await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  },
  async change(page, figure) {
    await pressOn(page, figure.getByRole('combobox'), 'ArrowDown');
    const drawMore = figure.getByRole('button', { name: labels.drawMore });
    await pressOn(page, drawMore, 'Enter');
  },
  badValue: 'hundreds=21',
};
