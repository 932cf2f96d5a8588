/** What the figure needs once its outcome may be seen; until then the page's own picture stands for it. */
export { default as Picture } from './Picture.svelte';
export { default as Settings } from './Settings.svelte';
export { readingOf, wordsOf } from './wording.ts';
