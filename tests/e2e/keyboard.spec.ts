import {
  addressFollows,
  figures,
  openFigure,
  shownState,
  skipPrediction,
} from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { pressOn } from '../support/keyboard.ts';
import { expect, test } from './fixtures.ts';

const { figure: frame } = interfaceText;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const subject of figures) {
  test(`${subject.name} can be finished with the keyboard alone`, async ({ page }) => {
    // A prediction may set the figure, so its state at rest is seen without one.
    const fresh = await openFigure(page, subject);
    await skipPrediction(fresh);
    const [rest] = await shownState(fresh);

    const figure = await openFigure(page, subject);
    await subject.predict(page, figure);
    await expect(figure.getByRole('button', { name: frame.again })).toBeVisible();
    const focusIsKept = () => figure.evaluate((node) => node.contains(document.activeElement));
    expect(await focusIsKept(), 'the focus stays in the figure').toBe(true);

    await subject.change(page, figure);
    await pressOn(page, figure.getByText(frame.table), 'Enter');
    await expect(figure.getByRole('table')).toBeVisible();
    await expect(page).toHaveURL((url) => url.hash.startsWith(`#${subject.name}?`));
    await addressFollows(page);
    const changed = page.url();

    await pressOn(page, figure.getByRole('button', { name: frame.reset, exact: true }), 'Enter');
    const [controls] = await shownState(figure);
    expect(controls).toEqual(rest);

    await pressOn(page, figure.getByRole('button', { name: frame.undo, exact: true }), 'Enter');
    await expect(page).toHaveURL(changed);
  });
}
