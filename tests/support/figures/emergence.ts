import { interfaceText } from '../interface-text.ts';
import { pressOn } from '../keyboard.ts';
import type { FigureUnderTest } from './figure-under-test.ts';

const { emergence: labels, figure: frame } = interfaceText;

export const emergence: FigureUnderTest = {
  name: 'emergence',
  lesson: 'lessons/sudden-skills/',
  async predict(page, figure) {
    await pressOn(page, figure.getByLabel(labels.guesses.sharper), 'Space');
    await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  },
  async change(page, figure) {
    const checked = figure.getByRole('radio', { checked: true });
    await pressOn(page, checked, 'ArrowRight');
    await pressOn(page, figure.getByRole('slider'), 'ArrowRight', 2);
    await pressOn(page, figure.getByRole('combobox').first(), 'ArrowDown', 3);
  },
  badValue: 'models=7',
};
