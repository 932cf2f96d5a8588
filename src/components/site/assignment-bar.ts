import { readAssignment, type FigureSetting } from '../../learning/assignment.ts';
import { assignedEvent } from '../../learning/open-assignment.ts';
import { hideControls } from './hidden-controls.ts';

/** Shows the way back to an assignment, and sets the figures of this page as it says. */
export function followAssignment(fragment: string, bar: HTMLElement): void {
  const reading = readAssignment(fragment);
  if (!reading) return;
  const { title, figures } = reading.assignment;
  const link = bar.querySelector('a')!;
  link.hash = fragment;
  const named = link.querySelector<HTMLElement>('[data-named]')!;
  if (title) named.textContent = named.dataset['named']!.replace('{title}', () => title);
  showWayBackAtTheEnd(fragment, title);
  const here = figures.filter(setFigure);
  bar.querySelector<HTMLElement>('[data-set]')!.hidden = here.length === 0;
  bar.hidden = false;
}

/** The end of a lesson would otherwise lead on to the next one, and out of the assignment. */
function showWayBackAtTheEnd(fragment: string, title: string): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-back-to-assignment]');
  if (!link) return;
  link.hash = fragment;
  link.querySelector('small')!.textContent = title;
  link.hidden = false;
}

/** @returns false where the figure is not on this page. */
function setFigure({ figure, state, hidden }: FigureSetting): boolean {
  const element = document.getElementById(figure);
  if (!element?.dataset['figure']) return false;
  if (hidden.length > 0) hideControls(element, hidden);
  if (state) whenReady(element, () => assign(element, `#${figure}?${state}&end`));
  return true;
}

const assign = (figure: Element, fragment: string) =>
  figure.dispatchEvent(new CustomEvent(assignedEvent, { detail: fragment }));

/** A figure comes to life once it is near; only then it can be set. */
function whenReady(figure: HTMLElement, act: () => void): void {
  const isReady = () => figure.dataset['figure'] === 'ready';
  if (isReady()) return act();
  const watcher = new MutationObserver(() => {
    if (!isReady()) return;
    watcher.disconnect();
    act();
  });
  watcher.observe(figure, { attributeFilter: ['data-figure'] });
}
