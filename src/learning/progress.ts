/** What a learner's events say about the course, lesson by lesson. */
import type { LearningEvent } from './record.ts';

/** A lesson as far as progress needs to know it. */
export interface CourseLesson {
  slug: string;
  title: string;
  /** Names of its figures. */
  figures: string[];
  /** Names of its checks, `<lesson>/<check>`. */
  checks: string[];
}

/** How far a learner is with a lesson. */
export interface LessonProgress {
  slug: string;
  read: boolean;
  /** Figures in which something was set. */
  tried: number;
  /** Figures in which a prediction was committed. */
  predicted: number;
  /** Checks that were answered at least once. */
  answered: number;
  /** Checks whose last answer was right. */
  right: number;
  /** When anything was last done in it, in milliseconds since 1970; 0 for never. */
  last: number;
}

/** Whether nothing is left to do in a lesson: read to the end, and each check answered. */
export const isFinished = ({ read, answered }: LessonProgress, { checks }: CourseLesson) =>
  read && answered === checks.length;

const lessonOf = (event: LearningEvent) =>
  event.kind === 'answered'
    ? event.check.slice(0, event.check.indexOf('/'))
    : event.kind === 'withdrawn'
      ? undefined
      : event.lesson;

/** Whether the last answer to each check that was answered is right, by the name of the check. */
export function lastAnswers(events: LearningEvent[]): Map<string, boolean> {
  const last = new Map<string, boolean>();
  for (const event of events) {
    if (event.kind === 'answered') last.set(event.check, event.right);
  }
  return last;
}

/**
 * Progress on each lesson of the course, in its order. Events about lessons, figures and checks that the
 * course does not have, or has no longer, count nowhere.
 *
 * @param events those that stand, in the order of their ids
 */
export function progressOf(course: CourseLesson[], events: LearningEvent[]): LessonProgress[] {
  const byLesson = new Map<string | undefined, LearningEvent[]>(
    course.map(({ slug }) => [slug, []]),
  );
  for (const event of events) byLesson.get(lessonOf(event))?.push(event);
  return course.map(({ slug, figures, checks }) => {
    const own = byLesson.get(slug)!;
    const figuresWith = (kind: 'tried' | 'predicted') =>
      new Set(
        own.flatMap((event) =>
          event.kind === kind && figures.includes(event.figure) ? event.figure : [],
        ),
      ).size;
    const answers = [...lastAnswers(own)].filter(([check]) => checks.includes(check));
    // Answers on the review page are about the lesson, but they are not work in it.
    const here = own.filter((event) => event.kind !== 'answered' || !event.review);
    return {
      slug,
      read: own.some(({ kind }) => kind === 'read'),
      tried: figuresWith('tried'),
      predicted: figuresWith('predicted'),
      answered: answers.length,
      right: answers.filter(([, right]) => right).length,
      last: here.at(-1)?.at ?? 0,
    };
  });
}

/**
 * Where to go on: the lesson last worked in, or the next one that is not finished after it; nothing for
 * those who have not begun, or have finished everything.
 */
export function whereToGoOn(course: CourseLesson[], progress: LessonProgress[]) {
  const latest = progress.reduce((a, b) => (b.last > a.last ? b : a), progress[0]!);
  if (!latest || latest.last === 0) return undefined;
  const from = progress.indexOf(latest);
  const order = [...course.keys()].map((index) => (index + from) % course.length);
  const next = order.find((index) => !isFinished(progress[index]!, course[index]!));
  return next === undefined ? undefined : course[next];
}

/** How often answers given with a certain sureness were right. */
export interface SurenessRow {
  /** In hundredths, as the learner gave it. */
  sure: number;
  answers: number;
  right: number;
}

/** Answers with a sureness, grouped by it in whole hundredths, least sure first. Every answer counts, a second try as well. */
export function calibrationOf(events: LearningEvent[]): SurenessRow[] {
  const rows = new Map<number, SurenessRow>();
  for (const event of events) {
    if (event.kind !== 'answered' || event.sure === undefined) continue;
    const sure = Math.round(event.sure);
    const row = rows.get(sure) ?? { sure, answers: 0, right: 0 };
    rows.set(sure, {
      ...row,
      answers: row.answers + 1,
      right: row.right + (event.right ? 1 : 0),
    });
  }
  return [...rows.values()].sort((a, b) => a.sure - b.sure);
}

/** How many checks were right at the first try, of how many that were tried. */
export function firstTries(events: LearningEvent[]): { answers: number; right: number } {
  const first = new Map<string, boolean>();
  for (const event of events) {
    if (event.kind === 'answered' && !first.has(event.check)) first.set(event.check, event.right);
  }
  return { answers: first.size, right: [...first.values()].filter(Boolean).length };
}

export type Prediction = Extract<LearningEvent, { kind: 'predicted' }>;

/** The last prediction on each question that a figure asks, in the order in which they were made. */
export function latestPredictions(events: LearningEvent[]): Prediction[] {
  const last = new Map<string, Prediction>();
  for (const event of events) {
    if (event.kind !== 'predicted') continue;
    const key = `${event.lesson} ${event.figure} ${event.question}`;
    last.delete(key);
    last.set(key, event);
  }
  return [...last.values()];
}
