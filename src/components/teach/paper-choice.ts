/** The size of the paper. Without a script the printer decides. */
import { usualPaper } from '../../teach/paper.ts';

const choices = [...document.querySelectorAll<HTMLInputElement>('input[name=paper]')];
// The page's policy refuses a new style element, and none is needed.
const size = new CSSStyleSheet();
document.adoptedStyleSheets.push(size);

function choose(paper: string): void {
  for (const choice of choices) choice.checked = choice.value === paper;
  size.replaceSync(`@page { size: ${paper === 'letter' ? 'letter' : 'A4'}; }`);
}

for (const choice of choices) choice.addEventListener('change', () => choose(choice.value));
choose(usualPaper(navigator.languages));
document.querySelector('[data-print]')?.addEventListener('click', () => window.print());
