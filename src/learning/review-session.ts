/** One sitting of review: which checks are left, which is asked, what was done. Plain state in, state out. */
export interface ReviewSession {
  /** Checks still to be asked; the first is asked now. */
  left: string[];
  /** Checks that were answered, oldest first, and how often each was. */
  done: { check: string; tries: number }[];
  /** Whether the check that is asked has been answered, so that its feedback can be read. */
  answered: boolean;
}

export const beginSession = (checks: string[]): ReviewSession => ({
  left: checks,
  done: [],
  answered: false,
});

/** The check that is asked was answered, for the first time or once more. */
export function answer(session: ReviewSession): ReviewSession {
  const [check] = session.left;
  if (check === undefined) return session;
  const tries = session.answered ? session.done.at(-1)!.tries + 1 : 1;
  const before = session.answered ? session.done.slice(0, -1) : session.done;
  return { ...session, answered: true, done: [...before, { check, tries }] };
}

/** On to the next check. */
export const next = (session: ReviewSession): ReviewSession => ({
  ...session,
  left: session.left.slice(1),
  answered: false,
});

/** Puts the check that is asked at the end of the line. */
export function skip(session: ReviewSession): ReviewSession {
  const [check, ...others] = session.left;
  if (check === undefined || session.answered) return session;
  return { ...session, left: [...others, check] };
}

/** Takes the last check back: it is asked again. Nothing changes where none was answered. */
export function undo(session: ReviewSession): ReviewSession {
  const last = session.done.at(-1);
  if (last === undefined) return session;
  const left = session.answered ? session.left : [last.check, ...session.left];
  return { left, done: session.done.slice(0, -1), answered: false };
}
