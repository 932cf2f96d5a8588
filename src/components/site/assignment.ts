import { openedFragment } from '../../learning/open-assignment.ts';

/** Where an assignment is open in this tab, a page with a place for it is told so. Everybody else fetches nothing. */
export function showAssignment(): void {
  const bar = document.getElementById('assignment-bar');
  const fragment = bar && openedFragment();
  if (!fragment) return;
  import('./assignment-bar.ts').then(
    ({ followAssignment }) => followAssignment(fragment, bar),
    // Without it the page is as everybody sees it.
    () => undefined,
  );
}
