/**
 * The name that a learner put on a receipt, for the next one: kept by the tab and gone with it. Where the
 * browser keeps nothing, it is typed again.
 */
const key = 'unwatched-name';

/** The name that was typed last in this tab; empty where there is none. */
export function lastName(): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a name in this tab; an empty one forgets the one before. */
export function keepName(name: string): void {
  try {
    if (name) sessionStorage.setItem(key, name);
    else sessionStorage.removeItem(key);
  } catch {
    // It is typed again.
  }
}
