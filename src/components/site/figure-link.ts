/**
 * A link to a figure's state names the figure before a question mark, so the browser itself does not
 * go there. A figure reads its state once it is in view: bring it, or the first on the page, into view.
 */
export function goToFigure(): void {
  const addressee = /^#([a-z][a-z0-9-]*)\?/.exec(location.hash)?.[1];
  if (!addressee) return;
  // On reloading, too: the place that the browser remembers was measured with the figure at work.
  history.scrollRestoration = 'manual';
  const figure = document.getElementById(addressee) ?? document.querySelector('[data-figure]');
  figure?.scrollIntoView({ block: 'start' });
}
