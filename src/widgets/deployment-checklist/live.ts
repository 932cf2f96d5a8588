/** What the figure needs once its outcome may be seen; until then the page's own picture stands for it. */
import { KeptDocument } from '../../learning/kept-document.svelte.ts';
import { nothingWritten, type Written } from './deployment-checklist.ts';
import { writtenSchema } from './written.ts';

export { default as Filters } from './Filters.svelte';
export { default as Picture } from './Picture.svelte';
export { default as Tools } from './Tools.svelte';

/** What the organisation has written, as this browser keeps it. */
export const openDocument = () =>
  new KeptDocument<Written>('deployment-checklist', writtenSchema, nothingWritten);
