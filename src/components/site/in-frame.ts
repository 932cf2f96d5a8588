/** Only a page in a frame needs more. */
export function fitFrame(): void {
  if (window.parent === window) return;
  // Without this part a link opens in the frame, if what it leads to lets it.
  import('./frame-links.ts').catch(() => {});
}
