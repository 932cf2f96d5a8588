import type { Deed } from './record.ts';

/** A deed as the part of a page knows it; the page adds the lesson and the figure it stands in. */
export type Told = Deed extends infer One
  ? One extends Deed
    ? Omit<One, 'lesson' | 'figure'> & Partial<Pick<One, keyof One & ('lesson' | 'figure')>>
    : never
  : never;

/** The last tries at a check, taken back. Which deeds those are, only the keeper knows. */
export interface TakenBack {
  kind: 'takenBack';
  /** `<lesson>/<check>` */
  check: string;
  tries: number;
}

/** Name of the event by which a part of a page tells what its reader did. */
export const toldEvent = 'learned';

/** Tells the page what its reader did, from where it was done. Without a listener nothing happens. */
export function tell(from: Element, deed: Told | TakenBack): void {
  from.dispatchEvent(new CustomEvent(toldEvent, { bubbles: true, detail: deed }));
}
