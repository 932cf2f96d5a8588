/** What the figure needs once its outcome may be seen; until then the page's own picture stands for it. */
export { exactOrder } from './design.ts';
export { Exact } from './exact.svelte.ts';
export { OwnReader } from './own-reader.svelte.ts';
export { default as Picture } from './Picture.svelte';
export { default as Settings } from './Settings.svelte';
export { tableOf } from './table.ts';
export { finding, sentence } from './wording.ts';
