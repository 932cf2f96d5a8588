import { shellOrigin } from '../../learning/in-shell.ts';

/** Only a page in a course system's frame needs more. */
export function fitShell(): void {
  if (shellOrigin() === undefined) return;
  // Without this part a link to another site opens in the frame, if that site lets it.
  import('./shell-links.ts').catch(() => {});
}
