/** What the figure needs once its outcome may be seen: the map, and the reader's marks, estimates and files. */
export { default as ArgumentMap } from './ArgumentMap.svelte';
export { default as Estimates } from './Estimates.svelte';
export { default as Keeping } from './Keeping.svelte';
export { default as Reply } from './Reply.svelte';
