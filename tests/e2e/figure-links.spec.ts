import { fill } from '../../src/lib/fill.ts';
import { figures, openFigure, shownState, skipPrediction } from '../support/figures.ts';
import { interfaceText } from '../support/interface-text.ts';
import { lessonPages } from '../support/site-pages.ts';
import { expect, test } from './fixtures.ts';

const { figure: frame } = interfaceText;

test.use({
  permissions: ['clipboard-read', 'clipboard-write'],
  contextOptions: { reducedMotion: 'reduce' },
});

test('every figure of a lesson is in the tests', async ({ request }) => {
  const names: string[] = [];
  for (const path of lessonPages()) {
    const html = await (await request.get(path)).text();
    for (const [tag] of html.matchAll(/<figure[^>]*data-figure[^>]*>/g)) {
      names.push(`${path} ${/ id="([^"]*)"/.exec(tag)?.[1]}`);
    }
  }
  expect(figures.map(({ lesson, name }) => `${lesson} ${name}`).sort()).toEqual(names.sort());
});

for (const subject of figures) {
  const { name, badValue } = subject;

  test(`${name}: its link opens the same state, and one that cannot be read says so`, async ({
    page,
  }) => {
    const figure = await openFigure(page, subject);
    await skipPrediction(figure);
    const rest = await shownState(figure);
    const visits = await page.evaluate(() => history.length);
    await subject.change(page, figure);
    await expect(page).toHaveURL((url) => url.hash.startsWith(`#${name}?`));
    expect(await page.evaluate(() => history.length), 'nothing is added').toBe(visits);

    const shown = await shownState(figure);
    await figure.getByRole('button', { name: frame.copyLink }).click();
    await expect(figure.getByText(frame.copied)).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await expect(page).toHaveURL(link);
    await openFigure(page, { ...subject, lesson: link });
    expect(await shownState(figure)).toEqual(shown);
    await figure.getByRole('button', { name: frame.reset }).click();
    await expect(page).toHaveURL((url) => url.hash === '');

    // All figures read links in the same way; what is their own is which values they take.
    const [key = ''] = badValue.split('=');
    const broken = {
      'with an edited value': `#${name}?${badValue}&end`,
      ...(subject === figures[0] && {
        'cut short': `#${name}?${key.slice(0, -1)}`,
        'with an unknown key': `#${name}?colour=red&end`,
        'with a key twice': `#${name}?${key}=&${key}=&end`,
        'with a key that every object has': `#${name}?__proto__=1&end`,
        'of 5,000 characters': `#${name}?${key}=${'y'.repeat(5000)}&end`,
      }),
    };
    for (const [how, fragment] of Object.entries(broken)) {
      await test.step(how, async () => {
        await openFigure(page, subject, fragment);
        await expect(figure.getByText(frame.brokenLink)).toBeVisible();
        await skipPrediction(figure);
        expect(await shownState(figure)).toEqual(rest);
      });
    }
  });
}

test('a link to a figure that is elsewhere is said to be so', async ({ page }) => {
  const subject = figures.find(({ name }) => name === 'time-limit')!;
  const figure = await openFigure(page, subject, '#no-such-figure?light=on&end');
  // The first figure of a page speaks for all.
  const first = page.locator('figure[data-figure]').first();
  await first.scrollIntoViewIfNeeded();
  await expect(first.getByText(frame.foreignLink)).toBeVisible();
  await expect(figure.getByText(frame.foreignLink)).toHaveCount(0);
});

test('a link followed on the page itself sets its figure, and going back unsets it', async ({
  page,
}) => {
  const subject = figures.find(({ name }) => name === 'cue-switch')!;
  const figure = await openFigure(page, subject);
  await page.evaluate(() => (location.hash = '#cue-switch?condition=deployment&end'));
  await expect(figure.getByRole('radio', { name: interfaceText.cueSwitch.notUsed })).toBeChecked();
  await page.goBack();
  await expect(
    figure.getByRole('radio', { name: interfaceText.cueSwitch.used, exact: true }),
  ).toBeChecked();
});

test('where copying is refused the link can be read', async ({ page }) => {
  await page.addInitScript(() => {
    // A blank page has none.
    const { clipboard } = navigator as { clipboard?: Clipboard };
    if (clipboard) clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  const figure = await openFigure(page, figures[0]!);
  await skipPrediction(figure);
  await figure.getByRole('button', { name: frame.copyLink }).click();
  const link = `${page.url()}#${figures[0]!.name}`;
  await expect(figure.getByText(fill(frame.copyFailed, { link }))).toBeVisible();
});
