import type { Handover } from './handover.ts';

/**
 * Fetches what the figure needs once its outcome may be seen: its script, and its words and numbers.
 *
 * @throws where either cannot be had.
 */
export async function loadLive(address: string) {
  const [parts, answer] = await Promise.all([import('./live.ts'), fetch(address)]);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return { ...parts, data: (await answer.json()) as Handover };
}

/** What was fetched. */
