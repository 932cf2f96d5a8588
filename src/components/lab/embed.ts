import { hideControls } from '../site/hidden-controls.ts';
import type { HeightMessage } from './embed-height.ts';

/**
 * Starts the page of an embedded figure. Its address says which controls are left out: `?without=horizon,stakes`
 * by their names as an assignment writes them, or `?without=all`. The page around it is told how high it is.
 */
export function startEmbed(): void {
  const without = new URLSearchParams(location.search).get('without')?.split(',') ?? [];
  const figure = document.querySelector('[data-figure]');
  if (without.includes('all')) document.documentElement.dataset['without'] = 'all';
  else if (figure && without.length > 0) hideControls(figure, without.slice(0, 100));

  // What makes a heavy figure work is fetched once a state of it is asked for, the usual one among them.
  const showState = () => {
    document.querySelector('[data-work]')?.toggleAttribute('hidden', location.hash !== '');
  };
  showState();
  addEventListener('hashchange', showState);

  if (parent === self) return;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    const message: HeightMessage = { type: 'unwatched-height', height };
    // Whoever shows a figure may know how high it is.
    parent.postMessage(message, '*');
  }).observe(document.body);
}
