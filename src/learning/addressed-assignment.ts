import { fragmentIn } from './assignment.ts';

/**
 * The fragment of the assignment in the address of the page. A link to a place on the page, such as the one
 * past its header, is no other assignment: the one that is shown goes on, and is put back into the address,
 * so that reloading keeps it.
 *
 * @param shown the fragment that was in the address before, where it held an assignment
 */
export function addressedAssignment(shown: string | undefined): string | undefined {
  const fragment = fragmentIn(location.hash);
  if (fragment !== undefined || shown === undefined || location.hash === '') return fragment;
  history.replaceState(history.state, '', shown);
  return shown;
}
