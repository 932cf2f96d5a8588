/**
 * The assignment that is open in this tab: its link's fragment, kept by the tab and gone with it. Where
 * the browser keeps nothing, none is ever open.
 */
const key = 'unwatched-assignment';

/** Name of the event by which a page hands a figure the state of an assignment, as the fragment of a figure's link. */
export const assignedEvent = 'assigned';

/** The fragment of the open assignment, unread; undefined where none is open. */
export function openedFragment(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Opens an assignment in this tab, or none. @returns whether the tab will know. */
export function openInTab(fragment: string | undefined): boolean {
  try {
    if (fragment === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, fragment);
    return true;
  } catch {
    return false;
  }
}
