/**
 * When each quick check comes back, worked out from nothing but the answers that were given: no state of
 * its own is kept, so that two devices that join their answers agree. The spacing is FSRS with its
 * published defaults, in whole days; a wrong answer counts as `Again`, a right one as `Good`. How sure
 * a learner was changes nothing.
 */
import { createEmptyCard, fsrs, Rating, type Card } from 'ts-fsrs';
import type { LearningEvent } from './record.ts';

const day = 86_400_000;

/** A check that has been answered at least once. */
export interface Scheduled {
  /** `<lesson>/<check>` */
  check: string;
  /** Milliseconds since 1970. */
  due: number;
  /** Days between the last answer and `due`, at least 1. */
  interval: number;
  answers: number;
  lastRight: boolean;
}

const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false, maximum_interval: 365 });

/**
 * The schedule of every check that was answered, soonest first.
 *
 * An answer given on the day on which the check was last seen moves nothing unless it was wrong: trying
 * again right after reading the feedback says little about memory. Answers that seem to come from the
 * future, as after a clock was set right, count as given now.
 *
 * @param events those that stand, in the order of their ids
 * @param now milliseconds since 1970
 */
export function scheduleOf(events: LearningEvent[], now: number): Scheduled[] {
  const cards = new Map<string, { card: Card; answers: number; lastRight: boolean }>();
  for (const event of events) {
    if (event.kind !== 'answered') continue;
    const known = cards.get(event.check);
    const last = known?.card.last_review?.getTime() ?? 0;
    const at = Math.max(Math.min(event.at, now), last);
    const before: Card = known?.card ?? createEmptyCard(at);
    const settled = known && event.right && dayOf(at) === dayOf(last);
    const grade = event.right ? Rating.Good : Rating.Again;
    cards.set(event.check, {
      card: settled ? before : scheduler.next(before, at, grade).card,
      answers: (known?.answers ?? 0) + 1,
      lastRight: event.right,
    });
  }
  return [...cards]
    .map(([check, { card, answers, lastRight }]) => ({
      check,
      due: card.due.getTime(),
      interval: Math.max(1, card.scheduled_days),
      answers,
      lastRight,
    }))
    .sort((a, b) => a.due - b.due || (a.check < b.check ? -1 : 1));
}

/** Number of the local day that a moment falls on, so that nights and clock changes count as people count. */
export function dayOf(at: number): number {
  const local = new Date(at);
  return Math.round(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / day);
}

/** How many checks were reviewed on the day of a moment, each counted once however often it was tried. */
export function reviewedToday(events: LearningEvent[], now: number): number {
  const today = events.flatMap((event) =>
    event.kind === 'answered' && event.review && dayOf(event.at) === dayOf(now) ? event.check : [],
  );
  return new Set(today).size;
}

/** Checks to ask today: those due by the end of the day, the longest overdue first, at most so many. */
export function dueToday(schedule: Scheduled[], now: number, most: number): Scheduled[] {
  return schedule.filter(({ due }) => dayOf(due) <= dayOf(now)).slice(0, Math.max(0, most));
}

/** How many checks fall due on each of the coming days; the first is today, with all that is overdue. */
export function forecast(schedule: Scheduled[], now: number, days: number): number[] {
  const counts = Array.from({ length: days }, () => 0);
  for (const { due } of schedule) {
    const ahead = Math.max(0, dayOf(due) - dayOf(now));
    if (ahead < days) counts[ahead]!++;
  }
  return counts;
}
