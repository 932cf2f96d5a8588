/** What the figure needs once its outcome may be seen; until then the page's own picture stands for it. */
export { default as AnyGame } from './AnyGame.svelte';
export { default as Controls } from './Controls.svelte';
export { default as Picture } from './Picture.svelte';
export { wordsOf } from './wording.ts';
