/** What the figure needs once its outcome may be seen; until then the page's own picture stands for it. */
export { DataSets } from './data-sets.svelte.ts';
export { default as Picture } from './Picture.svelte';
export { shownOf } from './trial.ts';
