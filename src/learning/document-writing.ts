/** What becomes of a document that another is written over, in the browser's store and in a shell alike. */

/** So many documents are set aside under one name; then the oldest goes. */
const mostAside = 10;

/**
 * @param before what lies in the place, with what was set aside there, oldest first
 * @param known the documents, as JSON, that may be written over. `all` also empties what was set aside
 * @returns when the next document counts as changed, and what is set aside then
 */
export function afterWriting(
  before: { at?: number; value?: unknown; aside?: unknown[] } | undefined,
  value: unknown,
  known: readonly string[] | 'all',
): { at: number; aside: unknown[] } {
  // Later than the one before, even where the clock has been set back.
  const at = Math.max(Date.now(), (before?.at ?? 0) + 1);
  if (known === 'all') return { at, aside: [] };
  const { value: present, aside = [] } = before ?? {};
  const text = JSON.stringify(present);
  const unseen = present !== undefined && !known.includes(text) && text !== JSON.stringify(value);
  return { at, aside: unseen ? [...aside, present].slice(-mostAside) : aside };
}
