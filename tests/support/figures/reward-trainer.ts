import { interfaceText } from '../interface-text.ts';
import { pressOn } from '../keyboard.ts';
import type { FigureUnderTest } from './figure-under-test.ts';

const { rewardTrainer: labels, figure: frame } = interfaceText;

export const rewardTrainer: FigureUnderTest = {
  name: 'reward-trainer',
  lesson: 'lessons/learning-from-reward/',
  async predict(page, figure) {
    await pressOn(page, figure.getByRole('slider'), 'ArrowLeft', 5);
    await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  },
  async change(page, figure) {
    const button = (name: string) => figure.getByRole('button', { name, exact: true });
    await pressOn(page, button(labels.reward), 'Enter', 2);
    await pressOn(page, button(labels.noReward), 'Enter');
    await pressOn(page, figure.getByRole('slider'), 'ArrowRight', 2);
  },
  badValue: 'rewards=gold',
};
