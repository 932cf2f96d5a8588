/** An assignment on its way: what the form of the builder holds, complete or not. */
import {
  assignmentFragment,
  fitToCourse,
  longestAssignment,
  readAssignment,
  type Assignment,
  type AssignmentCourse,
  type FigureSetting,
} from '../learning/assignment.ts';
import { clockAt, momentOf } from './due-time.ts';

/** What the builder shows of a lesson before its texts are fetched. */
export interface BuilderLesson {
  slug: string;
  /** Slugs that it had before. */
  formerly: string[];
  /** From 1. */
  number: number;
  title: string;
  minutes: number;
  figures: { name: string; title: string }[];
  /** `<lesson>/<check>` and its question. */
  checks: { id: string; stem: string }[];
}

/** What a teacher chooses from. */
export interface BuilderCourse {
  levels: { level: string; name: string; lessons: BuilderLesson[] }[];
  themes: { title: string; questions: { id: string; question: string }[] }[];
}

/** The choice and the fields, as the form holds them. */
export interface Draft {
  title: string;
  instructions: string;
  /** Day and time by the clocks of `zone`, `2026-11-30T17:00`; empty where it is not due at any time. */
  due: string;
  /** IANA; empty for the zone of the teacher's device. */
  zone: string;
  lessons: string[];
  /** Also those of chosen lessons, so that taking the lesson out again brings the choice back. */
  checks: string[];
  questions: string[];
  /** Also those of lessons that are not chosen. */
  figures: FigureSetting[];
}

export const emptyDraft: Draft = {
  title: '',
  instructions: '',
  due: '',
  zone: '',
  lessons: [],
  checks: [],
  questions: [],
  figures: [],
};

export const lessonsOf = ({ levels }: BuilderCourse): BuilderLesson[] =>
  levels.flatMap(({ lessons }) => lessons);

const questionIds = ({ themes }: BuilderCourse) =>
  themes.flatMap(({ questions }) => questions.map(({ id }) => id));

/** The figures of the chosen lessons, each once, with the first lesson that shows it. */
export function chosenFigures(draft: Draft, course: BuilderCourse) {
  const seen = new Set<string>();
  return lessonsOf(course)
    .filter(({ slug }) => draft.lessons.includes(slug))
    .flatMap(({ slug, figures }) => figures.map((figure) => ({ ...figure, lesson: slug })))
    .filter(({ name }) => !seen.has(name) && seen.add(name));
}

/**
 * What the form asks for, in the order of the course: without checks that come with a chosen lesson,
 * and without settings of figures that no chosen lesson shows.
 *
 * @param ownZone time zone of the teacher's device.
 */
export function assignmentOf(draft: Draft, course: BuilderCourse, ownZone: string): Assignment {
  const lessons = lessonsOf(course);
  const zone = draft.zone || ownZone;
  const at = draft.due ? momentOf(draft.due, zone) : undefined;
  return {
    title: draft.title,
    instructions: draft.instructions,
    due: at === undefined ? undefined : { at, zone },
    lessons: lessons.map(({ slug }) => slug).filter((slug) => draft.lessons.includes(slug)),
    checks: lessons
      .filter(({ slug }) => !draft.lessons.includes(slug))
      .flatMap(({ checks }) => checks.map(({ id }) => id))
      .filter((id) => draft.checks.includes(id)),
    questions: questionIds(course).filter((id) => draft.questions.includes(id)),
    figures: chosenFigures(draft, course).flatMap(({ name }) =>
      draft.figures
        .filter(({ figure, state, hidden }) => figure === name && (state || hidden.length > 0))
        .map((setting) => ({ ...setting, hidden: [...setting.hidden].sort() })),
    ),
  };
}

/** What stands in the way of handing an assignment out, by the field at which it is put right. */
export interface DraftFaults {
  title?: 'untitled';
  due?: 'half' | 'skipped' | 'outOfReach';
  choice?: 'nothing';
  instructions?: 'long';
}

/**
 * @param half whether the field of the due date holds something that is not yet a date.
 */
export function faultsOf(
  draft: Draft,
  course: BuilderCourse,
  ownZone: string,
  half: boolean,
): DraftFaults {
  const assignment = assignmentOf(draft, course, ownZone);
  const { lessons, checks, questions, due } = assignment;
  const year = Number(draft.due.slice(0, draft.due.indexOf('-')));
  return {
    ...(draft.title.trim() === '' && { title: 'untitled' }),
    ...(half && { due: 'half' }),
    ...(draft.due && !due && { due: 'skipped' }),
    ...(draft.due && !(year >= 2000 && year < 3000) && { due: 'outOfReach' }),
    ...(lessons.length + checks.length + questions.length === 0 && { choice: 'nothing' }),
    ...(assignmentFragment(assignment).length > longestAssignment && { instructions: 'long' }),
  };
}

/** A link, opened for editing. */
export interface OpenedDraft {
  draft: Draft;
  /** Parts that could not be read or that the course does not have. */
  unread: string[];
  /** Whether the end of the link was missing. */
  cut: boolean;
}

/** The form filled in from the fragment of a link; nothing where that holds no assignment. */
export function draftFrom(fragment: string, course: BuilderCourse): OpenedDraft | undefined {
  const reading = readAssignment(fragment);
  if (!reading) return undefined;
  const { assignment, unread, cut } = fitToCourse(reading, idsOf(course));
  const { due, ...rest } = assignment;
  return {
    draft: { ...rest, due: due ? clockAt(due.at, due.zone) : '', zone: due?.zone ?? '' },
    unread,
    cut,
  };
}

const idsOf = (course: BuilderCourse): AssignmentCourse => ({
  lessons: lessonsOf(course).map(({ slug, formerly, figures, checks }) => ({
    slug,
    formerly,
    figures: figures.map(({ name }) => name),
    checks: checks.map(({ id }) => id),
  })),
  questions: questionIds(course),
});

/** The list with an entry put in or taken out. */
export const withEntry = (list: string[], entry: string, wanted: boolean): string[] =>
  wanted ? [...new Set([...list, entry])] : list.filter((other) => other !== entry);

/** The draft with a figure set otherwise. */
export function withFigure(
  draft: Draft,
  figure: string,
  change: { state?: string; hidden?: string[] },
): Draft {
  const present = draft.figures.find((setting) => setting.figure === figure);
  const next = { figure, state: '', hidden: [], ...present, ...change };
  const others = draft.figures.filter((setting) => setting.figure !== figure);
  const asItIs = next.state === '' && next.hidden.length === 0;
  return { ...draft, figures: asItIs ? others : [...others, next] };
}
