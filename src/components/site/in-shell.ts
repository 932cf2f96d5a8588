/** Only a page in a course system's frame needs more. */
import { shellOrigin } from '../../learning/in-shell.ts';

if (shellOrigin() !== undefined) {
  // Without this part a link to another site opens in the frame, if that site lets it.
  import('./shell-links.ts').catch(() => {});
}
