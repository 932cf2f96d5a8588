/** What a shell needs to know about the assignment that it holds; it stands in the package's page. */
import * as v from 'valibot';
import type { Assignment } from '../learning/assignment.ts';
import type { BankQuestion, Course } from '../teach/course.ts';

const plannedCheck = v.strictObject({
  /** `<lesson>/<check>`. */
  id: v.string(),
  kind: v.picklist(['single', 'multiple', 'order', 'numeric']),
  stem: v.string(),
  /** Numbers of the right answers or of the things in their order, from 0; the right number itself. */
  right: v.array(v.number()),
  /** Of a numeric check: how far off still counts as right. */
  tolerance: v.number(),
});
export type PlannedCheck = v.InferOutput<typeof plannedCheck>;

export const planSchema = v.strictObject({
  /** The standard that the package is made for. */
  standard: v.picklist(['scorm12', 'scorm2004', 'cmi5']),
  /** Address of the first page, fragment and all, from the package's page or with its host. */
  page: v.string(),
  /** Lessons that are part of it. */
  lessons: v.array(v.string()),
  /** Every check that counts, those of the lessons first. */
  checks: v.array(plannedCheck),
  /** Ids of the follow-up questions that are part of it. */
  questions: v.array(v.string()),
  /** Share of the checks from which it counts as passed, where the course system names none. */
  passMark: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
});
export type ShellPlan = v.InferOutput<typeof planSchema>;

/** The plan of an assignment. What the course does not have is left out. */
export function planOf(
  assignment: Assignment,
  course: Course,
  { standard, page, passMark }: Pick<ShellPlan, 'standard' | 'page' | 'passMark'>,
): ShellPlan {
  const lessons = course.lessons.filter(({ slug }) => assignment.lessons.includes(slug));
  const own = new Set(lessons.flatMap(({ checks }) => checks));
  for (const { checks } of course.lessons) {
    for (const check of checks) if (assignment.checks.includes(check.id)) own.add(check);
  }
  const known = new Set(course.followUps.map(({ id }) => id));
  return {
    standard,
    page,
    lessons: lessons.map(({ slug }) => slug),
    checks: [...own].map(plannedOf),
    questions: assignment.questions.filter((id) => known.has(id)),
    ...(own.size > 0 && passMark !== undefined && { passMark }),
  };
}

function plannedOf({ id, kind, stem, options, order, numeric }: BankQuestion): PlannedCheck {
  const chosen = options.flatMap(({ correct }, index) => (correct ? [index] : []));
  const right = { single: chosen, multiple: chosen, order: [...order.keys()] };
  return {
    id,
    kind,
    stem,
    right: kind === 'numeric' ? [numeric?.answer ?? 0] : right[kind],
    tolerance: numeric?.tolerance ?? 0,
  };
}
