import { interfaceText } from '../interface-text.ts';
import { pressOn } from '../keyboard.ts';
import type { FigureUnderTest } from './figure-under-test.ts';

const { cueSwitch: labels, figure: frame } = interfaceText;

export const cueSwitch: FigureUnderTest = {
  name: 'cue-switch',
  lesson: 'lessons/two-faces/',
  async predict(page, figure) {
    await pressOn(page, figure.getByLabel(labels.predictTraining), 'Space');
    await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  },
  async change(page, figure) {
    const atRest = figure.getByRole('radio', { name: labels.used, exact: true });
    await pressOn(page, atRest, 'ArrowRight');
  },
  badValue: 'condition=moonlight',
};
