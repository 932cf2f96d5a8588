import { interfaceText } from '../interface-text.ts';
import { pressOn } from '../keyboard.ts';
import type { FigureUnderTest } from './figure-under-test.ts';

const { figure: frame, deploymentChecklist: labels } = interfaceText;

export const deploymentChecklist: FigureUnderTest = {
  name: 'deployment-checklist',
  lesson: 'lessons/who-decides/',
  async predict(page, figure) {
    // Tab reaches the first of the answers; the arrows choose among them.
    await pressOn(
      page,
      figure.getByRole('radio', { name: labels.checks.training }),
      'ArrowDown',
      2,
    );
    await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  },
  async change(page, figure) {
    await pressOn(page, figure.getByRole('combobox', { name: labels.effort }), 'ArrowDown', 2);
    await pressOn(page, figure.getByRole('combobox', { name: labels.state }), 'ArrowDown', 1);
  },
  badValue: 'stage=never',
};
