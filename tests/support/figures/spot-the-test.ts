import { interfaceText } from '../interface-text.ts';
import { pressOn } from '../keyboard.ts';
import type { FigureUnderTest } from './figure-under-test.ts';

const { spotTheTest: labels, figure: frame } = interfaceText;

export const spotTheTest: FigureUnderTest = {
  name: 'spot-the-test',
  lesson: 'lessons/does-it-know/',
  async predict(page, figure) {
    await pressOn(page, figure.getByRole('slider'), 'ArrowRight', 20);
    await pressOn(page, figure.getByRole('button', { name: frame.commit }), 'Enter');
  },
  async change(page, figure) {
    // A digit chooses and Enter goes on; the focus stays in the form.
    const scale = figure.getByRole('radio').first();
    for (const digit of '16253415') {
      await pressOn(page, scale, digit);
      await page.keyboard.press('Enter');
    }
    await pressOn(page, figure.getByRole('button', { name: labels.stop }), 'Enter');
  },
  badValue: 'ratings=17',
};
