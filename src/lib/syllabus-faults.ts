import type { LessonHead } from '../schemas/lesson.ts';
import type { Syllabus, SyllabusSession } from '../schemas/syllabus.ts';

/** What a plan needs to know of a lesson: its minutes of reading, and what it builds on. */
export type PlannedLesson = Pick<LessonHead, 'minutes' | 'needs'>;

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** Minutes that learners read before a session, by the lessons' own minutes. */
export const homeMinutes = (
  { home }: Pick<SyllabusSession, 'home'>,
  lessons: ReadonlyMap<string, { minutes: number }>,
): number => sum(home.map((slug) => lessons.get(slug)?.minutes ?? 0));

/** Slugs of the lessons of a session: those read before it, then those read in it, each once. */
export const lessonsOfSession = ({ home, parts }: SyllabusSession): string[] => [
  ...new Set([...home, ...parts.flatMap(({ lesson }) => lesson ?? [])]),
];

/** Slugs of the lessons of a plan in the order of reading, each once. */
export const lessonsOfPlan = ({ sessions }: Pick<Syllabus, 'sessions'>): string[] => [
  ...new Set(sessions.flatMap(lessonsOfSession)),
];

/**
 * Faults of the plans, each a sentence: minutes that do not add up, a lesson that is not there, that gets
 * less time than it asks for, or that comes before one it builds on.
 *
 * @param plans by the paths of their files; one that could not be read has no faults here.
 */
export function syllabusFaults(
  plans: ReadonlyMap<string, Syllabus | undefined>,
  lessons: ReadonlyMap<string, PlannedLesson>,
): string[] {
  return [...plans].flatMap(([path, plan]) => {
    if (!plan) return [];
    const read = new Set<string>();
    return plan.sessions.flatMap((session) => {
      const faults = sessionFaults(session, plan.homeAtMost, lessons);
      for (const slug of lessonsOfSession(session)) {
        read.add(slug);
        const missing = (lessons.get(slug)?.needs ?? []).filter((need) => !read.has(need));
        if (missing.length > 0) {
          faults.push(`“${slug}” builds on ${missing.join(' and ')}, not read by then.`);
        }
      }
      return faults.map((fault) => `${path}, “${session.title}”: ${fault}`);
    });
  });
}

function sessionFaults(
  session: SyllabusSession,
  homeAtMost: number,
  lessons: ReadonlyMap<string, PlannedLesson>,
): string[] {
  const { minutes, parts } = session;
  const unknown = lessonsOfSession(session).filter((slug) => !lessons.has(slug));
  if (unknown.length > 0) return unknown.map((slug) => `there is no lesson “${slug}”.`);
  const faults: string[] = [];
  const planned = sum(parts.map((part) => part.minutes));
  if (planned !== minutes) faults.push(`its parts take ${planned} minutes, not ${minutes}.`);
  const reading = homeMinutes(session, lessons);
  if (reading > homeAtMost) {
    faults.push(`${reading} minutes of reading before it are more than ${homeAtMost}.`);
  }
  for (const slug of new Set(parts.flatMap(({ lesson }) => lesson ?? []))) {
    const given = sum(parts.filter(({ lesson }) => lesson === slug).map((part) => part.minutes));
    const asked = lessons.get(slug)!.minutes;
    if (given < asked) {
      faults.push(`“${slug}” asks for ${asked} minutes and gets ${given} in class.`);
    }
  }
  return faults;
}
