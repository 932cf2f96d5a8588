/** The id that an address names after its `#`, as a page has it; empty where it is no text. */
export function addressedId(fragment: string): string {
  try {
    return decodeURIComponent(fragment.slice(1));
  } catch {
    return '';
  }
}

/** A link to something that is folded, such as a follow-up question, opens it. */
export function openAddressed(): void {
  const addressed = document.getElementById(addressedId(location.hash));
  if (addressed instanceof HTMLDetailsElement) addressed.open = true;
}
