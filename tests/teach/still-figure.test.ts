import { describe, expect, test } from 'vitest';
import { stillFigure } from '../../src/teach/still-figure.ts';

const row = '<tr><td>1</td></tr>';
const rendered = ({ rows = 2, inputs = '', extra = '' } = {}) => `
<style>astro-island{display:contents}</style><script>let a = 1 > 0;</script>
<astro-island props="{&quot;a&quot;:&quot;<figure>&quot;}"><!--[--><figure
  class="figure wide awaiting svelte-1" id="boat" data-figure="waiting" aria-labelledby="boat-title">
<header><h2 id="boat-title" class="title svelte-1"><!----><span class="outcome svelte-1">It circled, $& 3</span><span
 class="needs-script svelte-1">What will it do?</span></h2><p>Lead.</p></header>
<div class="needs-script"><div class="prediction svelte-2"><form><fieldset><legend>Guess.</legend>${inputs}</fieldset>
<div class="buttons"><button>Lock in</button></div></form></div></div>
<div class="picture outcome"><svg data-picture><defs><pattern id="hatch"></pattern></defs>
<rect fill="url(#hatch)"/><use href="#lamp"/><use href="#hatch"/></svg><br><button>Play</button>${extra}</div>
<p class="visually-hidden" aria-live="polite">said</p><p role="status">told</p>
<figcaption class="outcome"><p>Measured.</p><p class="without-script">No script.</p>
<details class="table svelte-1"><summary>Show</summary><p>State</p><section tabindex="0"><table><thead><tr><th>a</th></tr></thead>${row.repeat(rows)}</table></section></details>
<div class="tools no-print"><a href="/x/">x</a></div></figcaption></figure><!--]--></astro-island>`;

describe('a still figure', () => {
  const still = stillFigure(rendered(), 'p');

  test('asks its question and keeps the finding for the key', () => {
    expect(still.question).toBe('What will it do?');
    expect(still.finding).toBe('It circled, $& 3');
    expect(still.picture).toContain('What will it do?</h2>');
    expect(still.picture).not.toContain('It circled');
    expect(still.caption).toBe('Measured.');
  });

  test('has no control, no script and nothing that waits for one', () => {
    expect(still.picture).not.toMatch(
      /<button|<input|<script|astro-island|needs-script|no-print|without-script|awaiting|data-figure|tabindex|aria-live|told|<!--|<summary/,
    );
    expect(still.picture).toMatch(/^<figure[\s\S]*<\/figure>$/);
    expect(still.picture).toContain('<br>');
  });

  test('opens its table, and leaves out one that is too long for paper', () => {
    expect(still.picture).toContain('<div class="table svelte-1"><p>State</p>');
    expect(still.picture).not.toContain('details');
    expect(still.rowsLeftOut).toBe(0);
    const long = stillFigure(rendered({ rows: 25 }), 'p');
    expect(long.picture).not.toContain('<table');
    expect(long.rowsLeftOut).toBe(25);
    expect(stillFigure(rendered({ rows: 24 }), 'p').rowsLeftOut).toBe(0);
  });

  test('gives its own names a prefix, and leaves those of the page alone', () => {
    expect(still.picture).toContain('id="p-boat"');
    expect(still.picture).toContain('aria-labelledby="p-boat-title"');
    expect(still.picture).toContain('fill="url(#p-hatch)"');
    expect(still.picture).toContain('href="#p-hatch"');
    expect(still.picture).toContain('href="#lamp"');
  });

  test('keeps elements of a kind within one of the same kind', () => {
    const nested = '<div class="no-print"><div><div></div></div>away</div><b>stays</b>';
    const { picture } = stillFigure(rendered({ extra: nested }), 'p');
    expect(picture).toContain('<b>stays</b></div>');
    expect(picture).not.toContain('away');
  });

  test('keeps a word that would open, and what a figure says in a message of its own', () => {
    const extra =
      '<p class="message">Hello</p><button type="button" disabled class="c">the cost <b>86 %</b></button>';
    const { picture } = stillFigure(rendered({ extra }), 'p');
    expect(picture).toContain('<p class="message">Hello</p>');
    expect(picture).toContain('<span class="word">the cost <b>86 %</b></span>');
    expect(picture).not.toContain('Play');
  });

  test('is refused where there is none', () => {
    expect(() => stillFigure('<p>no</p>', 'p')).toThrow('holds no figure');
  });
});

describe('a prediction on paper', () => {
  test('has a box for each choice', () => {
    const inputs =
      '<label class="c"><input type="radio" name="g" value="a"/>More</label><label><input type="radio" name="g" value="b"/>Less</label>';
    const { prediction } = stillFigure(rendered({ inputs }), 'p');
    expect(prediction).toBe(
      '<p>Guess.</p><span class="choice"><span class="tick"></span>More</span><span class="choice"><span class="tick"></span>Less</span>',
    );
  });

  test.each([
    ['50 of 100', 'of 100'],
    ['1,200 prompts', 'prompts'],
    ['0.60', ''],
    ['no estimate yet', ''],
  ])('has a blank for a slider that stands at “%s”, with its unit', (reading, unit) => {
    const inputs = `<div><label for="s1">How many?</label> <output for="s1" aria-live="off">${reading}</output> <input id="s1" type="range" value="50"/><span class="ends" aria-hidden="true"><i>few</i></span></div>`;
    const { prediction } = stillFigure(rendered({ inputs }), 'p');
    expect(prediction).toBe(
      `<p>Guess.</p><div><span class="choice">How many?</span> <span class="blank"></span> ${unit} </div>`,
    );
  });
});
