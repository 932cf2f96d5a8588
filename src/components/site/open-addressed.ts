/** A link to something that is folded, such as a follow-up question, opens it. */
export function openAddressed(): void {
  const addressed = document.getElementById(location.hash.slice(1));
  if (addressed instanceof HTMLDetailsElement) addressed.open = true;
}
