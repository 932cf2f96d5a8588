/** What the frame is called in which a course system's shell shows the site; the shell's origin follows. */
export const shellFrame = 'unwatched-shell ';

/** The origin of the shell that shows this page; undefined for a page that stands by itself. */
export function shellOrigin(): string | undefined {
  if (typeof window === 'undefined' || window.parent === window) return undefined;
  return window.name.startsWith(shellFrame) ? window.name.slice(shellFrame.length) : undefined;
}
