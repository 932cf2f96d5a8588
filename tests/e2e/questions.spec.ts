import { interfaceText } from '../support/interface-text.ts';
import { savedText } from '../support/saved-file.ts';
import { expect, test } from './fixtures.ts';

const { questions: words, questionNotes } = interfaceText;
const question = 'robust-detection';

test('a question is worked on, kept over a reload, found by its state, and taken away', async ({
  page,
}) => {
  await page.goto(`questions/#${question}`);
  const article = page.locator(`#${question}`);
  await expect(article.getByText(questionNotes.coversLater)).toBeHidden();
  await article.getByText(questionNotes.covers).click();
  await expect(article.getByText(questionNotes.coversLater)).toBeVisible();
  await article.getByRole('checkbox').first().check();
  await article
    .getByRole('textbox')
    .fill('# What I found\n\n*Much* <b>bold</b> [x](javascript:alert(1))');
  await expect(article.getByText(questionNotes.coversLater)).toBeHidden();
  await expect(article.getByText(questionNotes.keeping.kept)).toBeVisible();

  await article.getByRole('button', { name: questionNotes.preview }).click();
  await expect(article.getByRole('heading', { name: 'What I found' })).toBeVisible();
  await expect(article.getByText('<b>bold</b>')).toBeVisible();
  await expect(article.locator('a[href^="javascript"]')).toHaveCount(0);

  await page.reload();
  await expect(article.getByRole('textbox')).toHaveValue(/What I found/);
  await expect(article.getByRole('checkbox').first()).toBeChecked();
  await expect(article.getByRole('radio', { name: questionNotes.states.working })).toBeChecked();

  await page
    .getByRole('combobox', { name: words.state })
    .selectOption(questionNotes.states.working);
  await expect(
    page
      .locator('main details[id]')
      .filter({ visible: true })
      .and(page.locator(':has(> summary h3)')),
  ).toHaveCount(1);

  const text = await savedText(page, page.getByRole('button', { name: words.markdown }));
  expect(text).toContain('- [x] ');
  expect(text).toContain('What I found');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('*Much* <b>bold</b>').filter({ visible: true })).toHaveCount(1);
});
